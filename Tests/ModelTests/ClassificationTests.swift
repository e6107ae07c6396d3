import Model
import Testing

/// The table "Classification kinds" of the command line's contract, row by row.
@Suite struct ClassificationTests {
  @Test(arguments: [
    ("Permanent", "General", FailureKind.hard), ("Permanent", "NoEmail", .hard), ("Permanent", "New", .hard),
    ("Permanent", "UnsubscribedRecipient", .suppressed), ("Transient", "UnsubscribedRecipient", .suppressed),
    ("Permanent", "OnSomeNewList", .suppressed),
    ("Permanent", "Suppressed", .suppressed), ("Permanent", "OnAccountSuppressionList", .suppressed),
    ("Permanent", "OnTenantSuppressionList", .suppressed), ("Permanent", "EmailValidationSuppressed", .suppressed),
    ("Transient", "General", .soft), ("Transient", "MailboxFull", .soft), ("Transient", "CustomTimeoutExceeded", .soft),
    ("Transient", "MessageTooLarge", .content), ("Transient", "ContentRejected", .content),
    ("Transient", "AttachmentRejected", .content),
    ("Undetermined", "Undetermined", .undetermined), ("Sideways", "General", .undetermined), ("", "", .undetermined),
  ])
  func bounceKinds(type: String, subtype: String, kind: FailureKind) {
    let found = Classification.bounce(type: type, subtype: subtype)
    #expect(found == Classification(kind: kind, cause: type, subtype: subtype))
    // Without any code, General is an automatic answer.
    #expect(found.isResendable == (kind == .soft && subtype != "General"))
  }

  @Test func softWithFinalStatusIsNotResendable() {
    let unknown = Classification.bounce(type: "Transient", subtype: "General", status: "5.1.1")
    #expect(unknown.kind == .soft)
    #expect(!unknown.isResendable)
    #expect(unknown.advice.contains("5.1.1"))
    let expired = Classification.bounce(
      type: "Transient", subtype: "General", diagnostic: "smtp; 550 4.4.7 Message expired")
    #expect(expired.smtpStatus == "4.4.7")
    #expect(!expired.isResendable)
    #expect(expired.advice.contains("4.4.7"))
    #expect(Classification.bounce(type: "Transient", subtype: "General", status: "4.4.1").isResendable)
    #expect(Classification.bounce(type: "Transient", subtype: "MailboxFull", status: "4.2.2").isResendable)
    #expect(!Classification.bounce(type: "Transient", subtype: "MailboxFull", status: "5.2.2").isResendable)
  }

  @Test func delayedRecipientOfABounceIsUnderWay() {
    let delayed = Classification.bounce(type: "Permanent", subtype: "General", action: "delayed", status: "4.0.0")
    #expect(delayed.kind == .delay)
    #expect(delayed.smtpStatus == "4.0.0")
    #expect(Classification.bounce(type: "Permanent", action: "failed", status: "5.0.0").kind == .hard)
  }

  @Test func complaints() {
    #expect(Classification.complaint(feedbackType: "not-spam") == nil)
    #expect(Classification.complaint()?.kind == .complaint)
    #expect(Classification.complaint(feedbackType: "abuse")?.subtype == "abuse")
  }

  /// SES did not even try then: nobody complained of this mail, and AWS counts it in no rate.
  @Test(arguments: ["OnAccountSuppressionList", "OnTenantSuppressionList", "SuppressedSomehow"])
  func aComplaintThatNamesAListIsNone(subtype: String) throws {
    let found = try #require(Classification.complaint(subtype: subtype, feedbackType: nil))
    #expect(found == Classification(kind: .suppressed, cause: "Complaint", subtype: subtype))
    #expect(found.kind.status == .suppressed)
    #expect(!found.isResendable)
    #expect(found.advice.contains("suppression list"))
  }

