import Model

/// Reads a CSV file row by row in constant memory.
///
/// UTF-8 with or without a byte order mark, or UTF-16 with one; fields in double quotes may hold separators, line breaks and doubled
/// quotes (RFC 4180); CRLF, LF or CR. The first row names the columns. The separator is the one of comma, semicolon
/// and tab that stands most often outside quotes in that row, the comma when none does or in doubt; a first line
/// `sep=;`, as Excel writes it, has its way. Empty rows, and empty columns right of all others, are what a spreadsheet
/// leaves of cells that were once used, and are passed over.
package struct CSVReader {
  /// Fills a buffer with the next bytes and says how many; 0 at the end.
  package typealias Source = (UnsafeMutableRawBufferPointer) throws(CSVError) -> Int

  /// The names of the columns, cleaned (`VariableName`); no name is empty or there twice.
  package private(set) var header: [String] = []
  /// The separator in use.
  package var delimiter: Character { Character(Unicode.Scalar(scanner.delimiter)) }

  private var input: CSVInput
  private var scanner = CSVScanner(delimiter: UInt8(ascii: ","))
  /// The line of the next record.
  private var line = 1
  private var hasRows = false

  /// Opens a file and reads its header.
  ///
  /// - Throws: ``CSVError``.
  package init(path: String) throws(CSVError) {
    let file = try FileBytes(path: path)
    try self.init(name: path) { bytes throws(CSVError) in try file.read(into: bytes) }
  }

  /// Reads the header from a source of bytes.
  ///
  /// - Parameter name: the file's, for a command in an error that unpacks it.
  /// - Throws: ``CSVError``.
  package init(name: String = "FILE", read: @escaping Source) throws(CSVError) {
    let source = TextSource(read)
    input = CSVInput { bytes throws(CSVError) in try source.read(into: bytes) }
    try checkKind(name)
    try readHeader()
  }

  /// Reads the next row; `nil` at the end.
  ///
  /// - Throws: ``CSVError`` when the rest of the file cannot be understood, or when there were no rows at all.
  package mutating func next() throws(CSVError) -> CSVRecord? {
    guard let start = try scanRecord() else {
      guard hasRows else {
        throw CSVError(.noRows)
      }
      return nil
    }
    hasRows = true
    dropEmptyEnd()
    if scanner.hasTextAfterQuote { return .invalid(line: start, .textAfterQuote) }
    guard scanner.fields.count == header.count else {
      return .invalid(line: start, .fieldCount(scanner.fields.count, header: header.count))
    }
    return .row(CSVRow(line: start, fields: try decodeFields(start)))
  }

  /// Where in the buffer the record scanned last started.
  private var recordStart = 0

  /// Scans past the next record that is not a blank line, and returns its line; `nil` at the end.
  private mutating func scanRecord() throws(CSVError) -> Int? {
    while true {
      if input.count == 0 {
        if !input.isAtEnd { try input.fill() }
        if input.count == 0, input.isAtEnd { return nil }
      }
      let (from, isLast) = (input.start, input.isAtEnd)
      let outcome = input.withBytes { scanner.scan($0, from: from, isLast: isLast) }
      switch outcome {
      case .needsMore:
        if input.count > CSVInput.rowLimit { throw overlong() }
        // Half as much again at least, so that a long row is not scanned anew for every few bytes of a pipe.
        let wanted = input.count < 4096 ? 0 : input.count / 2 * 3
        repeat { try input.fill() } while input.count < wanted && !input.isAtEnd
      case .unterminated:
        if input.count > CSVInput.rowLimit { throw overlong() }
        throw CSVError(.openQuote, line: line + scanner.linesBeforeQuote)
      case .record(let next):
        if next - from > CSVInput.rowLimit { throw overlong() }
        let start = line
        line += scanner.lines
        recordStart = from
        input.advance(to: next)
        if scanner.hasNUL {
          throw CSVError(.nulBytes(isAtBeginning: false), line: start)
        }
        if !isBlank() { return start }
      }
    }
  }

  private func overlong() -> CSVError {
    scanner.isInQuotes
      ? CSVError(.longQuote, line: line + scanner.linesBeforeQuote) : CSVError(.longRow, line: line)
  }

  /// True when the record scanned last is an empty line, or a row of several fields of which none holds anything. One
  /// empty field in quotes is what a file of one column has for an empty cell.
  private func isBlank() -> Bool {
    guard scanner.fields.count > 1 || scanner.fields.first?.start == recordStart else { return false }
    return input.withBytes { bytes in scanner.fields.allSatisfy { Self.isEmpty(bytes[$0.start..<$0.end]) } }
  }

  private static func isEmpty(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    field.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// Drops empty fields beyond the last column that has a name.
  private mutating func dropEmptyEnd() {
    let excess = scanner.fields.count - header.count
    guard excess > 0 else { return }
    let isEmpty = input.withBytes { bytes in
      scanner.fields.suffix(excess).allSatisfy { Self.isEmpty(bytes[$0.start..<$0.end]) }
    }
    if isEmpty { scanner.dropLast(excess) }
  }

  /// The fields of the record scanned last, as text.
  private mutating func decodeFields(_ line: Int) throws(CSVError) -> [String] {
    var texts: [String] = []
    texts.reserveCapacity(scanner.fields.count)
    let isText = input.withBytes { bytes in
      for field in scanner.fields {
        let part = UnsafeBufferPointer(rebasing: bytes[field.start..<field.end])
        let text =
          field.hasEscapes
          ? String(validating: Self.unescaped(part), as: UTF8.self) : String(validating: part, as: UTF8.self)
        guard let text else { return false }
        texts.append(text)
      }
      return true
    }
    guard isText else { throw notUTF8(line) }
    return texts
  }

  private static func unescaped(_ part: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(part.count)
    var index = 0
    while index < part.count {
      result.append(part[index])
      index += part[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return result
  }

  private mutating func notUTF8(_ line: Int) -> CSVError {
    // What follows tells more of the encoding than one row; always as much of it, however the bytes come.
    let size = 16 * 1024
    var sample = input.withBytes { Array($0[recordStart..<input.start]) }
    // The text is what is wrong, and said, whether or not the rest can be read.
    while input.count < size, !input.isAtEnd, (try? input.fill()) != nil {}
    sample += input.withBytes { $0[input.start...].prefix(size) }
    return CSVError(.notUTF8(CSVSignature.encoding(of: sample)), line: line)
  }
}

extension CSVReader {
  /// Looks at the first bytes, before anything else makes sense of them, and drops a byte order mark.
  private mutating func checkKind(_ name: String) throws(CSVError) {
    while input.count < 8, !input.isAtEnd { try input.fill() }
    let start = input.start
    let head = input.withBytes { Array($0[start...].prefix(8)) }
    if let problem = CSVSignature.problem(head, name) { throw CSVError(problem) }
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { input.advance(to: start + 3) }
  }

  private mutating func readHeader() throws(CSVError) {
    var line = 0
    repeat {
      // Scanned twice: the first time by whatever separator, to have the whole row in the window.
      scanner.delimiter = UInt8(ascii: ",")
      guard let first = try scanRecord() else { throw CSVError(.empty) }
      line = first
      if let separator = explicitSeparator() {
        scanner.delimiter = separator
        guard let second = try scanRecord() else { throw CSVError(.empty) }
        line = second
      } else {
        let from = recordStart
        let end = input.start
        scanner.delimiter = input.withBytes { CSVSignature.separator(of: $0[from..<end]) }
        _ = input.withBytes { scanner.scan(UnsafeBufferPointer(rebasing: $0[..<end]), from: from, isLast: true) }
      }
    } while isBlank()
    var names = try decodeFields(line)
    while names.last.map({ VariableName.cleaned($0).isEmpty }) == true { names.removeLast() }
    header = try TableHeader.checked(names, line: line)
  }

  /// The separator that a first line `sep=;` asks for.
  private func explicitSeparator() -> UInt8? {
    let (from, end) = (recordStart, input.start)
    return input.withBytes { bytes in
      let row = bytes[from..<end].filter { $0 != 0x0A && $0 != 0x0D }
      guard row.count == 5, row.starts(with: "sep=".utf8), let last = row.last, ",;\t|".utf8.contains(last) else {
        return nil
      }
      return last
    }
  }
}
