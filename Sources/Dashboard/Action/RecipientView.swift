package import Model

/// Whose message an operator looks at before a launch.
package enum RecipientWish: Equatable, Sendable {
  /// The recipient of a number, from 1, in the order of the audience.
  case number(Int)
  /// The next whose address or values have a text in them, after a number; from the beginning again behind the last.
  case containing(String, after: Int)
  /// Whose message is the longest.
  case longest
  /// The next who has no value for something that the template says, after a number; from the beginning again behind the last.
  case lacking(after: Int)
}

/// What one recipient would get.
package struct RecipientView: Equatable, Sendable {
  /// Their number, from 1.
  package var number: Int
  /// Their address.
  package var address: String
  /// The message as it would read, by lines, subject first; without the HTML body.
  package var lines: [String]
  /// The HTML body, as it is written; `nil` for none.
  package var html: String?
  /// What the template says and they have no value for.
  package var lacks: [String]
  /// The bytes of subject and bodies.
  package var bytes: Int
  /// How long the text is; `nil` for mail.
  package var measure: TextMeasure?
  /// Whether nothing is sent to them, for they are on the suppression list.
  package var isKeptBack = false

  /// Makes a value.
  package init(
    number: Int, address: String, lines: [String], html: String? = nil, lacks: [String] = [], bytes: Int = 0,
    measure: TextMeasure? = nil
  ) {
    self.html = html
    self.measure = measure
    (self.number, self.address, self.lines, self.lacks, self.bytes) = (number, address, lines, lacks, bytes)
  }
}
