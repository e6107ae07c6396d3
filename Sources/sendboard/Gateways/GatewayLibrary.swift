import Foundation
import Model
import Gateways
import Yams

/// Finds gateways by name: the operator's own first, then the system's, then those that came with the program.
struct GatewayLibrary: Sendable {
  /// The folders to look in, the first that has the gateway winning.
  let folders: [String]

  init(folders: [String]) { self.folders = folders }

  /// Looks where ``DataFolders`` says.
  static var standard: GatewayLibrary {
    GatewayLibrary(
      folders: DataFolders.named(
        "gateways", environment: ProcessInfo.processInfo.environment, executable: DataFolders.executablePath))
  }

  /// The gateways there are.
  var names: [String] { DataFolders.names(in: folders).sorted() }

  /// Where a gateway is described; `nil` when it is not.
  func path(of name: String) -> String? { DataFolders.file(name, in: folders) }

  /// Reads a gateway.
  ///
  /// - Throws: ``CommandError`` when there is none of that name, or its file is wrong.
  func load(_ name: String) throws -> Gateway {
    guard let path = path(of: name) else {
      let names = names
      let guess =
        names.nearest(to: name).map { "did you mean '\($0)'?" }
        ?? (names.isEmpty ? "there are none" : "there are \(names.joined(separator: ", "))")
      throw CommandError("there is no gateway '\(name)': \(guess); looked in \(folders.joined(separator: ", "))")
    }
    return try Self.read(path, name: name)
  }

  /// Reads the file of a gateway.
  ///
  /// - Throws: ``CommandError``.
  static func read(_ path: String, name: String) throws -> Gateway {
    let text: String
    do throws(TextFile.Problem) { text = try TextFile.read(path, limit: PlainYAML.sizeLimit) } catch {
      throw CommandError("the gateway \(path) cannot be read: \(error)", underlying: error)
    }
    let root: Node?
    do { root = try PlainYAML.compose(text) } catch let error as PlainYAML.Problem {
      throw CommandError("\(path):\(error.line): \(error.words)", underlying: error)
    } catch let error as YamlError {
      throw CommandError("\(path):\(error.line ?? 1): \(error.problem)", underlying: error)
    }
    guard let root else { throw CommandError("\(path):1: it is empty: a gateway has at least text, send and answer") }
    do throws(GatewayFileError) {
      return try GatewayReading.read(SourceNode(root), name: name, path: path)
    } catch {
      throw CommandError("\(error)", underlying: error)
    }
  }
}

extension SourceNode {
  /// Takes over what the YAML library read.
  init(_ node: Node) {
    let line = node.mark?.line ?? 1
    switch node {
    case .scalar(let scalar):
      let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted || scalar.style == .literal
      self = .text(scalar.string, isQuoted: isQuoted, line: line)
    case .sequence(let items): self = .list(items.map(SourceNode.init), line: line)
    case .mapping(let mapping):
      self = .mapping(
        mapping.map { key, value in
          Member(name: key.scalar?.string ?? "", line: key.mark?.line ?? line, value: SourceNode(value))
        }, line: line)
    // Refused before the library reads it.
    case .alias: self = .text("", isQuoted: false, line: line)
    }
  }
}
