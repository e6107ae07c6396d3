/// A value of a gateway's file, with the line it stands on: YAML that was read, without its library.
package indirect enum SourceNode: Sendable {
  /// A text; one without quotes may be a number or a truth value.
  case text(String, isQuoted: Bool, line: Int)
  case list([SourceNode], line: Int)
  case mapping([Member], line: Int)

  /// A name and its value.
  package struct Member: Sendable {
    var name: String
    var line: Int
    var value: SourceNode

    /// Makes a member.
    package init(name: String, line: Int, value: SourceNode) {
      (self.name, self.line, self.value) = (name, line, value)
    }
  }

  /// Counted from 1.
  var line: Int {
    switch self {
    case .text(_, _, let line), .list(_, let line), .mapping(_, let line): line
    }
  }
}

/// What is wrong with a gateway's file.
package struct GatewayFileError: Error, Equatable, CustomStringConvertible {
  /// Names the file.
  package var file: String
  /// Counts the line from 1.
  package var line: Int
  /// What is wrong, and what would be right.
  package var context: String

  /// Makes an error.
  package init(file: String, line: Int, context: String) {
    (self.file, self.line, self.context) = (file, line, context)
  }

  /// Says where and what, in one line.
  package var description: String { "\(file):\(line): \(context)" }
}
