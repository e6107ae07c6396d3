/// How a campaign reaches its recipients.
package enum Channel: String, CaseIterable, Sendable {
  case email, sms

  /// Recipients in one queue message unless the operator says otherwise.
  package var defaultBatchSize: Int {
    switch self {
    case .email: 50
    case .sms: 10
    }
  }

  /// The CSV column that holds a recipient's address.
  package var addressColumn: String {
    switch self {
    case .email: "email"
    case .sms: "phone"
    }
  }
}
