/// Why an action leaves a message alone.
package enum SkipReason: Hashable, Sendable {
  case anotherProgram
  case otherCampaign
  case cancelledCampaign
  /// It has to be settled first.
  case uncertain
  case notFailed(MessageStatus)
  /// Of another status or kind than was asked for.
  case otherCondition
  case notResendable(FailureKind, Detail?)
  /// The receiving server turned it away for a policy, by its code: resent only by an explicit word.
  case receiversPolicy(String)
  /// Its address is on this store's own suppression list: sent by an explicit word only, to one at a time.
  case onOwnList
  /// Its batch sends it when the campaign is resumed.
  case whenResumed
  /// Its batch tries it again by itself.
  case beingTried

  /// What tells failures of a kind apart.
  package enum Detail: Hashable, Sendable {
    /// Of a refusal, since others of its kind may be resent.
    case cause(String)
    /// The SMTP status.
    case code(String)
  }

  /// Names it in JSON and on the command line.
  package var name: String {
    switch self {
    case .anotherProgram: "sent by another program"
    case .otherCampaign: "of another campaign"
    case .cancelledCampaign: "its campaign was cancelled"
    case .uncertain: "uncertain: settle these first"
    case .notFailed(let status): "\(status.name): it has not failed"
    case .otherCondition: "of another status or kind"
    case .notResendable(let kind, let detail): "\(kind.rawValue)\(Self.words(detail)): may not be resent"
    case .receiversPolicy(let code):
      "\(code), a policy of the receiving server: resent by an explicit word only, once the sender was mended"
    case .onOwnList: "on the suppression list: sent by an explicit word only, one at a time"
    case .whenResumed: "sent when its campaign is resumed"
    case .beingTried: "still being tried"
    }
  }

  private static func words(_ detail: Detail?) -> String {
    switch detail {
    case .cause(let cause): " (\(cause))"
    case .code(let code): " \(code)"
    case nil: ""
    }
  }
}
