package import Model

/// What an operator composed, before it has an id.
package struct CampaignPlan: Equatable, Sendable {
  /// Names it for people; need not be unique.
  package var name: String
  /// Says how it reaches its recipients.
  package var channel: Channel
  /// Names who did it: the login name at the terminal.
  package var `operator`: String
  /// Says where the recipients came from: a file name or a named query.
  package var audience: String
  /// Holds what it says.
  package var template: Template
  /// Lists the CSV columns other than the address, in order.
  package var columns: [String]
  /// Counts the recipients of one batch.
  package var batchSize: Int
  /// Says when it is to begin; `nil` for at once.
  package var dueAt: Timestamp?
  /// How fast it goes at most, by each worker; `nil` for as fast as the provider takes.
  package var rate: SendRate?
  /// Whether it advertises: what it says is marked then, and goes out only when that is allowed.
  package var isAdvertising = false
  /// The hours of the day in which it may go out; `nil` for all.
  package var window: SendWindow?
  /// Whether its recipients have agreed to advertising by night: written down, for it lifts what the law wants.
  package var hasNightConsent = false

  /// Makes a value from its parts.
  package init(
    name: String, channel: Channel, operator: String, audience: String, template: Template, columns: [String],
    batchSize: Int, dueAt: Timestamp? = nil
  ) {
    self.name = name
    self.channel = channel
    self.operator = `operator`
    self.audience = audience
    self.template = template
    self.columns = columns
    self.batchSize = batchSize
    self.dueAt = dueAt
  }

  /// Names the first text of it that SQLite would not give back whole, since it holds a NUL; columns are packed in a way
  /// that keeps theirs.
  var partWithNUL: String? {
    let texts: [(String, String?)] = [
      ("name", name), ("operator", `operator`), ("file of recipients", audience), ("sender", template.from),
      ("subject", template.subject), ("text", template.text), ("HTML", template.html),
      ("template's name", template.storedName), ("way off the list", template.unsubscribe?.text),
    ]
    return texts.first { $0.1?.utf8.contains(0) ?? false }?.0
  }
}
