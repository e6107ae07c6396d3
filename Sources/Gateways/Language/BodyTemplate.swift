import JSON

/// A JSON document with names in it, and at most one list that has an element for each recipient.
package indirect enum BodyTemplate: Equatable, Sendable {
  case text(TextTemplate)
  /// A number, `true`, `false` or `null`, as it is written.
  case literal(String)
  case object([Member])
  case list([BodyTemplate])
  /// A list with such an element for each recipient.
  case each(BodyTemplate)

  /// A member of an object.
  package struct Member: Equatable, Sendable {
    var name: String
    var value: BodyTemplate
  }

  /// Whether there is a list with an element for each recipient.
  var countEach: Int {
    switch self {
    case .text, .literal: 0
    case .object(let members): members.reduce(0) { $0 + $1.value.countEach }
    case .list(let items): items.reduce(0) { $0 + $1.countEach }
    case .each(let item): 1 + item.countEach
    }
  }

  /// Writes the document.
  func write(_ values: PlaceValues, each recipients: [PlaceValues.Recipient], to writer: inout JSONWriter) {
    switch self {
    case .text(let template): writer.value(template.filled(values))
    case .literal(let json): writer.value(json: json)
    case .object(let members):
      writer.object { writer in
        for member in members where !member.value.isLeftOut(values) {
          writer.key(member.name)
          member.value.write(values, each: recipients, to: &writer)
        }
      }
    case .list(let items):
      writer.array(items) { writer, item in item.write(values, each: recipients, to: &writer) }
    case .each(let item):
      var own = values
      writer.array(recipients) { writer, recipient in
        own.recipient = recipient
        item.write(own, each: [], to: &writer)
      }
    }
  }

  private func isLeftOut(_ values: PlaceValues) -> Bool {
    guard case .text(let template) = self, template.isOptional else { return false }
    return template.filled(values).isEmpty
  }
}
