/// Where and why a template cannot be rendered.
package struct TemplateProblem: Error, Hashable {
  /// What is the matter.
  package enum Kind: Hashable, Sendable {
    /// A tag of another template language, cut to what a line holds.
    case notUnderstood(String)
    /// A section is closed that was not opened, or another one first.
    case strayEnd
    /// A section is opened and never closed, by its tag.
    case openSection(String)
    /// A tag is not closed.
    case openTag
  }

  /// The part of the template.
  package var part: Template.Part
  /// The line in it, from 1.
  package var line: Int
  /// What is the matter.
  package var kind: Kind

  /// Makes a problem.
  package init(_ kind: Kind, in part: Template.Part, line: Int) {
    (self.kind, self.part, self.line) = (kind, part, line)
  }

  /// True for a tag of another template language.
  package var isForeign: Bool { if case .notUnderstood = kind { true } else { false } }
}
