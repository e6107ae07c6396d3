/// What a message says to its one recipient, as far as it is known before the provider renders it.
package struct MessageContent: Equatable, Sendable {
  /// One of the recipient's values.
  package struct Field: Equatable, Sendable {
    /// Names the column it came from.
    package var name: String
    /// Holds the value; may be empty.
    package var value: String

    /// Makes a value from its parts.
    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// Names the sender.
  package var sender: String
  /// Holds the subject line with the recipient's values in it; empty for SMS.
  package var subject: String
  /// Holds the recipient's values, in the order of the columns.
  package var data: [Field]

  /// Makes a value from its parts.
  package init(sender: String, subject: String, data: [Field]) {
    self.sender = sender
    self.subject = subject
    self.data = data
  }
}
