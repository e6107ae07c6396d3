/// The names of a template's variables and of an audience's columns, as they are compared.
package enum VariableName {
  /// Returns a name without what nobody sees in it: characters that show nothing, and more white space than one blank
  /// between two words. What a spreadsheet or an editor has slipped in makes no other name.
  package static func cleaned(_ text: some StringProtocol) -> String {
    var words: [String.UnicodeScalarView] = []
    var isWordOpen = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isWordOpen = false
      } else if isShown(scalar) {
        if !isWordOpen { words.append(String.UnicodeScalarView()) }
        isWordOpen = true
        words[words.count - 1].append(scalar)
      }
    }
    return words.map { String($0) }.joined(separator: " ")
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format: false
    default: !scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
