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
    Figures.span(span, days: "일", hours: "시간", minutes: "분", seconds: "초")
  }
}
