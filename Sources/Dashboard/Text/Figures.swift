import Model

/// Writes numbers, spans and times as every pane shows them.
enum Figures {
  /// A count with thousands separators: `1,234,567`.
  static func count(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var text = value < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A count and its noun: `1 recipient`, `2,000 recipients`.
  static func count(_ value: Int, _ noun: String, plural: String? = nil) -> String {
    "\(count(value)) \(value == 1 ? noun : plural ?? noun + "s")"
  }

  /// A share in percent, rounded down, so that 100 % means all of it.
  static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0, part > 0 else { return "0%" }
    if part >= whole { return "100%" }
    let percent = Int(Double(part) * 100 / Double(whole))
    return percent == 0 ? "<1%" : "\(min(percent, 99))%"
  }

  /// A percentage with as many decimals as its thresholds need: `0.08`, `12.3`.
  static func decimal(_ value: Double, places: Int) -> String {
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
  static func rate(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return "0" }
    if value < 0.05 { return "<0.1" }
    if value < 9.95 { return decimal(value, places: 1) }
    return value < 99_999.5 ? decimal(value, places: 0) : "\(decimal(value / 1000, places: 0))k"
  }

  /// A span in its two largest units: `42s`, `3m05s`, `3h05m`, `2d04h`.
  static func span(_ span: Duration) -> String {
    let total = max(0, span.milliseconds / 1000)
    let (days, hours, minutes, seconds) = (total / 86_400, total / 3600 % 24, total / 60 % 60, total % 60)
    if days > 0 { return "\(days)d\(two(hours))h" }
    if hours > 0 { return "\(hours)h\(two(minutes))m" }
    if minutes > 0 { return "\(minutes)m\(two(seconds))s" }
    return "\(seconds)s"
  }

  private static func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
}
