import JSON
package import Model

/// What a broker says became of a text.
package struct Report: Equatable, Sendable {
  /// Whose it is, by our reference.
  var reference: MessageReference?
  /// Whose it is, by the broker's id.
  package var id: String?
  /// What happened.
  package var meaning: ReportRule.Meaning
  /// When.
  package var at: Timestamp
  /// The broker's code.
  package var code: String
  /// The broker's words; empty for none.
  package var reason: String

  /// Writes it as the generic event, which the event queue and `sendboard ingest` take.
  package func document(of gateway: Gateway) -> String {
    var writer = JSONWriter(capacity: 256)
    writer.object { writer in
      writer.member("sendboardEvent", 1)
      writer.member("provider", gateway.name)
      switch meaning {
      case .sent: writer.member("type", "sent")
      case .delivered: writer.member("type", "delivered")
      case .failed(let failure):
        writer.member("type", "failed")
        writer.member("failure", failure.rawValue)
      }
      writer.member("id", id)
      if let reference {
        writer.member("store", reference.store)
        writer.member("campaign", reference.campaign.description)
        writer.member("message", reference.message.description)
        writer.member("attempt", reference.attempt)
      }
      writer.member("channel", Channel.sms.rawValue)
      writer.member("at", at.description)
      writer.member("code", code)
      writer.member("reason", reason.isEmpty ? nil : reason)
    }
    return writer.text
  }
}
