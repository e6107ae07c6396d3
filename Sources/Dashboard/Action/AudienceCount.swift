package import Model
package import Words

/// What counting an audience found: exactly what a launch of the same composition would send to.
package struct AudienceCount: Equatable, Sendable {
  /// Recipients that would be sent to.
  package var recipients: Int
  /// Rows left out because their address was there already.
  package var duplicates: Int
  /// Rows left out because their address is not one.
  package var invalid: Int
  /// The first of the invalid rows; not all of them.
  package var invalidLines: [ComposeProblem.InvalidLine]
  /// Recipients who are on the suppression list: nothing is sent to them.
  package var suppressed: Int
  /// The first of them by their addresses; not all of them.
  package var suppressedAddresses: [String]
  /// Recipients who have no value for something that the template says.
  package var incomplete: Int
  /// The first of them; not all.
  package var incompleteLines: [IncompleteLine]
  /// Counts the batches they would travel in.
  package var batches: Int
  /// The columns other than the address.
  package var columns: [String]
  /// Variables the template asks for and the file has no column for: they would fail when rendered.
  package var missingColumns: [String]
  /// The latest launch of the same name, content and audience; `nil` when there was none.
  package var twin: Twin?
  /// When it would begin; `nil` for at once.
  package var dueAt: Timestamp?
  /// The first recipient's address.
  package var firstAddress: String
  /// The first recipient's message as it would read, by lines, subject first.
  package var preview: [String]

  /// A recipient without a value.
  package struct IncompleteLine: Equatable, Sendable {
    /// The line of the file, or the row.
    package var line: Int
    /// What there is no value for.
    package var variables: [String]

    /// Makes a line.
    package init(line: Int, variables: [String]) { (self.line, self.variables) = (line, variables) }
  }

  /// Makes a count.
  package init(
    recipients: Int, duplicates: Int = 0, invalid: Int = 0, invalidLines: [ComposeProblem.InvalidLine] = [],
    batches: Int,
    columns: [String] = [], missingColumns: [String] = [], twin: Twin? = nil,
    firstAddress: String = "", preview: [String] = [], dueAt: Timestamp? = nil,
    suppressed: Int = 0, suppressedAddresses: [String] = [], incomplete: Int = 0,
    incompleteLines: [IncompleteLine] = []
  ) {
    self.incomplete = incomplete
    self.incompleteLines = incompleteLines
    self.suppressed = suppressed
    self.suppressedAddresses = suppressedAddresses
    self.dueAt = dueAt
    self.twin = twin
    self.recipients = recipients
    self.duplicates = duplicates
    self.invalid = invalid
    self.invalidLines = invalidLines
    self.batches = batches
    self.columns = columns
    self.missingColumns = missingColumns
    self.firstAddress = firstAddress
    self.preview = preview
  }
}
