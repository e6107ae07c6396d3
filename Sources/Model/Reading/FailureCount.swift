/// How many messages failed in one way.
package struct FailureCount: Equatable, Sendable {
  /// Says what the failure is; `nil` when there is none.
  package var classification: Classification
  /// Counts the messages.
  package var count: Int

  /// Makes a value from its parts.
  package init(classification: Classification, count: Int) {
    self.classification = classification
    self.count = count
  }
}
