/// An address that nothing is sent to, and why.
package struct Suppression: Equatable, Identifiable, Sendable {
  /// The address as it was written.
  package var address: String
  /// Says why.
  package var cause: Cause
  /// When it was put on the list.
  package var since: Timestamp
  /// When it is taken off by itself; `nil` for never.
  package var until: Timestamp?
  /// Who put it there; empty for a rule.
  package var by: String
  /// What they wrote beside it.
  package var note: String
  /// The mailbox, which is on the list once.
  package var id: String { address.mailboxKey }

  /// What stands on the list when somebody puts the address there once more: what is graver stays, and what lasts longer.
  package func joined(by new: Suppression) -> Suppression {
    var joined = new.cause.gravity > cause.gravity ? new : self
    joined.until = until.flatMap { old in new.until.map { max(old, $0) } }
    joined.note = new.note.isEmpty ? note : new.note
    return joined
  }

  /// Why an address is on the list; the name is stored.
  package enum Cause: String, CaseIterable, Sendable {
    /// An operator put it there.
    case manual
    /// It bounced for good.
    case hardBounce
    case complaint
    /// Its person does not want any more.
    case unsubscribed

    /// Which of two counts: what its person wants before what is known of the mailbox, and that before an operator's word.
    fileprivate var gravity: Int {
      switch self {
      case .manual: 0
      case .hardBounce: 1
      case .unsubscribed: 2
      case .complaint: 3
      }
    }
  }

  /// Makes a value from its parts.
  package init(
    address: String, cause: Cause, since: Timestamp, until: Timestamp? = nil, by: String = "", note: String = ""
  ) {
    self.address = address
    self.cause = cause
    self.since = since
    self.until = until
    self.by = by
    self.note = note
  }
}

/// What puts an address on the list by itself.
package struct SuppressionRules: Equatable, Sendable {
  /// A bounce that is permanent.
  package var hardBounces: Bool
  /// A complaint, as by a mail program's button.
  package var complaints: Bool
  /// That somebody left the list that SES keeps, by its link or header.
  package var unsubscribes: Bool

  /// What holds without a word in the configuration: the first two.
  package static let standard = SuppressionRules(hardBounces: true, complaints: true)
  /// Nothing.
  package static let none = SuppressionRules(hardBounces: false, complaints: false)

  /// Makes a value from its parts.
  package init(hardBounces: Bool, complaints: Bool, unsubscribes: Bool = false) {
    self.hardBounces = hardBounces
    self.complaints = complaints
    self.unsubscribes = unsubscribes
  }

  /// Why a message of a status puts its address on the list; `nil` when it does not.
  package func cause(of status: MessageStatus) -> Suppression.Cause? {
    switch status {
    case .hardBounced: hardBounces ? .hardBounce : nil
    case .complained: complaints ? .complaint : nil
    case .queued, .sending, .uncertain, .accepted, .delayed, .delivered, .opened, .clicked, .softBounced, .renderFailed,
      .rejected, .suppressed, .refused, .cancelled:
      nil
    }
  }
}

extension Classification {
  /// Nothing was sent, for the address is on this store's own list.
  package static func ownList(_ cause: Suppression.Cause) -> Classification {
    Classification(kind: .suppressed, cause: "OwnList", subtype: cause.rawValue)
  }

  /// Whether it is such a one.
  package var isOwnList: Bool { kind == .suppressed && cause == "OwnList" }
}
