import Foundation
import Model
import Yams

extension SecretSource {
  /// How it is written.
  static let forms = "{env: NAME}, {file: PATH} or {command: [PROGRAM]}"

  /// Reads where a secret is kept; `nil` when it is written otherwise.
  init?(_ node: Node) {
    guard let mapping = node.mapping, mapping.count == 1, let (key, value) = mapping.first else { return nil }
    switch key.string {
    case "env":
      guard let variable = value.scalar?.string, !variable.isEmpty else { return nil }
      self = .environment(variable)
    case "file":
      guard let path = value.scalar?.string, !path.isEmpty, !path.utf8.contains(0) else { return nil }
      self = .file((path as NSString).expandingTildeInPath)
    case "command":
      let words = value.sequence?.map { $0.scalar?.string }
      guard let words, let arguments = words as? [String], arguments.first?.isEmpty == false else { return nil }
      self = .command(arguments)
    default: return nil
    }
  }

  /// What is wrong in a node that is none.
  static func fault(in node: Node) -> Node {
    guard let mapping = node.mapping, mapping.count == 1, let (key, value) = mapping.first else { return node }
    return ["env", "file", "command"].contains(key.string) ? value : key
  }
}
