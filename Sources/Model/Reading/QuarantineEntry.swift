/// Input that could not be understood, whole, with the error.
public struct QuarantineEntry: Equatable, Sendable {
  /// Names it within its store.
  public var id: Int64
  /// Says when it happened.
  public var at: Timestamp
  /// Says what is wrong.
  public var error: String
  /// Holds the input as text.
  public var body: String

  /// Makes a value from its parts.
  public init(id: Int64, at: Timestamp, error: String, body: String) {
    self.id = id
    self.at = at
    self.error = error
    self.body = body
  }
}
