import Model

extension Occurrence: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.outOfOrder("1 (receive)", .queue(.shownAgain))]
    case .outOfOrder: [.worksAgain("1 (receive)")]
    case .worksAgain: [.deadLetters(2, new: 1), .deadLetters(1, new: 1)]
    case .deadLetters: [.uncertain(2, new: 1), .uncertain(1, new: 1)]
    case .uncertain: [.quarantined(2, new: 1), .quarantined(1, new: 1)]
    case .quarantined:
      [
        .triedAgain(2, campaign: "1", name: "1", why: "1"), .triedAgain(1, campaign: "1", name: "1", why: "1"),
      ]
    case .triedAgain: [.paused(campaign: "1", name: "1", why: "1"), .paused(campaign: "1", name: "1", why: nil)]
    case .paused: [.goesOn(campaign: "1", name: "1")]
    case .goesOn: [.begun(campaign: "1", name: "1")]
    case .begun: [.failed("pause", about: "1", why: "1"), .failed("pause", about: "", why: "1")]
    case .failed: [.said("1")]
    case .said: []
    }
  }
}
