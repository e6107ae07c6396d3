/// Why an effect failed, in the operator's words.
public struct Problem: Equatable, Sendable {
  /// What is wrong and where, such as `the store is locked by another program`.
  public var summary: String
  /// What to do about it; `nil` when there is nothing better than to wait.
  public var remedy: String?

  /// Makes a problem.
  public init(_ summary: String, remedy: String? = nil) {
    self.summary = summary
    self.remedy = remedy
  }

  /// Both in one line.
  var line: String { remedy.map { "\(summary) · \($0)" } ?? summary }
}

/// What a command did.
public struct Outcome: Equatable, Sendable {
  /// Messages, letters or recipients it acted on.
  public var count: Int
  /// What else there is to say, such as `50 left alone: already accepted`.
  public var note: String?

  /// Makes an outcome.
  public init(count: Int, note: String? = nil) {
    self.count = count
    self.note = note
  }
}
