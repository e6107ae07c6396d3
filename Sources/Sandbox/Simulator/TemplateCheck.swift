import Model
import Ports

/// Finds recipients whose data lacks a variable of the template: SES accepts them, and reports a rendering failure.
struct TemplateCheck: Sendable {
  /// A variable no recipient can have, since the audience has no such column.
  private let missingForAll: String?
  /// The columns the template asks for.
  private let needed: [(index: Int, name: String)]

  init(_ campaign: Campaign) {
    var missing: String?
    var needed: [(index: Int, name: String)] = []
    for name in campaign.template.variables where name != campaign.channel.addressColumn {
      if let index = campaign.columns.firstIndex(of: name) {
        needed.append((index, name))
      } else if missing == nil {
        missing = name
      }
    }
    missingForAll = missing
    self.needed = needed
  }

  /// The first variable that a recipient's data lacks. An empty value is a value.
  func missing(for recipient: ClaimedMessage) -> String? {
    missingForAll ?? needed.first { $0.index >= recipient.values.count }?.name
  }
}
