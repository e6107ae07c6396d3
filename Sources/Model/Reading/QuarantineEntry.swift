/// Input that could not be understood, whole, with the error.
public struct QuarantineEntry: Equatable, Sendable {
  public var id: Int64
  public var at: Timestamp
  public var error: String
  public var body: String

  public init(id: Int64, at: Timestamp, error: String, body: String) {
    self.id = id
    self.at = at
    self.error = error
    self.body = body
  }
}
