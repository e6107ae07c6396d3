import Model

extension English {
  func address(_ problem: AddressProblem.Code) -> String {
    switch problem {
    case .empty: "the address is empty"
    case .noAt: "the address has no @"
    case .severalAts: "the address has more than one @"
    case .space: "the address has a space in it"
    case .controlCharacter: "the address has a control or invisible character in it"
    case .displayName: "the address has a name or <> around it: put the bare address in this column"
    case .quoted: "the part before the @ is in quotes, which is not supported"
    case .emptyLocalPart: "nothing stands before the @"
    case .badLocalPart: "the part before the @ has a character or a dot in a place where none may stand"
    case .localPartTooLong: "the part before the @ is longer than 64 characters"
    case .nonASCIILocalPart: "the part before the @ has letters outside ASCII, which the provider does not take"
    case .badDomain: "the domain is not a valid domain name"
    case .domainTooLong: "the domain is longer than 253 characters"
    case .noDot: "the domain has no dot"
    case .addressTooLong: "the address is longer than 254 characters"
    case .severalAddresses: "there is more than one address: put each on a row of its own"
    case .noCountryCode:
      "the number does not start with + and a country code: write it as +82 10-1234-5678, for instance"
    case .nationalNumber:
      "the number has no country code: write it as +82 10-1234-5678, or set defaultCountry (--default-country KR)"
    case .badPhoneCharacter: "the number has something other than digits, spaces, dashes, dots and brackets in it"
    case .phoneTooShort: "the number has fewer than 7 digits"
    case .phoneTooLong: "the number has more than 15 digits"
    case .trunkZero: "the number has a 0 after the country code: leave that 0 out"
    case .leadingZeroLost: "the number has lost its leading 0: format the column as text and save the file again"
    case .landline: "this is no mobile number: nobody reads a text there"
    }
  }

  func row(_ problem: RowProblem) -> String {
    switch problem {
    case .address(let code): address(code)
    case .textAfterQuote: "text follows a closing quote"
    case .fieldCount(let found, let header):
      "the row has \(found) \(found == 1 ? "field" : "fields"), the header has \(header)"
    }
  }

  func file(_ problem: FileProblem) -> String {
    switch problem {
    case .notThere(let words): "\(words): check the path"
    case .folder: "this is a folder: name a file in it"
    case .notAllowed(let words): "\(words): check its permissions"
    case .unreadable(let words): "it cannot be read: \(words)"
    case .empty: "the file is empty"
    case .noRows: "the file has a header row and no rows below it: nobody to send to"
    case .workbookOrArchive(let command):
      "this is an Excel workbook or a ZIP archive; \(saveAsCSV), or unpack it with '\(command)'"
    case .packed(let kind, let command): "this is \(kind), not a CSV file; unpack it first with '\(command)'"
    case .oldWorkbook: "this is an old Excel workbook (.xls); \(saveAsCSV)"
    case .pdf: "this is a PDF document, not a CSV file"
    case .nulBytes(let isAtBeginning):
      "there are NUL bytes: not a CSV file, or one in UTF-16\(isAtBeginning ? " without its mark" : ""); \(saveAsCSV)"
    case .notUTF8(let encoding):
      "the text is not valid UTF-8: \(encoding.map { "perhaps it is \(self.encoding($0)); " } ?? "")\(saveAsCSV)"
    case .openQuote: "the quote opened here is never closed"
    case .longQuote: "the quote opened here is not closed within 1 MiB"
    case .longRow: "the row is longer than 1 MiB: is this a CSV file?"
    case .unnamedColumn(let number): "column \(number) of the header has no name"
    case .repeatedColumn(let name): "the header names the column \"\(name)\" twice"
    case .noSuchColumn(let name, let columns): "no column is named \"\(name)\"; the columns are \(quoted(columns))"
    case .noAddressColumn(let wanted, let columns):
      "no column is named \"\(wanted)\", nor in a way that says so; the columns are \(quoted(columns))"
    case .severalAddressColumns(let wanted, let columns):
      "more than one column could be \"\(wanted)\": \(columns.map { "\"\($0)\"" }.joined(separator: " and "))"
    case .tooLong(let limit): "it is longer than \(limit) bytes: is it the right file?"
    case .utf16: "it is in UTF-16: save it as UTF-8"
    case .nulInText(let line, let isUTF16):
      isUTF16
        ? "it looks like UTF-16 without its mark: save it as UTF-8"
        : "line \(line) holds a NUL byte, which no text has: take it out, or save the file as UTF-8"
    case .notText(let line): "line \(line) is not UTF-8 text: save it as UTF-8"
    }
  }

  private var saveAsCSV: String { "save it as \"CSV UTF-8\"" }

  /// A header may be as long as a row.
  private func quoted(_ columns: [String]) -> String {
    String(columns.map { "\"\($0)\"" }.joined(separator: ", ").prefix(1000))
  }

  private func encoding(_ encoding: TextEncoding) -> String {
    let korean = "EUC-KR (CP949), as Korean Excel saves CSV"
    let chinese = "GB18030 (GBK), as Chinese Excel saves CSV"
    return switch encoding {
    case .korean: korean
    case .chinese: chinese
    case .koreanOrChinese: "\(korean), or \(chinese)"
    case .japanese: "Shift-JIS (CP932), as Japanese Excel saves CSV"
    case .western: "Latin-1 (Windows-1252), as Excel in the West saves CSV"
    }
  }
}
