import Canvas

/// Finds the number of the colour that comes nearest to the one asked for, on a terminal of so many colours.
struct ColorMapping: Hashable, Sendable {
  /// Counts the terminal's colours; below 8 none is used.
  let count: Int

  /// Returns the colour's number, -1 for the terminal's own; and whether bold is to stand in for brightness.
  func number(_ color: Color) -> (number: Int32, isBold: Bool) {
    switch color {
    case _ where count < 8: return (-1, false)
    case .default: return (-1, false)
    case .ansi(let color): return ansi(color.rawValue)
    case .indexed(let number):
      if number < 16 { return ansi(number) }
      if count == 256 { return (Int32(number), false) }
      return nearest(Self.rgb(ofIndexed: number))
    case .rgb(let red, let green, let blue): return nearest((Int(red), Int(green), Int(blue)))
    }
  }

  private typealias RGB = (Int, Int, Int)

  /// Terminals whose terminfo entry is a `-direct` one take colours by value, except for the first eight.
  private var isDirect: Bool { count >= 1 << 24 }

  private func ansi(_ number: UInt8) -> (Int32, Bool) {
    if number < 8 || (count >= 16 && !isDirect) { return (Int32(number), false) }
    if isDirect { return nearest(Self.basic[Int(number)]) }
    return (Int32(number) - 8, true)
  }

  private func nearest(_ color: RGB) -> (Int32, Bool) {
    if isDirect {
      // Values below 8 would be taken for numbers.
      return (Int32(max(8, color.0 << 16 | color.1 << 8 | color.2)), false)
    }
    if count < 256 {
      let best = Self.basic.indices.min { Self.distance(Self.basic[$0], color) < Self.distance(Self.basic[$1], color) }
      return ansi(UInt8(best ?? 7))
    }
    // The first sixteen are the user's own and may be anything: only the cube and the greys are known.
    let cube = { (part: Int) in part < 48 ? 0 : part < 115 ? 1 : (part - 35) / 40 }
    let inCube = 16 + 36 * cube(color.0) + 6 * cube(color.1) + cube(color.2)
    let grey = min(23, max(0, ((color.0 + color.1 + color.2) / 3 - 3) / 10)) + 232
    let isGreyNearer =
      Self.distance(Self.rgb(ofIndexed: UInt8(grey)), color) < Self.distance(Self.rgb(ofIndexed: UInt8(inCube)), color)
    return (Int32(isGreyNearer ? grey : inCube), false)
  }

  private static func distance(_ left: RGB, _ right: RGB) -> Int {
    // Weighted, because the eye tells shades of green apart best.
    let (red, green, blue) = (left.0 - right.0, left.1 - right.1, left.2 - right.2)
    return 3 * red * red + 6 * green * green + blue * blue
  }

  private static func rgb(ofIndexed number: UInt8) -> RGB {
    switch number {
    case 0..<16: return basic[Int(number)]
    case 16..<232:
      let level = { (part: Int) in part == 0 ? 0 : 55 + 40 * part }
      let place = Int(number) - 16
      return (level(place / 36), level(place / 6 % 6), level(place % 6))
    default:
      let grey = 8 + 10 * (Int(number) - 232)
      return (grey, grey, grey)
    }
  }

  /// Lists the sixteen as xterm shows them.
  private static let basic: [RGB] = [
    (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205), (229, 229, 229),
    (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255), (0, 255, 255),
    (255, 255, 255),
  ]
}
