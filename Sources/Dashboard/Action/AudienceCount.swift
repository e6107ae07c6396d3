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
  /// The first recipient's message as it would read, by lines, subject first; without the HTML body.
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

  /// The first of the duplicates: their lines, and those of the rows that are sent to instead.
  package var duplicateLines: [DuplicateLine] = []
  /// A launch of the same content to the same people, under another name or in another order, a day ago at most.
  package var like: Twin?
  /// Whether nothing is sent to the first recipient, who is on the suppression list.
  package var isFirstKeptBack = false
  /// The first recipient's HTML body, as it is written; `nil` for none.
  package var previewHTML: String?
  /// What a launch would come to.
  package var forecast = Forecast()
  /// What the texts come to; `nil` for mail.
  package var texts: TextReport?
  /// How long the first recipient's text is; `nil` for mail.
  package var firstMeasure: TextMeasure?

  /// A row left out because its address was there already.
  package struct DuplicateLine: Equatable, Sendable {
    /// The line, and that of the row that is sent to instead.
    package var line, first: Int

    /// Makes a line.
    package init(line: Int, first: Int) { (self.line, self.first) = (line, first) }
  }

  /// How many there is something to say of: left out, kept back, or without a value.
  var remarks: Int { duplicates + invalid + suppressed + incomplete }

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
