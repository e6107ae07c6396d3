package import Model
package import Ports

/// Rows with named columns, such as those of a query.
package protocol TableRows {
  /// The columns' names, cleaned as ``VariableName`` does it.
  var header: [String] { get }

  /// Reads the next row, one text for each column; `nil` at the end.
  mutating func next() throws -> [String]?
}

/// Reads recipients from a table: the address column becomes the address (see ``AddressColumn``), all others template data.
package struct TableAudience<Rows: TableRows>: AudienceSource {
  package let columns: [String]

  private var rows: Rows
  private let recipient: RecipientColumn
  private var line = 0

  /// Takes over rows of which none has been read.
  ///
  /// - Throws: ``CSVError`` when no column, or more than one, holds the address.
  package init(
    rows: Rows, channel: Channel, plan: NumberingPlan? = nil, addressColumn: String? = nil, variables: [String] = []
  ) throws(CSVError) {
    recipient = try RecipientColumn(rows.header, channel, plan, named: addressColumn, variables: variables)
    columns = recipient.others
    self.rows = rows
  }

  package mutating func next() throws -> AudienceEntry? {
    guard let row = try rows.next() else { return nil }
    line += 1
    return recipient.entry(line: line, row)
  }
}

/// Which of a table's columns holds the address, and what becomes of a row by it.
struct RecipientColumn {
  private let index: Int
  private let isKept: Bool
  private let channel: Channel
  private let plan: NumberingPlan?
  /// The columns that are template data.
  let others: [String]

  /// - Parameters:
  ///   - plan: the country whose national numbers are understood; `nil` for none.
  ///   - named: the address column's name; `nil` to find it by its usual names.
  ///   - variables: what a template asks for: the address column stays among the others where that is its own name.
  /// - Throws: ``CSVError``.
  init(
    _ header: [String], _ channel: Channel, _ plan: NumberingPlan?, named: String?, variables: [String]
  ) throws(CSVError) {
    let index = try AddressColumn.find(in: header, channel, named: named)
    let name = header[index]
    // Every template knows the address by the channel's word for it.
    isKept = name != channel.addressColumn && variables.contains(name)
    others = isKept ? header : header.enumerated().filter { $0.offset != index }.map(\.element)
    self.index = index
    (self.channel, self.plan) = (channel, plan)
  }

  func entry(line: Int, _ fields: [String]) -> AudienceEntry {
    var values = fields
    let text = isKept ? values[index] : values.remove(at: index)
    do throws(AddressProblem) {
      let address = try channel.address(text, in: plan)
      return .recipient(AudienceRecipient(line: line, address: address, values: values))
    } catch {
      return .invalid(InvalidRecipient(line: line, problem: .address(error.code), text: text))
    }
  }
}
