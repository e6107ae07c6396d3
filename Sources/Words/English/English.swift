import Model

/// What is said in English.
struct English: Words {
  /// A count and its noun: `1 recipient`, `2,000 recipients`.
  func count(_ value: Int, _ noun: String, plural: String? = nil) -> String {
    "\(Figures.count(value)) \(value == 1 ? noun : plural ?? noun + "s")"
  }

  func count(_ value: Int) -> String { Figures.count(value) }

  func span(_ span: Duration) -> String {
    let total = max(0, span.milliseconds / 1000)
    let (days, hours, minutes, seconds) = (total / 86_400, total / 3600 % 24, total / 60 % 60, total % 60)
    if days > 0 { return "\(days)d\(two(hours))h" }
    if hours > 0 { return "\(hours)h\(two(minutes))m" }
    if minutes > 0 { return "\(minutes)m\(two(seconds))s" }
    return "\(seconds)s"
  }

  private func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
}
