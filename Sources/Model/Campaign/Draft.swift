/// A campaign that is being composed: what was typed into each field, and nothing of what the fields name.
package struct Draft: Equatable, Sendable {
  /// Tells drafts apart, whoever began them.
  package struct ID: Hashable, Sendable, CustomStringConvertible {
    /// What is stored.
    package var rawValue: String

    /// Makes an ID of what is stored.
    package init(rawValue: String) { self.rawValue = rawValue }

    /// What is stored.
    package var description: String { rawValue }
  }

  /// Which one.
  package var id: ID
  /// What was typed, by the names of the fields; what a version does not know it leaves as it is.
  package var entries: [String: String]
  /// Who typed last.
  package var `operator`: String
  /// When something was typed last.
  package var changedAt: Timestamp

  /// The field that names the campaign.
  package static let nameEntry = "name"

  /// The campaign's name as far as it was typed.
  package var name: String { entries[Self.nameEntry] ?? "" }

  /// Makes a draft.
  package init(id: ID, entries: [String: String], operator: String = "", changedAt: Timestamp) {
    (self.id, self.entries, self.operator, self.changedAt) = (id, entries, `operator`, changedAt)
  }
}
