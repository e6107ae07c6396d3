import Foundation

/// Bytes of a request, searched without being understood: a string in JSON holds no quote that is not escaped, so that
/// `"Name":` is always a name.
struct Text {
  let bytes: UnsafeRawBufferPointer

  func find(_ words: StaticString, from start: Int = 0) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let count = words.utf8CodeUnitCount
    // The second byte: the first is a quote mostly, and there are many of those.
    let rare = Int32(words.utf8Start[1])
    var index = start + 1
    while index + count - 1 <= bytes.count, let found = memchr(base + index, rare, bytes.count - index) {
      index = UnsafeRawPointer(found) - base
      if index + count - 1 > bytes.count { return nil }
      if memcmp(base + index - 1, words.utf8Start, count) == 0 { return index - 1 }
      index += 1
    }
    return nil
  }

  func has(_ words: StaticString) -> Bool { find(words) != nil }

  /// Finds what follows words.
  func end(of words: StaticString, from start: Int = 0) -> Int? {
    find(words, from: start).map { $0 + words.utf8CodeUnitCount }
  }

  func integer(after words: StaticString) -> Int? {
    guard var index = end(of: words) else { return nil }
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    var value = 0
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) {
      value = value * 10 + Int(bytes[index] - 0x30)
      index += 1
    }
    return value
  }

  /// Finds a string as it is written, without its quotes, and where it ends.
  func string(after words: StaticString, from start: Int = 0) -> Range<Int>? {
    guard var index = end(of: words, from: start), let base = bytes.baseAddress else { return nil }
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    index += 1
    let first = index
    while index < bytes.count, let quote = memchr(base + index, 0x22, bytes.count - index) {
      let place = UnsafeRawPointer(quote) - base
      var backslashes = 0
      while place - backslashes > first, bytes[place - backslashes - 1] == 0x5C { backslashes += 1 }
      if backslashes % 2 == 0 { return first..<place }
      index = place + 1
    }
    return nil
  }

  subscript(_ range: Range<Int>) -> Text { Text(bytes: UnsafeRawBufferPointer(rebasing: bytes[range])) }
}

extension [UInt8] {
  mutating func add(_ words: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }

  mutating func add(_ text: Text) { append(contentsOf: text.bytes) }

  mutating func add(_ number: Int, digits: Int = 1) {
    var divisor = 1
    var count = 1
    while number / divisor >= 10 {
      divisor *= 10
      count += 1
    }
    while count < digits {
      append(0x30)
      count += 1
    }
    while divisor > 0 {
      append(0x30 + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }
}
