import Canvas

/// A line at the bottom that filters as it is typed.
struct Prompt: Equatable, Sendable {
  /// What the typed text is for.
  enum Purpose: Equatable, Sendable {
    /// The start of an address, in Messages or Find.
    case address(Pane)
    /// A part of a campaign's name.
    case campaignName
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

  var label: String {
    switch purpose {
    case .address: "address begins with: "
    case .campaignName: "name contains: "
    }
  }
}
