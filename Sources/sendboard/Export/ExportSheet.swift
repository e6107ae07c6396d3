import Audience
import EventStore
import Model

/// Lays messages out as the rows of a CSV file that `sendboard send` takes again: the address under the name it looks for,
/// the columns of the audiences, then what became of the message.
struct ExportSheet {
  let header: [String]
  /// The name of the column with the addresses, where `send` has to be told.
  let unusualAddress: String?
  private let addresses: [Channel: Int]
  private let places: [CampaignID: [Int]]

  /// - Parameter shapes: the campaigns that messages may be of.
  init(_ shapes: [EventStore.AudienceShape]) {
    var own: [String] = []
    for shape in shapes { for name in shape.columns where !own.contains(name) { own.append(name) } }
    let channels = Channel.allCases.filter { channel in shapes.contains { $0.channel == channel } }
    var header: [String] = []
    var addresses: [Channel: Int] = [:]
    var unusual: String?
    for channel in channels.isEmpty ? [.email] : channels {
      // An audience may have a column of that name that is something else, or the same once more.
      let isTaken = own.contains { AddressColumn.isNamed($0, channel) }
      let name = isTaken ? Self.free("recipient", among: own + header) : channel.addressColumn
      if isTaken { unusual = name }
      addresses[channel] = header.count
      header.append(name)
    }
    let first = header.count
    header += own
    for name in ["status", "kind", "reason"] { header.append(Self.free(name, among: header)) }
    self.header = header
    self.addresses = addresses
    unusualAddress = unusual
    places = Dictionary(
      uniqueKeysWithValues: shapes.map { shape in
        (shape.campaign, shape.columns.map { name in first + (own.firstIndex(of: name) ?? 0) })
      })
    channelOf = Dictionary(uniqueKeysWithValues: shapes.map { ($0.campaign, $0.channel) })
  }

  private let channelOf: [CampaignID: Channel]

  /// A name that no column has.
  private static func free(_ name: String, among taken: [String]) -> String {
    var name = name
    while taken.contains(name) { name = "sendboard " + name }
    return name
  }

  /// The row of a message.
  ///
  /// - Parameter values: the recipient's, in the order of the campaign's columns.
  func row(_ message: MessageSummary, _ values: [String]) -> [String] {
    var row = [String](repeating: "", count: header.count)
    let channel = message.campaign.flatMap { channelOf[$0] } ?? .email
    if let place = addresses[channel] ?? addresses.values.min() { row[place] = message.address }
    for (place, value) in zip(message.campaign.flatMap { places[$0] } ?? [], values) { row[place] = value }
    row[row.count - 3] = message.status.name
    row[row.count - 2] = message.classification?.kind.rawValue ?? ""
    row[row.count - 1] = Self.harmless(message.reason ?? "")
    return row
  }

  /// A server's words, which a spreadsheet must not take for a formula.
  private static func harmless(_ reason: String) -> String {
    reason.first.map { "=+-@\t".contains($0) } == true ? "'" + reason : reason
  }

  /// The row as a line of CSV (RFC 4180).
  static func line(_ row: [String]) -> String {
    let line = row.map { field in
      let isPlain =
        !field.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
        && field.first != " " && field.last != " "
      return isPlain ? field : "\"\(field.replacing("\"", with: "\"\""))\""
    }.joined(separator: ",")
    // A line with nothing on it would be taken for none.
    return line.isEmpty ? "\"\"" : line
  }
}