  @Test func aPlainReplyCodeCounts() {
    func soft(_ diagnostic: String) -> Classification {
      .bounce(type: "Transient", subtype: "General", diagnostic: diagnostic)
    }
    #expect(soft("smtp; 550 user unknown").smtpStatus == "550")
    #expect(!soft("smtp; 550 user unknown").isResendable)
    #expect(soft("smtp; 550 user unknown").advice(on: "smtp; 550 user unknown").contains("no such user"))
    #expect(soft("421 try again later").smtpStatus == "421")
    #expect(soft("421 try again later").isResendable)
    #expect(soft("smtp; 452 too many connections").isResendable)
  }

  /// Exchange Online's way to say that it knows the address and takes nothing from us.
  @Test func theServersWordsBeatItsClass() {
    let words = "smtp; 550 5.4.1 Recipient address rejected: Access denied. AS(201806281)"
    for type in ["Permanent", "Transient", "Undetermined"] {
      let advice = Classification.bounce(type: type, subtype: "General", diagnostic: words).advice(on: words)
      #expect(advice.contains("refuses"))
      #expect(!advice.contains("reached"))
    }
    let unreachable = Classification.bounce(
      type: "Transient", subtype: "General", diagnostic: "smtp; 450 4.4.1 no answer")
    #expect(unreachable.advice(on: "smtp; 450 4.4.1 no answer").contains("could not be reached"))
    let unknown = "smtp; 550 5.0.0 <a@b.example>: user unknown"
    #expect(
      Classification.bounce(type: "Permanent", subtype: "General", diagnostic: unknown).advice(on: unknown)
        .contains("no such user"))
  }

  @Test func anUnsubscribedAddressIsGood() {
    let advice = Classification.bounce(type: "Permanent", subtype: "UnsubscribedRecipient").advice
    #expect(advice.contains("unsubscribed"))
    #expect(advice.contains("address is good"))
  }

  @Test func refusalsByCause() {
    let resendable = Refusal.Cause.allCases.filter {
      Refusal(cause: $0, reason: "").classification.isResendable
    }
    #expect(
      resendable == [
        .throttled, .quota, .transient, .unusable, .unverifiedSender, .unverifiedRecipient, .sharedFault, .undecided,
        .failed,
        .accountPaused,
      ])
    #expect(!Classification(kind: .refused, cause: "something new").isResendable)
  }

  @Test func everyAdviceIsOneSentence() {
    var seen: Set<String> = []
    let codes: [String?] =
      [nil] + (0...7).flatMap { subject in (0...27).map { "5.\(subject).\($0)" } } + ["4.4.7", "9", ""]
    let causes = [
      "Permanent", "Transient", "Undetermined", "Other", "MailboxFull", "SpamDetected", "IPFailure", "throttled",
      "quota", "transient", "unverifiedSender", "unverifiedRecipient", "sharedFault", "undecided", "failed",
      "invalidParameter",
      "accountPaused", "other", "",
    ]
    let subtypes = [
      "", "General", "NoEmail", "Suppressed", "OnAccountSuppressionList", "MailboxFull", "MessageTooLarge", "abuse",
      "fraud", "virus", "auth-failure", "UnsubscribedRecipient", "CustomTimeoutExceeded",
    ]
    for kind in FailureKind.allCases {
      for cause in causes {
        for subtype in subtypes {
          for code in codes {
            let advice = Classification(kind: kind, cause: cause, subtype: subtype, smtpStatus: code).advice
            seen.insert(advice)
            guard advice.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), advice.hasSuffix("."), advice.count < 240
            else {
              Issue.record("not one plain sentence: \(advice)")
              return
            }
          }
        }
      }
    }
    #expect(seen.count > 100)
  }

  @Test func adviceNamesWhichSuppressionList() {
    let global = Classification.bounce(type: "Permanent", subtype: "Suppressed").advice
    let own = Classification.bounce(type: "Permanent", subtype: "OnAccountSuppressionList").advice
    #expect(global.contains("global"))
    #expect(own.contains("your account"))
  }
}
