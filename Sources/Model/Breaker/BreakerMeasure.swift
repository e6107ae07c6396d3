/// What is counted against a sender. The raw value stands in configurations and stores.
package enum BreakerMeasure: String, CaseIterable, Sendable {
  /// Mails that bounced for good, of those whose fate is known; complaints of the same.
  case bounces, complaints
  /// Texts to numbers that there are not, and texts that carriers took for unwanted.
  case invalidNumbers, carrierBlocks

  /// What it is counted of.
  package var channel: Channel {
    switch self {
    case .bounces, .complaints: .email
    case .invalidNumbers, .carrierBlocks: .sms
    }
  }
}

/// From where on a measure is told, and from where on it stops.
package struct BreakerLimit: Equatable, Sendable {
  /// The rate above which it stops, as a part of one.
  package var stop: Double
  /// The rate from which on it is told; `nil` for never.
  package var warn: Double?
  /// Of fewer nothing follows.
  package var least: Int
  /// Nothing follows of fewer whose fate is known.
  package var leastDecided: Int

  /// Makes a value from its parts.
  package init(stop: Double, warn: Double?, least: Int, leastDecided: Int) {
    self.stop = stop
    self.warn = warn
    self.least = least
    self.leastDecided = leastDecided
  }

  /// What holds without a word in the configuration.
  ///
  /// AWS reviews an account at 5 % of bounces and 0.1 % of complaints, and pauses it at 10 and 0.5
  /// (<https://docs.aws.amazon.com/ses/latest/dg/reputationdashboard-bounce.html>). Of texts nobody says where a carrier's
  /// patience ends: a list of which a tenth does not exist is an old one.
  package static func standard(_ measure: BreakerMeasure) -> BreakerLimit {
    switch measure {
    case .bounces: BreakerLimit(stop: 0.05, warn: 0.02, least: 10, leastDecided: 100)
    case .complaints: BreakerLimit(stop: 0.001, warn: nil, least: 4, leastDecided: 0)
    case .invalidNumbers: BreakerLimit(stop: 0.1, warn: 0.05, least: 10, leastDecided: 100)
    case .carrierBlocks: BreakerLimit(stop: 0.05, warn: 0.02, least: 10, leastDecided: 100)
    }
  }
}
