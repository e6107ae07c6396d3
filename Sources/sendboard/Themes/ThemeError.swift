/// Says why a theme cannot be used.
struct ThemeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Names the reason.
  enum Code: String, Hashable, Sendable {
    case notFound, unreadable, syntax, unknownRole, badStyle
  }

  /// Names the reason.
  let code: Code
  /// Names the file; for a theme that is not found, the theme.
  let file: String
  /// Counts the line from 1; nil where it is about the whole file.
  let line: Int?
  /// Says what exactly is wrong, and what would be right.
  let context: String

  var description: String {
    "\(file)\(line.map { ":\($0)" } ?? ""): \(context)"
  }
}
