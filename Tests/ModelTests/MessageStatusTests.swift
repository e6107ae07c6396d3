import Model
import Testing

/// What is on disk, in JSON and in the order of statuses; three things that do not follow from each other.
@Suite struct MessageStatusTests {
  /// Files of every earlier version hold these numbers and these names.
  @Test(arguments: [
    (MessageStatus.queued, 0, "queued"), (.cancelled, 1, "cancelled"), (.sending, 2, "sending"),
    (.uncertain, 3, "uncertain"), (.refused, 4, "refused"), (.accepted, 5, "accepted"), (.delayed, 6, "delayed"),
    (.delivered, 7, "delivered"), (.opened, 8, "opened"), (.clicked, 9, "clicked"), (.softBounced, 10, "softBounced"),
    (.renderFailed, 11, "renderFailed"), (.rejected, 12, "rejected"), (.suppressed, 13, "suppressed"),
    (.hardBounced, 14, "hardBounced"), (.complained, 15, "complained"),
  ])
  func codesAndNamesNeverChange(status: MessageStatus, code: Int, name: String) {
    #expect(status.rawValue == code)
    #expect(MessageStatus(rawValue: code) == status)
    #expect(status.name == name)
    #expect(MessageStatus(name: name) == status)
  }

  @Test func everyStatusHasItsPlaceInTheOrder() {
    #expect(
      MessageStatus.allCases.sorted { $0.rank < $1.rank } == [
        .queued, .cancelled, .sending, .uncertain, .refused, .accepted, .delayed, .delivered, .opened, .clicked,
        .softBounced, .renderFailed, .rejected, .suppressed, .hardBounced, .complained,
      ])
    #expect(Set(MessageStatus.allCases.map(\.rank)).count == MessageStatus.allCases.count)
    #expect(Set(MessageStatus.allCases.map(\.name)).count == MessageStatus.allCases.count)
  }

  /// What comes from acceptance on is proof of it; what stands before is none.
  @Test func proofOfAcceptanceFollowsTheOrder() {
    for status in MessageStatus.allCases {
      #expect(status.provesAcceptance == (status.rank >= MessageStatus.accepted.rank), "\(status)")
    }
  }
}

/// The names of events are in every store.
@Suite struct EventTypeTests {
  @Test func everyKnownTypeIsReadBack() {
    for type in EventType.known {
      #expect(EventType(name: type.name) == type)
      if case .other = type { Issue.record("\(type) has no name of its own") }
    }
    #expect(EventType.storedNames.count == EventType.known.count)
    #expect(
      EventType.storedNames == [
        "Bounce", "Click", "Click by one of several", "Complaint", "Delivery", "DeliveryDelay", "Open",
        "Open by one of several", "Reject", "Rendering Failure", "Send", "Subscription",
        "Subscription by one of several",
        "accepted", "assumedSent", "assumptionWithdrawn", "automatic reply", "cancelled", "claimed", "queued",
        "refused",
        "resent", "settledToResend", "suppressed", "uncertain",
      ])
    #expect(EventType(name: "Something new") == .other("Something new"))
  }
}
