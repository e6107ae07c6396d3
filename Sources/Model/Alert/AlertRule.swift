/// What somebody is told of by himself. The raw value stands in configurations and stores.
package enum AlertRule: String, CaseIterable, Sendable {
  /// Sending is over: the provider has stopped the account, or its quota is nearly used up.
  case accountStopped, quota
  /// What became of a campaign: something has paused it, it could not be launched, it is over.
  case campaignPaused, launchFailed, campaignFinished
  /// Why messages of a campaign fail, cause by cause.
  case bounces, complaints
  /// What waits for somebody.
  case deadLetters, uncertain, quarantine
  /// Events come late, or none of what was sent.
  case lag, silence
  /// A queue or a provider cannot be reached; nobody sends any more.
  case linkDown, workerGone

  /// Whether it tells of something that is over once it is told, and no state that lasts.
  package var isMoment: Bool { self == .campaignFinished || self == .launchFailed }

  /// Whether one that fires keeps another quiet, for whoever is told of the bigger knows enough: an account that is stopped
  /// says all of its campaigns, and a campaign that is paused all that it is paused for.
  package func mutes(_ other: AlertRule) -> Bool {
    switch self {
    case .accountStopped:
      switch other {
      case .campaignPaused, .bounces, .complaints, .quota, .silence: true
      case .accountStopped, .launchFailed, .campaignFinished, .deadLetters, .uncertain, .quarantine, .lag, .linkDown,
        .workerGone:
        false
      }
    case .campaignPaused: other == .bounces || other == .complaints
    case .quota, .launchFailed, .campaignFinished, .bounces, .complaints, .deadLetters, .uncertain, .quarantine, .lag,
      .silence, .linkDown, .workerGone:
      false
    }
  }
}

/// What one message to a channel is about: everything of the same rule, campaign and subject is told together.
package struct AlertKey: Hashable, Sendable {
  /// The rule.
  package var rule: AlertRule
  /// The campaign that it is about; `nil` for the account, the store or this host.
  package var campaign: CampaignID?
  /// What tells it from others of the rule, such as a cause or a link; empty for nothing.
  package var subject: String

  /// Makes a key.
  package init(_ rule: AlertRule, campaign: CampaignID? = nil, subject: String = "") {
    (self.rule, self.campaign, self.subject) = (rule, campaign, subject)
  }

  /// Whether this one, while it fires, keeps another quiet.
  package func mutes(_ other: AlertKey) -> Bool {
    rule.mutes(other.rule) && (campaign == nil || campaign == other.campaign)
  }
}
