import Model

/// What is said in English.
struct English: Words {
  /// A count and its noun: `1 recipient`, `2,000 recipients`.
  func count(_ value: Int, _ noun: String, plural: String? = nil) -> String {
    "\(Figures.count(value)) \(value == 1 ? noun : plural ?? noun + "s")"
  }

  func count(_ value: Int) -> String { Figures.count(value) }

  func span(_ span: Duration) -> String {
    Figures.span(span, days: "d", hours: "h", minutes: "m", seconds: "s")
  }
}
