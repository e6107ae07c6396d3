package import Model
package import Ports

/// Reads recipients from a CSV file: the address column becomes the address (see ``AddressColumn``), all others template
/// data.
package struct CSVAudience: AudienceSource {
  /// The columns that are template data, in the file's order.
  package let columns: [String]

  private var rows: CSVReader
  private let channel: Channel
  private let addressIndex: Int
  private let isAddressKept: Bool

  /// Opens a file and reads its header.
  ///
  /// - Parameters:
  ///   - addressColumn: the address column's name; `nil` to find it by its usual names.
  ///   - variables: what a template asks for: the address column stays among the others where that is its own name.
  /// - Throws: ``CSVError``.
  package init(
    path: String, channel: Channel, addressColumn: String? = nil, variables: [String] = []
  ) throws(CSVError) {
    try self.init(rows: CSVReader(path: path), channel: channel, addressColumn: addressColumn, variables: variables)
  }

  /// Takes over a reader whose header has been read.
  ///
  /// - Throws: ``CSVError`` when no column, or more than one, holds the address.
  package init(
    rows: CSVReader, channel: Channel, addressColumn: String? = nil, variables: [String] = []
  ) throws(CSVError) {
    let index = try AddressColumn.find(in: rows.header, channel, named: addressColumn)
    let name = rows.header[index]
    addressIndex = index
    // Every template knows the address by the channel's word for it.
    isAddressKept = name != channel.addressColumn && variables.contains(name)
    columns = isAddressKept ? rows.header : rows.header.enumerated().filter { $0.offset != index }.map(\.element)
    self.rows = rows
    self.channel = channel
  }

  /// Reads the next recipient; `nil` at the end.
  ///
  /// - Throws: ``CSVError`` when the rest of the file cannot be understood, or when there were no rows at all.
  package mutating func next() throws(CSVError) -> AudienceEntry? {
    switch try rows.next() {
    case nil: return nil
    case .invalid(let line, let problem): return .invalid(InvalidRecipient(line: line, problem: problem))
    case .row(let row):
      var values = row.fields
      let text = isAddressKept ? values[addressIndex] : values.remove(at: addressIndex)
      do throws(AddressProblem) {
        let address =
          switch channel {
          case .email: try EmailAddress(text).description
          case .sms: try PhoneNumber(text).description
          }
        return .recipient(AudienceRecipient(line: row.line, address: address, values: values))
      } catch {
        return .invalid(InvalidRecipient(line: row.line, problem: .address(error.code)))
      }
    }
  }
}
