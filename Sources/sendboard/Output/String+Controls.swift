import Canvas

extension String {
  /// The text as it may be given to a terminal: what could steer it, or shows nothing, stands there as a mark.
  func withoutControls(keepingBreaks: Bool = false) -> String {
    HiddenScalar.visible(self, keepingBreaks: keepingBreaks)
  }
}
