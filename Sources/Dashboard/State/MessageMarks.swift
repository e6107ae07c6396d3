import Model

/// The marked messages of a list.
struct MessageMarks: Equatable, Sendable {
  /// What is marked one by one, as it was last seen: a mark holds although its row is no longer loaded.
  private(set) var messages: [MessageID: MessageSummary] = [:]
  /// Whether everything that the list's filter shows is marked, also what is not loaded.
  private(set) var isAll = false

  var isEmpty: Bool { !isAll && messages.isEmpty }

  func contains(_ id: MessageID) -> Bool { isAll || messages[id] != nil }

  /// Marks a message, or takes its mark away.
  mutating func toggle(_ message: MessageSummary?) {
    isAll = false
    if let message, messages.removeValue(forKey: message.id) == nil { messages[message.id] = message }
  }

  /// Marks some messages, or takes all marks away when each of them has one.
  mutating func toggle(all wanted: [MessageSummary]) {
    isAll = false
    let isEach = wanted.allSatisfy { messages[$0.id] != nil }
    messages = isEach ? [:] : Dictionary(uniqueKeysWithValues: wanted.map { ($0.id, $0) })
  }

  /// Marks everything that the filter shows, however much that is, or takes that away again.
  mutating func toggleAll() {
    isAll.toggle()
    messages = [:]
  }

  /// Remembers what has become of a message.
  mutating func renew(_ message: MessageSummary) { if messages[message.id] != nil { messages[message.id] = message } }

  mutating func clear() { self = MessageMarks() }
}
