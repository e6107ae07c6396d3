/// What may be out of order, as processes tell each other of it.
package enum ComponentName: Hashable, Sendable {
  /// The provider's rate, while it turns away what comes too fast.
  case fullSpeed(Channel)
  /// Events that were received and never stored.
  case eventIntake
  case store
  /// The provider's daily quota.
  case dailyQuota
  /// An operation of a queue, by the queue's name.
  case queue(String, Operation)
  /// Anything else, by its name: a call of the provider's.
  case other(String)

  /// What is done with a queue.
  package enum Operation: String, CaseIterable, Sendable {
    case send, receive, delete, move, count
    case changeVisibility = "change visibility"
  }

  private static let fixed: [ComponentName] =
    Channel.allCases.map { .fullSpeed($0) } + [.eventIntake, .store, .dailyQuota]

  /// Names it in the store and in the log.
  package var name: String {
    switch self {
    case .fullSpeed(.email): "sending at full speed"
    case .fullSpeed(.sms): "sending SMS at full speed"
    case .eventIntake: "event intake"
    case .store: "store"
    case .dailyQuota: "SES (daily quota)"
    case .queue(let name, let operation): "\(name) (\(operation.rawValue))"
    case .other(let name): name
    }
  }

  /// Makes one of its name.
  package init(name: String) {
    let operation = Operation.allCases.first { name.hasSuffix(" (\($0.rawValue))") }
    self =
      Self.fixed.first { $0.name == name }
      ?? operation.map { .queue(String(name.dropLast($0.rawValue.count + 3)), $0) } ?? .other(name)
  }
}
