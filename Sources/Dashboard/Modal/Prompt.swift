import Canvas
import Words

/// A line at the bottom that filters as it is typed.
struct Prompt: Equatable, Sendable {
  /// What the typed text is for.
  enum Purpose: Equatable, Sendable {
    /// Anything, in Find.
    case find
    /// The start of an address, in Messages.
    case messages
    /// A part of a campaign's name.
    case campaignName
    /// A part of what was done.
    case history
    /// A batch's state or number.
    case batches
  }

  var purpose: Purpose
  var editor: LineEditor
  /// What Esc brings back.
  var before: String

  init(_ purpose: Purpose, text: String) {
    self.purpose = purpose
    before = text
    editor = LineEditor(text)
  }

  var label: NoticeText {
    switch purpose {
    case .find: .find
    case .messages: .addressBegins
    case .campaignName: .nameContains
    case .history: .contains
    case .batches: .stateOrNumber
    }
  }
}
