/// The operator's word on an uncertain message.
package enum Verdict: String, Equatable, Sendable {
  /// Send it again, at the risk of a second copy.
  case resend
  /// Take it as sent.
  case assumeSent
  /// Take it as sent no longer: it is uncertain again.
  case undo

  /// Whether the word can be said of a message.
  package func fits(_ message: MessageSummary) -> Bool {
    self == .undo ? message.isAssumed : message.status == .uncertain && message.campaign != nil
  }

  /// What a message must be for the word to fit.
  package var condition: String { self == .undo ? "assumed sent" : "uncertain" }
}
