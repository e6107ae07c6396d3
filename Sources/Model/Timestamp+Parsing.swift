extension Timestamp {
  /// Reads ISO 8601 as providers write it: see ``init(iso8601:)-(UnsafeRawBufferPointer)``.
  package init?(iso8601 text: some StringProtocol) {
    var copy = String(text)
    guard let time = copy.withUTF8({ Timestamp(iso8601: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = time
  }

  /// Reads ISO 8601 from UTF-8: `2016-10-19T23:20:52.240Z`, with any number of fraction digits (cut to
  /// milliseconds), and `Z`, `+00:00`, `+0000` or ` +00` behind.
  ///
  /// A time without an offset is nobody's time and gives `nil`, as does a field out of range. A leap second is read as
  /// the second after it.
  package init?(iso8601 bytes: UnsafeRawBufferPointer) {
    var cursor = Cursor(bytes: bytes)
    guard let year = cursor.digits(4), cursor.take(0x2D), let month = cursor.digits(2), cursor.take(0x2D),
      let day = cursor.digits(2), cursor.take(0x54) || cursor.take(0x74) || cursor.take(0x20),
      let hour = cursor.digits(2), cursor.take(0x3A), let minute = cursor.digits(2), cursor.take(0x3A),
      let second = cursor.digits(2), hour < 24, minute < 60, second <= 60, (1...12).contains(month),
      day >= 1, day <= Self.days(in: month, year),
      let millisecond = cursor.fraction(), let offset = cursor.offset(), cursor.isAtEnd
    else { return nil }
    let fields = Fields(
      year: year, month: month, day: day, hour: hour, minute: minute, second: second, millisecond: millisecond)
    self.init(milliseconds: Timestamp(fields).milliseconds - Int64(offset) * 60_000)
  }

  private static func days(in month: Int, _ year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

/// Reads a timestamp's parts one after the other.
private struct Cursor {
  let bytes: UnsafeRawBufferPointer
  var index = 0

  var isAtEnd: Bool { index == bytes.count }

  mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  mutating func digits(_ count: Int) -> Int? {
    guard index + count <= bytes.count else { return nil }
    var value = 0
    for place in index..<(index + count) {
      let digit = bytes[place] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    index += count
    return value
  }

  /// Milliseconds of an optional fraction; `nil` when a point is followed by no digit.
  mutating func fraction() -> Int? {
    guard take(0x2E) || take(0x2C) else { return 0 }
    var value = 0
    var scale = 100
    let start = index
    while index < bytes.count, bytes[index] &- 0x30 < 10 {
      value += Int(bytes[index] &- 0x30) * scale
      scale /= 10
      index += 1
    }
    return index > start ? value : nil
  }

  /// Minutes east of Greenwich.
  mutating func offset() -> Int? {
    while take(0x20) {}
    if take(0x5A) || take(0x7A) { return 0 }
    let isWest = take(0x2D)
    guard isWest || take(0x2B), let hours = digits(2), hours < 24 else { return nil }
    _ = take(0x3A)
    let minutes = isAtEnd ? 0 : digits(2) ?? 60
    guard minutes < 60 else { return nil }
    return (hours * 60 + minutes) * (isWest ? -1 : 1)
  }
}
