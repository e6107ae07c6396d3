import Audience
import EventStore
import Model
import SMSText
import Services

/// Measures what everybody of an audience would be sent as a text.
enum TextCheck {
  /// Renders and measures each text; `nil` for mail, and where the template cannot be rendered.
  ///
  /// - Parameters:
  ///   - serves: whether the provider takes a number at all.
  ///   - stop: ends it when that is wished.
  /// - Throws: `StoreError`, `CancellationError`.
  static func report(
    _ plan: CampaignPlan, _ audience: LoadedAudience, by rule: TextRule, serves: (String) -> Bool,
    stop: ReadingStop = ReadingStop()
  ) throws -> TextReport? {
    guard plan.channel == .sms, let source = plan.template.text else { return nil }
    var report = TextReport()
    _ = try audience.staging.first(after: 0) { number, row -> Never? in
      if number % 1000 == 0, stop.isStopped { throw CancellationError() }
      let values = plan.channel.values(row.values, of: audience.columns, address: row.address)
      var measure = rule.measure(Preview.text(source, values: values))
      if !serves(row.address) { (measure.form, measure.fault) = (nil, .notServed) }
      report.add(measure, number: number, line: row.line)
      return nil
    }
    return report
  }
}

extension TextReport {
  /// How many go out as what, the cheapest first.
  var ranked: [(form: TextForm, count: Int)] {
    forms.sorted { $0.key.rank < $1.key.rank }.map { (form: $0.key, count: $0.value) }
  }
}
