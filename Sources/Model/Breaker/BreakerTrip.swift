/// Why a breaker has stopped a campaign.
package struct BreakerTrip: Hashable, Sendable {
  /// What was over its limit, how much it was, and of how many.
  package var measure: BreakerMeasure
  package var count, total: Int
  /// The limit, in percent as people read it.
  package var limit: String
  /// Whether it was the account, over seven days, and not the campaign by itself.
  package var isAccount: Bool

  /// Makes a value from its parts.
  package init(_ measure: BreakerMeasure, count: Int, total: Int, limit: String, isAccount: Bool) {
    self.measure = measure
    self.count = count
    self.total = total
    self.limit = limit
    self.isAccount = isAccount
  }

  /// The rate in percent, as people read it.
  package var percent: String { Share(count, of: total).percent }

  /// What is stored of it.
  var arguments: [String] { [measure.rawValue, percent, limit, String(count), String(total)] }

  init?(_ arguments: [String], isAccount: Bool) {
    guard let measure = BreakerMeasure(rawValue: arguments[0]), let count = Int(arguments[3]),
      let total = Int(arguments[4])
    else { return nil }
    self.init(measure, count: count, total: total, limit: arguments[2], isAccount: isAccount)
  }
}

extension Share {
  /// The rate in percent, as people read it: `6.1`, `0.15`.
  package var percent: String { Self.percent(rate) }

  /// A part of one in percent, with two decimals below one and one above, and none that say nothing: `5`, `0.1`, `6.1`.
  package static func percent(_ rate: Double) -> String {
    let hundredths = Int((rate * 10_000).rounded())
    if hundredths >= 100 {
      let tenths = Int((rate * 1000).rounded())
      return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
    if hundredths % 10 == 0 { return hundredths == 0 ? "0" : "0.\(hundredths / 10)" }
    return hundredths < 10 ? "0.0\(hundredths)" : "0.\(hundredths)"
  }
}
