package import Model
package import Ports

/// Reads recipients from a CSV file: the address column becomes the address (see ``AddressColumn``), all others template
/// data.
package struct CSVAudience: AudienceSource {
  /// The columns that are template data, in the file's order.
  package let columns: [String]

  private var rows: CSVReader
  private let recipient: RecipientColumn

  /// Opens a file and reads its header.
  ///
  /// - Parameters:
  ///   - plan: the country whose national numbers are understood; `nil` for none.
  ///   - addressColumn: the address column's name; `nil` to find it by its usual names.
  ///   - variables: what a template asks for: the address column stays among the others where that is its own name.
  /// - Throws: ``CSVError``.
  package init(
    path: String, channel: Channel, plan: NumberingPlan? = nil, addressColumn: String? = nil, variables: [String] = []
  ) throws(CSVError) {
    try self.init(
      rows: CSVReader(path: path), channel: channel, plan: plan, addressColumn: addressColumn, variables: variables)
  }

  /// Takes over a reader whose header has been read.
  ///
  /// - Throws: ``CSVError`` when no column, or more than one, holds the address.
  package init(
    rows: CSVReader, channel: Channel, plan: NumberingPlan? = nil, addressColumn: String? = nil,
    variables: [String] = []
  ) throws(CSVError) {
    recipient = try RecipientColumn(rows.header, channel, plan, named: addressColumn, variables: variables)
    columns = recipient.others
    self.rows = rows
  }

  /// Reads the next recipient; `nil` at the end.
  ///
  /// - Throws: ``CSVError`` when the rest of the file cannot be understood, or when there were no rows at all.
  package mutating func next() throws(CSVError) -> AudienceEntry? {
    switch try rows.next() {
    case nil: return nil
    case .invalid(let line, let problem): return .invalid(InvalidRecipient(line: line, problem: problem))
    case .row(let row): return recipient.entry(line: row.line, row.fields)
    }
  }
}
