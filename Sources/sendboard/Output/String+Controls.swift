extension String {
  /// The text with a space for each control character, which could steer the terminal.
  func withoutControls(keepingBreaks: Bool = false) -> String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { scalar in
          let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
          return isControl && !(keepingBreaks && scalar == "\n") ? " " : scalar
        }))
  }
}
