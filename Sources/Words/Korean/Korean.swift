import Model

/// What is said in Korean (한국어).
///
/// Formal and short, as a console speaks. What operators know by its English name keeps it: DLQ, SES, SQS, CSV. A value that
/// is put in stands where no particle need follow it; where one must, ``Particle`` chooses.
struct Korean: Words {
  func count(_ value: Int) -> String { Figures.count(value) }

  /// Messages, events, letters, documents: `2,000건`.
  func items(_ value: Int) -> String { "\(Figures.count(value))건" }

  /// Recipients: `2,000명`.
  func people(_ value: Int) -> String { "\(Figures.count(value))명" }

  /// Batches: `40개`.
  func pieces(_ value: Int) -> String { "\(Figures.count(value))개" }

  func span(_ span: Duration) -> String {
    let total = max(0, span.milliseconds / 1000)
    let (days, hours, minutes, seconds) = (total / 86_400, total / 3600 % 24, total / 60 % 60, total % 60)
    if days > 0 { return "\(days)일\(two(hours))시간" }
    if hours > 0 { return "\(hours)시간\(two(minutes))분" }
    if minutes > 0 { return "\(minutes)분\(two(seconds))초" }
    return "\(seconds)초"
  }

  private func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : String(value) }
}
