import Model
import Testing
import Words

/// What an operator is told to do, in English.
@Suite struct AdviceTests {
  private func advice(_ classification: Classification, _ reason: String? = nil) -> String {
    Language.english.words.advice(classification.advice(on: reason))
  }

  /// Exchange Online's way to say that it knows the address and takes nothing from us.
  @Test func theServersWordsBeatItsClass() {
    let words = "smtp; 550 5.4.1 Recipient address rejected: Access denied. AS(201806281)"
    for type in ["Permanent", "Transient", "Undetermined"] {
      let advice = advice(Classification.bounce(type: type, subtype: "General", diagnostic: words), words)
      #expect(advice.contains("refuses"))
      #expect(!advice.contains("reached"))
    }
    let unreachable = Classification.bounce(
      type: "Transient", subtype: "General", diagnostic: "smtp; 450 4.4.1 no answer")
    #expect(advice(unreachable, "smtp; 450 4.4.1 no answer").contains("could not be reached"))
    let unknown = "smtp; 550 5.0.0 <a@b.example>: user unknown"
    #expect(
      advice(Classification.bounce(type: "Permanent", subtype: "General", diagnostic: unknown), unknown)
        .contains("no such user"))
  }

  @Test func anUnsubscribedAddressIsGood() {
    let advice = advice(Classification.bounce(type: "Permanent", subtype: "UnsubscribedRecipient"))
    #expect(advice.contains("unsubscribed"))
    #expect(advice.contains("address is good"))
  }

  @Test func everyAdviceIsOneSentence() {
    var seen: Set<String> = []
    let codes: [String?] =
      [nil] + (0...7).flatMap { subject in (0...27).map { "5.\(subject).\($0)" } } + ["4.4.7", "9", ""]
    let causes = [
      "Permanent", "Transient", "Undetermined", "Other", "MailboxFull", "SpamDetected", "IPFailure", "throttled",
      "quota", "transient", "unverifiedSender", "unverifiedRecipient", "sharedFault", "undecided", "failed",
      "invalidParameter", "optedOut",
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
            let advice = advice(Classification(kind: kind, cause: cause, subtype: subtype, smtpStatus: code))
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
    let global = advice(Classification.bounce(type: "Permanent", subtype: "Suppressed"))
    let own = advice(Classification.bounce(type: "Permanent", subtype: "OnAccountSuppressionList"))
    #expect(global.contains("global"))
    #expect(own.contains("your account"))
  }

  @Test func aCodeIsToldAlong() {
    #expect(advice(.bounce(type: "Transient", subtype: "General", status: "5.1.1")).contains("5.1.1"))
    #expect(
      advice(.bounce(type: "Transient", subtype: "General", diagnostic: "smtp; 550 4.4.7 Message expired"))
        .contains("4.4.7"))
    let unknown = "smtp; 550 user unknown"
    #expect(
      advice(.bounce(type: "Transient", subtype: "General", diagnostic: unknown), unknown).contains("no such user"))
  }

  @Test(arguments: ["OnAccountSuppressionList", "OnTenantSuppressionList", "SuppressedSomehow"])
  func aComplaintThatNamesAListSaysSo(subtype: String) throws {
    let found = try #require(Classification.complaint(subtype: subtype, feedbackType: nil))
    #expect(advice(found).contains("suppression list"))
  }

  @Test func theSandboxIsNamed() {
    let refused = Refusal(cause: .unverifiedRecipient, reason: "").classification
    #expect(advice(refused).contains("sandbox, where recipients must be verified too"))
  }
}
