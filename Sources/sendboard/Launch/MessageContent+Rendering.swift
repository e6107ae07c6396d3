import EventStore
import Model

extension MessageContent {
  /// Renders what a message says to its recipient; `nil` for another program's.
  ///
  /// - Throws: `StoreError`.
  init?(of id: MessageID, in store: EventStore) async throws {
    guard let (campaign, values) = try await store.source(of: id) else { return nil }
    let fields = zip(campaign.columns, values).map { Field($0, $1) }
    let data = Dictionary(fields.map { ($0.name, $0.value) }) { first, _ in first }
    // A template that cannot be rendered is shown as it stands: the provider will say what is wrong with it.
    let subject = (try? Preview(campaign.template, values: data).subject) ?? campaign.template.subject
    self.init(sender: campaign.template.from, subject: subject, data: fields)
  }
}
