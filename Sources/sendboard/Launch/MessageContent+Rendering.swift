import EventStore
import Model

extension MessageContent {
  /// Renders what a message says to its recipient, but for its bodies; `nil` for another program's.
  ///
  /// - Throws: `StoreError`.
  init?(of id: MessageID, in store: EventStore) async throws {
    guard let (campaign, address, values) = try await store.source(of: id) else { return nil }
    var short = campaign
    // Nobody looks at a body here.
    (short.template.text, short.template.html) = (nil, nil)
    self = Mail.Letter(short, address: address, values: values).content
  }
}

extension Mail {
  /// Renders a message as its recipient got it, or would get it.
  ///
  /// - Throws: `StoreError`.
  init(_ message: MessageSummary, in store: EventStore) async throws {
    let source = try await store.source(of: message.id)
    self.init(
      message: message, letter: source.map { Letter($0.campaign, address: $0.address, values: $0.values) })
  }
}
