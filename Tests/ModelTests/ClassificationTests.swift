import Testing

@testable import Model

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
    #expect(unknown.advice == .finalAfterAll(code: "5.1.1", StatusFinding("5.1.1")))
    let expired = Classification.bounce(
      type: "Transient", subtype: "General", diagnostic: "smtp; 550 4.4.7 Message expired")
    #expect(expired.smtpStatus == "4.4.7")
    #expect(!expired.isResendable)
    #expect(expired.advice == .givenUp(code: "4.4.7"))
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
  }

  @Test func aPlainReplyCodeCounts() {
    func soft(_ diagnostic: String) -> Classification {
      .bounce(type: "Transient", subtype: "General", diagnostic: diagnostic)
    }
    #expect(soft("smtp; 550 user unknown").smtpStatus == "550")
    #expect(!soft("smtp; 550 user unknown").isResendable)
    #expect(soft("421 try again later").smtpStatus == "421")
    #expect(soft("421 try again later").isResendable)
    #expect(soft("smtp; 452 too many connections").isResendable)
  }

  /// The words of a server that wrote no code are no note of a person who is away.
  @Test(arguments: ["General", ""]) func aBounceWithWordsIsNoAutomaticReply(subtype: String) {
    let bounces: [Classification] = [
      .bounce(type: "Transient", subtype: subtype, action: "failed"),
      .bounce(type: "Transient", subtype: subtype, status: "unknown"),
      .bounce(type: "Transient", subtype: subtype, diagnostic: "smtp; the mailbox is unknown"),
      .bounce(type: "Transient", subtype: subtype, isReported: true),
    ]
    for bounce in bounces {
      #expect(
        bounce == Classification(kind: .soft, cause: "Transient", subtype: subtype, smtpStatus: "4.0.0"))
      #expect(!bounce.isAutomaticReply && bounce.isResendable)
      #expect(bounce.advice == .passing(nil))
    }
    let unknown = Classification.bounce(
      type: "Transient", subtype: subtype, action: "failed", diagnostic: "smtp; 550: x")
    #expect(unknown.smtpStatus == "550" && !unknown.isResendable)
    #expect(
      Classification.bounce(type: "Transient", subtype: subtype, action: "", status: "").advice == .automaticReply)
    // Of others nobody thinks that.
    #expect(Classification.bounce(type: "Transient", subtype: "MailboxFull", action: "failed").smtpStatus == nil)
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

}
