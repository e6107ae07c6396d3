/// Why a file that somebody names cannot be used. Never quotes a row: rows are recipients' data.
package enum FileProblem: Hashable, Sendable {
  // It cannot be read; with what the system says.
  case notThere(String)
  case folder
  case notAllowed(String)
  case unreadable(String)

  // It is no CSV file.
  case empty
  /// A header row and nothing below it.
  case noRows
  /// A workbook of Excel's, or any other ZIP archive, with the command that unpacks it.
  case workbookOrArchive(command: String)
  /// Packed, by what, with the command that unpacks it.
  case packed(String, command: String)
  case oldWorkbook
  case pdf
  /// At its beginning, where a mark would tell UTF-16, or in a row.
  case nulBytes(isAtBeginning: Bool)
  case notUTF8(TextEncoding?)
  /// A quote is opened and never closed.
  case openQuote
  /// A quote is opened and not closed within the longest row.
  case longQuote
  case longRow

  // Its header does not do.
  case unnamedColumn(Int)
  case repeatedColumn(String)
  /// No column has the name that was given.
  case noSuchColumn(String, columns: [String])
  /// No column is named as one of addresses is.
  case noAddressColumn(wanted: String, columns: [String])
  /// More than one column may hold the address.
  case severalAddressColumns(wanted: String, [String])

  // It is no text, for whoever wants one.
  case tooLong(limit: Int)
  case utf16
  case notText(line: Int)
  /// A NUL, at which SQLite and others would end the text: half of a letter of UTF-16, or no text at all.
  case nulInText(line: Int, isUTF16: Bool)

  /// Whether naming the column of addresses would help.
  package var isAboutAddressColumn: Bool {
    switch self {
    case .noAddressColumn, .severalAddressColumns, .noSuchColumn: true
    default: false
    }
  }
}

/// An encoding that a text may be in: no more than a guess.
package enum TextEncoding: Hashable, Sendable {
  /// EUC-KR, or CP949.
  case korean
  /// GB18030, or GBK.
  case chinese
  /// Too little to tell these two apart.
  case koreanOrChinese
  /// Shift-JIS, or EUC-JP.
  case japanese
  /// Latin-1, or Windows-1252.
  case western
}
