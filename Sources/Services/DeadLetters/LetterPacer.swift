package import Model
import Pacing

/// How dead letters are to be worked through: how fast, and whether to go on.
package struct LetterPace: Sendable {
  /// How fast; `nil` for as fast as it goes.
  package var rate: LetterRate?
  /// Asked between two letters, when nothing is in hand: waits while the work is paused, and says whether to go on.
  package var mayGoOn: @Sendable () async -> Bool

  /// Makes a pace.
  package init(rate: LetterRate? = nil, mayGoOn: @escaping @Sendable () async -> Bool = { true }) {
    (self.rate, self.mayGoOn) = (rate, mayGoOn)
  }

  /// As fast as it goes, to the end.
  package static let atOnce = LetterPace()
}

/// Says how many letters may be taken now: a limit, which waits for nobody and reads no clock.
struct LetterPacer {
  private let rate: LetterRate?
  private var began: ContinuousClock.Instant?
  private var left = 0

  init(_ rate: LetterRate?) { self.rate = rate }

  /// How many may be taken, ten at most; or until when to wait.
  mutating func turn(at now: ContinuousClock.Instant) -> Turn<Never> {
    guard let rate else { return .go(10) }
    if left == 0 {
      if let began {
        let next = began + .seconds(Double(rate.atATime) / rate.perSecond)
        if now < next { return .wait(until: next) }
      }
      began = now
      left = rate.atATime
    }
    return .go(min(10, left))
  }

  /// So many were put back.
  mutating func take(_ count: Int) { left = max(0, left - count) }
}
