import Model
import Words

/// What counting an audience found: exactly what a launch of the same composition would send to.
package struct AudienceCount: Equatable, Sendable {
  /// A campaign like this one that was launched before.
  package struct Twin: Equatable, Sendable {
    /// Names it.
    package var id: CampaignID
    /// Says when it was launched.
    package var at: Timestamp
    /// True when its launch was cut off: launching goes on with it, and nobody gets a second copy.
    package var isContinued: Bool

    /// Makes a twin.
    package init(id: CampaignID, at: Timestamp, isContinued: Bool) {
      self.id = id
      self.at = at
      self.isContinued = isContinued
    }

    /// When, for a line on the screen: `2026-11-25 10:04 UTC`.
    var moment: String { at.description.prefix(16).replacing("T", with: " ") + " UTC" }
  }

  /// Recipients that would be sent to.
  package var recipients: Int
  /// Rows left out because their address was there already.
  package var duplicates: Int
  /// Rows left out because their address is not one.
  package var invalid: Int
  /// The first of the invalid rows; not all of them.
  package var invalidLines: [ComposeProblem.InvalidLine]
  /// Counts the batches they would travel in.
  package var batches: Int
  /// The columns other than the address.
  package var columns: [String]
  /// Variables the template asks for and the file has no column for: they would fail when rendered.
  package var missingColumns: [String]
  /// The latest launch of the same name, content and audience; `nil` when there was none.
  package var twin: Twin?
  /// The first recipient's address.
  package var firstAddress: String
  /// The first recipient's message as it would read, by lines, subject first.
  package var preview: [String]

  /// Makes a count.
  package init(
    recipients: Int, duplicates: Int = 0, invalid: Int = 0, invalidLines: [ComposeProblem.InvalidLine] = [],
    batches: Int,
    columns: [String] = [], missingColumns: [String] = [], twin: Twin? = nil,
    firstAddress: String = "", preview: [String] = []
  ) {
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
