/// How many messages failed in one way.
public struct FailureCount: Equatable, Sendable {
  /// Says what the failure is; `nil` when there is none.
  public var classification: Classification
  /// Counts the messages.
  public var count: Int

  /// Makes a value from its parts.
  public init(classification: Classification, count: Int) {
    self.classification = classification
    self.count = count
  }
}
