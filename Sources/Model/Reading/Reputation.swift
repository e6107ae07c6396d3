/// What AWS judges a sender by, counted as AWS counts.
///
/// A hard bounce counts, and so does one from SES's own suppression list. What the account's list holds back was never
/// sent and counts nowhere, and neither does mail to the mailbox simulator:
/// <https://docs.aws.amazon.com/ses/latest/dg/faqs-metrics.html>.
package struct Reputation: Equatable, Sendable {
  /// Messages that were sent, and those of them that bounced for good or were complained about.
  package var sent, bounced, complained: Int

  /// Makes a value from its parts.
  package init(sent: Int = 0, bounced: Int = 0, complained: Int = 0) {
    self.sent = sent
    self.bounced = bounced
    self.complained = complained
  }

  /// Bounces in percent. AWS reviews at 5 %, pauses at 10 %.
  package var bouncePercent: Double { sent == 0 ? 0 : Double(bounced) * 100 / Double(sent) }
  /// Complaints in percent. AWS reviews at 0.1 %, pauses at 0.5 %.
  package var complaintPercent: Double { sent == 0 ? 0 : Double(complained) * 100 / Double(sent) }
}

extension Classification {
  /// Whether AWS counts it as a bounce.
  package var countsAsBounce: Bool { kind == .hard || (kind == .suppressed && subtype == "Suppressed") }

  /// Whether AWS counts it as a complaint.
  package var countsAsComplaint: Bool { kind == .complaint }

  /// Whether the message was never sent to anybody, though the provider took it.
  package var wasNeverSent: Bool { kind == .suppressed && subtype != "Suppressed" }
}
