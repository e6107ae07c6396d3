/// The greatest value given to each of many numbers, in a byte each at most: most have that of all their neighbours.
struct Heights: Sendable {
  private enum Block {
    case all(UInt8)
    case each([UInt8])
  }

  private var blocks: [Int64: Block] = [:]
  private static let size: Int64 = 4096

  /// That of a number; 0 where it was given none.
  subscript(_ number: Int64) -> Int {
    switch blocks[number / Self.size] {
    case nil: 0
    case .all(let value): Int(value)
    case .each(let values): Int(values[Int(number % Self.size)])
    }
  }

  /// Gives numbers from 0 a value, unless they have a greater one. What is greater than 255 counts as 255.
  mutating func raise(_ numbers: ClosedRange<Int64>, to value: Int) {
    let value = UInt8(clamping: value)
    for key in numbers.lowerBound / Self.size...numbers.upperBound / Self.size {
      let start = max(0, Int(numbers.lowerBound - key * Self.size))
      let end = Int(min(Self.size - 1, numbers.upperBound - key * Self.size))
      raise(key, start...end, to: value)
    }
  }

  private mutating func raise(_ key: Int64, _ places: ClosedRange<Int>, to value: UInt8) {
    let former = blocks.removeValue(forKey: key) ?? .all(0)
    if case .all(let all) = former, all >= value { return blocks[key] = former }
    var values: [UInt8]
    switch former {
    case .all(let all): values = [UInt8](repeating: all, count: Int(Self.size))
    case .each(let each): values = each
    }
    for place in places where values[place] < value { values[place] = value }
    let isFull = places.upperBound == values.count - 1 && values.allSatisfy { $0 == values[0] }
    blocks[key] = isFull ? .all(values[0]) : .each(values)
  }
}
