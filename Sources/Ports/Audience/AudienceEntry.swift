package import Model

/// What an audience says next.
package enum AudienceEntry: Equatable, Sendable {
  /// Somebody to send to.
  case recipient(AudienceRecipient)
  /// A row that names nobody who can be sent to.
  case invalid(InvalidRecipient)
}

/// One row of an audience.
package struct AudienceRecipient: Equatable, Sendable {
  /// The line the row starts at, from 1.
  package var line: Int
  /// The address in canonical form.
  package var address: String
  /// Template data: one value for each of ``AudienceSource/columns``.
  package var values: [String]

  /// Makes a recipient.
  package init(line: Int, address: String, values: [String]) {
    self.line = line
    self.address = address
    self.values = values
  }
}

/// A row that was not taken.
package struct InvalidRecipient: Equatable, Sendable {
  /// The line the row starts at, from 1.
  package var line: Int
  /// Why.
  package var problem: RowProblem
  /// What stands where the address should be; empty where that is not known.
  package var text: String

  /// Makes an entry.
  package init(line: Int, problem: RowProblem, text: String = "") {
    (self.line, self.problem, self.text) = (line, problem, text)
  }
}

/// A row that was dropped because its address came before.
package struct DuplicateRecipient: Equatable, Sendable {
  /// The line the row starts at, from 1.
  package var line: Int
  /// The line of the row that is sent to instead.
  package var first: Int
  /// The address, as this row has it.
  package var address: String

  /// Makes an entry.
  package init(line: Int, first: Int, address: String = "") {
    (self.line, self.first, self.address) = (line, first, address)
  }
}

/// A recipient who has no value for something the template says.
package struct IncompleteRecipient: Equatable, Sendable {
  /// The line the row starts at, from 1.
  package var line: Int
  /// What there is no value for.
  package var variables: [String]
  /// The address.
  package var address: String

  /// Makes an entry.
  package init(line: Int, variables: [String], address: String = "") {
    (self.line, self.variables, self.address) = (line, variables, address)
  }
}

/// A row of an audience of which there is something to say.
package enum AudienceNote: Equatable, Sendable {
  case invalid(InvalidRecipient)
  case duplicate(DuplicateRecipient)
  case incomplete(IncompleteRecipient)
}
