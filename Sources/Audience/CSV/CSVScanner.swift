/// Finds the fields of one record in a buffer. Knows nothing of encodings, headers and files.
///
/// RFC 4180, and leniently so: CRLF, LF or CR ends a record; a quote inside an unquoted field is a character like others.
struct CSVScanner {
  /// Where a field lies in the buffer.
  struct Field {
    var start: Int
    var end: Int
    /// True when doubled quotes in it stand for one.
    var hasEscapes: Bool
  }

  enum Step: Equatable {
    /// The record goes on beyond the buffer.
    case needsMore
    /// A record was found; the next one starts here.
    case record(next: Int)
    /// The input ends inside a quoted field.
    case unterminated
  }

  var delimiter: UInt8
  /// The fields of the record found last.
  private(set) var fields: [Field] = []
  /// Line ends in the record found last, its own included.
  private(set) var lines = 0
  /// Line ends before the quote that was opened last.
  private(set) var linesBeforeQuote = 0
  /// True when the scan ended in a quoted field.
  private(set) var isInQuotes = false
  private(set) var hasTextAfterQuote = false
  private(set) var hasNUL = false

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Forgets the last fields of the record found last.
  mutating func dropLast(_ count: Int) { fields.removeLast(count) }

  /// Scans one record.
  ///
  /// - Parameters:
  ///   - bytes: the buffer.
  ///   - start: where the record starts.
  ///   - isLast: true when nothing follows the buffer.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Step {
    fields.removeAll(keepingCapacity: true)
    (lines, linesBeforeQuote, isInQuotes, hasTextAfterQuote, hasNUL) = (0, 0, false, false, false)
    let end = bytes.count
    var index = start
    while true {
      var field = Field(start: index, end: index, hasEscapes: false)
      if index < end, bytes[index] == Self.quote {
        guard let close = scanQuoted(bytes, from: index + 1, isLast: isLast, &field) else {
          return isLast ? .unterminated : .needsMore
        }
        index = close
        if index < end, !isFieldEnd(bytes[index]) { hasTextAfterQuote = true }
        while index < end, !isFieldEnd(bytes[index]) { index += 1 }
      } else {
        var nul = false
        while index < end {
          let byte = bytes[index]
          if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
          if byte == 0 { nul = true }
          index += 1
        }
        if nul { hasNUL = true }
        field.end = index
      }
      guard index < end else {
        guard isLast else { return .needsMore }
        fields.append(field)
        return .record(next: end)
      }
      if bytes[index] == delimiter {
        fields.append(field)
        index += 1
        continue
      }
      if bytes[index] == 0x0D {
        // The LF of a CRLF may still be to come.
        guard index + 1 < end || isLast else { return .needsMore }
        if index + 1 < end, bytes[index + 1] == 0x0A { index += 1 }
      }
      lines += 1
      fields.append(field)
      return .record(next: index + 1)
    }
  }

  /// The index after the closing quote, or `nil` when the buffer ends before it is certain.
  private mutating func scanQuoted(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool, _ field: inout Field
  ) -> Int? {
    linesBeforeQuote = lines
    isInQuotes = true
    field.start = start
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Self.quote {
        guard index + 1 < bytes.count || isLast else { return nil }
        if index + 1 < bytes.count, bytes[index + 1] == Self.quote {
          field.hasEscapes = true
          index += 2
          continue
        }
        field.end = index
        isInQuotes = false
        return index + 1
      }
      if byte == 0x0A || (byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)) { lines += 1 }
      if byte == 0 { hasNUL = true }
      index += 1
    }
    return nil
  }

  private func isFieldEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

  private static let quote = UInt8(ascii: "\"")
}
