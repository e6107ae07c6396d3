/// Names what a piece of the screen is for; a theme says how it looks.
package enum Role: String, CaseIterable, Hashable, Sendable {
  /// The ground everything else is laid over.
  case text
  case muted, strong, title
  /// The line at the top of the screen, and the one at the bottom.
  case bar
  /// The names of columns.
  case header
  case border, borderFocused
  /// The selected row where the keys go, and elsewhere.
  case selection, selectionInactive
  /// What a filter or a search found.
  case match
  case good, warning, bad, info, accent
  /// A key in the line of hints, and what it does.
  case key, keyHint
  case gaugeFilled, gaugeEmpty, sparkline
  case tab, tabActive
  case label, input, inputFocused, placeholder
  case button, buttonFocused
  case dialog, dialogBorder
}
