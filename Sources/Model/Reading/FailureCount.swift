/// How many messages failed in one way.
public struct FailureCount: Equatable, Sendable {
  public var classification: Classification
  public var count: Int

  public init(classification: Classification, count: Int) {
    self.classification = classification
    self.count = count
  }
}
