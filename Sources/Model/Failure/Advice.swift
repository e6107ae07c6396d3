/// What an operator can do about a failure: a code with its arguments. Whoever shows it has the sentence, in the
/// reader's language.
package enum Advice: Hashable, Sendable {
  /// The receiving server refused it for good, and its code or its words say why.
  case bounced(StatusFinding, StatusFinding.Remedy)
  /// The receiving server says that there is no such address.
  case noSuchAddress
  /// The receiving server refused it for good and did not say why.
  case bouncedForGood
  /// The address bounced for some sender lately, and is on the provider's own list.
  case suppressedByProvider
  case suppressedForAccount
  case suppressedForTenant
  case unsubscribed
  /// The address is on the store's own list.
  case suppressedHere(Suppression.Cause)
  /// The provider judged the address to be undeliverable.
  case judgedUndeliverable
  /// The address is on a list that is not known here.
  case suppressed(list: String)
  /// The provider tried for hours and gave up.
  case givenUp(code: String)
  /// Said to pass, with a code that says that it does not.
  case finalAfterAll(code: String, StatusFinding?)
  case mailboxFull
  /// The time that was set for the delivery ran out.
  case timeRanOut
  /// A passing failure, which the code may explain.
  case passing(StatusFinding?)
  /// Somebody's program answered, as when out of office.
  case automaticReply
  case tooLarge
  case attachmentRejected
  case contentRejected
  /// The provider could not tell why it bounced, and the code does.
  case undetermined(StatusFinding?)
  /// A bounce of a type that is not known here.
  case unknownBounce(String)
  case reportedAsFraud
  case reportedAsVirus
  case reportedForAuthentication
  case reportedAsSpam
  /// The provider found a virus in it and sent nothing.
  case virus
  /// The template could not be filled in.
  case notRendered
  /// The provider said no.
  case refused(Refusal.Cause)
  /// It is still under way.
  case delayed(Delay)
  /// A text message did not arrive.
  case text(TextFailure)

  /// Why a delivery takes long.
  package enum Delay: Hashable, Sendable {
    case mailboxFull, slowedDown, recipientServer, blockedAddress, connection, hostName, deferred, provider, unknown
  }
}

extension Classification {
  /// What an operator can do, as far as the classification alone tells.
  package var advice: Advice { advice(on: nil) }

  /// What an operator can do.
  ///
  /// - Parameter reason: the receiving server's words, which may say more than its code.
  package func advice(on reason: String?) -> Advice {
    if let textFailure { return .text(textFailure) }
    let finding = finding(in: reason)
    return switch kind {
    case .hard: adviceOnHard(finding)
    case .suppressed: adviceOnSuppressed
    case .soft: adviceOnSoft(finding)
    case .content: adviceOnContent
    case .undetermined:
      finding == nil && cause != "Undetermined" && !cause.isEmpty ? .unknownBounce(cause) : .undetermined(finding)
    case .complaint: adviceOnComplaint
    case .rejected: .virus
    case .rendering: .notRendered
    case .refused: .refused(Refusal.Cause(rawValue: cause) ?? .other)
    case .delay: .delayed(delay)
    }
  }

  /// What the code says; or what the words say, where the code is that of a server out of reach, which said something all
  /// the same, or says next to nothing.
  private func finding(in reason: String?) -> StatusFinding? {
    let finding = smtpStatus.flatMap(StatusFinding.init)
    guard finding?.isVague ?? true, smtpStatus != "4.4.7" else { return finding }
    return reason.flatMap { StatusFinding(words: $0, code: smtpStatus) } ?? finding
  }

  private func adviceOnHard(_ finding: StatusFinding?) -> Advice {
    if let finding { return .bounced(finding, finding.isPolicy ? finding.remedy : .correctAddress) }
    return subtype == "NoEmail" ? .noSuchAddress : .bouncedForGood
  }

  private var adviceOnSuppressed: Advice {
    if isOwnList { return .suppressedHere(Suppression.Cause(rawValue: subtype) ?? .manual) }
    return switch subtype {
    case "Suppressed": .suppressedByProvider
    case "OnAccountSuppressionList": .suppressedForAccount
    case "OnTenantSuppressionList": .suppressedForTenant
    case _ where subtype.lowercased().contains("unsubscribe"): .unsubscribed
    case "EmailValidationSuppressed": .judgedUndeliverable
    default: .suppressed(list: subtype)
    }
  }

  private func adviceOnSoft(_ finding: StatusFinding?) -> Advice {
    if let code = smtpStatus, code == "4.4.7" { return .givenUp(code: code) }
    if hasFinalStatus, let code = smtpStatus { return .finalAfterAll(code: code, finding) }
    switch subtype {
    case "MailboxFull": return .mailboxFull
    case "CustomTimeoutExceeded": return .timeRanOut
    default: return finding == nil && isAutomaticReply ? .automaticReply : .passing(finding)
    }
  }

  private var adviceOnContent: Advice {
    switch subtype {
    case "MessageTooLarge": .tooLarge
    case "AttachmentRejected": .attachmentRejected
    default: .contentRejected
    }
  }

  private var adviceOnComplaint: Advice {
    switch subtype.lowercased() {
    case "fraud": .reportedAsFraud
    case "virus": .reportedAsVirus
    case "auth-failure": .reportedForAuthentication
    default: .reportedAsSpam
    }
  }

  private var delay: Advice.Delay {
    switch cause {
    case "MailboxFull": .mailboxFull
    case "SpamDetected": .slowedDown
    case "RecipientServerError": .recipientServer
    case "IPFailure": .blockedAddress
    case "TransientCommunicationFailure": .connection
    case "BYOIPHostNameLookupUnavailable": .hostName
    case "SendingDeferral": .deferred
    case "InternalFailure": .provider
    default: .unknown
    }
  }
}
