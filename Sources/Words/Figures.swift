import Model

/// Writes numbers as every language shows them; what has a noun or a unit, a language writes itself (``Words``).
package enum Figures {
  /// A count with thousands separators: `1,234,567`.
  package static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = value < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// Where a row is among how many: `300/20,000`; the number alone where there is no row.
  package static func position(_ place: Int?, of total: Int) -> String {
    place.map { "\(count($0))/\(count(max($0, total)))" } ?? count(total)
  }

  /// A count in three columns: `999`, `12k`, `.3M`, `2M`; rounded down.
  package static func brief(_ value: Int) -> String {
    let value = max(0, value)
    if value < 1000 { return String(value) }
    if value < 100_000 { return "\(value / 1000)k" }
    return value < 1_000_000 ? ".\(value / 100_000)M" : "\(value / 1_000_000)M"
  }

  /// A share in percent, rounded down, so that 100 % means all of it.
  package static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0, part > 0 else { return "0%" }
    if part >= whole { return "100%" }
    let percent = Int(Double(part) * 100 / Double(whole))
    return percent == 0 ? "<1%" : "\(min(percent, 99))%"
  }

  /// A percentage with as many decimals as its thresholds need: `0.08`, `12.3`.
  package static func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "–" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((value.magnitude * scale).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + count(scaled) }
    let fraction = String(scaled % Int(scale))
    return sign + count(scaled / Int(scale)) + "." + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// A rate a second: `0`, `0.4`, `120`, `12k`.
  package static func rate(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return "0" }
    if value < 0.05 { return "<0.1" }
    if value < 9.95 { return decimal(value, places: 1) }
    return value < 99_999.5 ? decimal(value, places: 0) : "\(decimal(value / 1000, places: 0))k"
  }

  /// The two greatest units of a span: `1d02h`, `1분02초`; seconds stand alone.
  static func span(
    _ span: Duration, days day: String, hours hour: String, minutes minute: String, seconds second: String
  ) -> String {
    let total = max(0, span.milliseconds / 1000)
    let (days, hours, minutes, seconds) = (total / 86_400, total / 3600 % 24, total / 60 % 60, total % 60)
    if days > 0 { return "\(days)\(day)\(two(hours))\(hour)" }
    if hours > 0 { return "\(hours)\(hour)\(two(minutes))\(minute)" }
    if minutes > 0 { return "\(minutes)\(minute)\(two(seconds))\(second)" }
    return "\(seconds)\(second)"
  }

  private static func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
}
