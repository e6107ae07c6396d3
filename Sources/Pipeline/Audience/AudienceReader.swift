import Model

/// Reads recipients from a CSV file: the address column becomes the address, all others template data.
///
/// The address column is the one whose name is `email` (or `phone`), whatever its case and with or without dashes,
/// underscores and spaces: `Email`, `E-Mail`, `PHONE`.
public struct AudienceReader {
  /// The columns other than the address, in the file's order.
  public let columns: [String]

  private var rows: CSVReader
  private let channel: Channel
  private let addressIndex: Int

  /// Opens a file and reads its header.
  ///
  /// - Throws: ``CSVError``.
  public init(path: String, channel: Channel) throws(CSVError) {
    try self.init(rows: CSVReader(path: path), channel: channel)
  }

  /// Takes over a reader whose header has been read.
  ///
  /// - Throws: ``CSVError`` when no column, or more than one, holds the address.
  public init(rows: CSVReader, channel: Channel) throws(CSVError) {
    let wanted = channel.addressColumn
    let matches = rows.header.indices.filter { Self.key(rows.header[$0]) == wanted }
    let list = rows.header.map { "\"\($0)\"" }.joined(separator: ", ")
    guard let index = matches.first else {
      throw CSVError(
        .noAddressColumn, line: 1, "no column is named \"\(wanted)\"; the columns are \(list.prefix(1000))")
    }
    guard matches.count == 1 else {
      throw CSVError(.badHeader, line: 1, "more than one column could be \"\(wanted)\": \(list.prefix(1000))")
    }
    addressIndex = index
    columns = rows.header.enumerated().filter { $0.offset != index }.map(\.element)
    self.rows = rows
    self.channel = channel
  }

  /// Reads the next recipient; `nil` at the end.
  ///
  /// - Throws: ``CSVError`` when the rest of the file cannot be understood, or when there were no rows at all.
  public mutating func next() throws(CSVError) -> AudienceEntry? {
    switch try rows.next() {
    case nil: return nil
    case .invalid(let line, let reason): return .invalid(InvalidRecipient(line: line, reason: reason))
    case .row(let row):
      var values = row.fields
      let text = values.remove(at: addressIndex)
      do throws(AddressProblem) {
        let address =
          switch channel {
          case .email: try EmailAddress(text).description
          case .sms: try PhoneNumber(text).description
          }
        return .recipient(AudienceRecipient(line: row.line, address: address, values: values))
      } catch {
        return .invalid(InvalidRecipient(line: row.line, reason: error.description))
      }
    }
  }

  private static func key(_ name: String) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
  }
}
