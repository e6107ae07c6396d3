/// Why a whole CSV file cannot be used. Never quotes a row: rows are recipients' data.
package struct CSVError: Error, Equatable, CustomStringConvertible {
  /// The cases a caller can tell apart.
  package enum Code: String, Sendable {
    /// The file cannot be opened or read.
    case cannotRead
    /// Nothing is in it.
    case empty
    /// A header row and nothing below it.
    case noRows
    /// It is no text: a workbook, an archive, a PDF.
    case notText
    /// It is text in another encoding than UTF-8.
    case notUTF8
    /// A column without a name, or a name twice.
    case badHeader
    /// No column holds the address.
    case noAddressColumn
    /// More than one column may hold the address.
    case severalAddressColumns
    /// A quote that is opened and never closed.
    case unterminatedQuote
    /// A row beyond the bound.
    case rowTooLong
  }

  /// What went wrong.
  package var code: Code
  /// The line it concerns, from 1; `nil` when it concerns the file.
  package var line: Int?
  /// What happened and what to do about it.
  package var context: String

  /// Makes an error.
  package init(_ code: Code, line: Int? = nil, _ context: String) {
    self.code = code
    self.line = line
    self.context = context
  }

  /// The error in one line, such as `line 3: the quote opened here is never closed`.
  package var description: String { (line.map { "line \($0): " } ?? "") + context }
}
