/// How a campaign reaches its recipients.
public enum Channel: String, CaseIterable, Sendable {
  case email, sms

  /// Recipients in one queue message unless the operator says otherwise.
  public var defaultBatchSize: Int { self == .email ? 50 : 10 }

  /// The CSV column that holds a recipient's address.
  public var addressColumn: String { self == .email ? "email" : "phone" }
}
