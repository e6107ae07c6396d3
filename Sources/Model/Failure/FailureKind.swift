/// The kinds of failure of the command line's contract.
package enum FailureKind: String, CaseIterable, Sendable {
  case hard, suppressed, soft, content, undetermined, complaint, rejected, rendering, refused, delay

  /// The status a failure of this kind gives a message.
  package var status: MessageStatus {
    switch self {
    case .hard: .hardBounced
    case .suppressed: .suppressed
    case .soft, .content, .undetermined: .softBounced
    case .complaint: .complained
    case .rejected: .rejected
    case .rendering: .renderFailed
    case .refused: .refused
    case .delay: .delayed
    }
  }
}
