import Foundation
import Model
import Yams

/// What a configuration file says: the text of each value, with its line.
struct ConfigurationDocument: Sendable {
  /// A key of the keyboard that an action is to have.
  struct KeyChoice: Equatable, Sendable {
    var action: String
    var key: String
    var line: Int
  }

  struct Value: Equatable, Sendable {
    var text: String
    var line: Int
  }

  let path: String
  /// Whether there is such a file.
  private(set) var isThere: Bool
  /// The values by their keys, as `aws.region`; not those that are left empty.
  private(set) var values: [String: Value] = [:]
  /// What keys were chosen for, in their order.
  private(set) var keys: [KeyChoice] = []
  /// Links that a message leads to.
  private(set) var links: [LinkTemplate] = []
  /// People that operators pick by name.
  private(set) var audiences: [NamedAudience] = []
  /// What is filled in for gateways.
  private(set) var gateways: [GatewaySettings] = []
  /// The keys that nothing reads.
  private(set) var unknownKeys: [String] = []

  /// Reads a file.
  ///
  /// - Parameter allowMissing: whether it need not be there.
  /// - Throws: ``CommandError`` when it cannot be read, is not YAML, or holds a value of the wrong form.
  static func read(_ path: String, allowMissing: Bool) throws -> ConfigurationDocument {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      guard allowMissing else {
        throw CommandError("the configuration \(path) cannot be read: No such file or directory: check --config")
      }
      return ConfigurationDocument(missing: path)
    }
    if isFolder.boolValue { throw CommandError("the configuration \(path) is a folder: name a file in it") }
    let text: String
    do throws(TextFile.Problem) { text = try TextFile.read(path, limit: PlainYAML.sizeLimit) } catch {
      throw CommandError("the configuration \(path) cannot be read: \(error)", underlying: error)
    }
    return try ConfigurationDocument(text, path: path)
  }

  /// Stands for a file that is not there.
  init(missing path: String) { (self.path, isThere) = (path, false) }

  /// Takes over a text that was read.
  ///
  /// - Throws: ``CommandError``.
  init(_ text: String, path: String) throws {
    (self.path, isThere) = (path, true)
    let root: Node?
    do { root = try PlainYAML.compose(text) } catch let error as PlainYAML.Problem {
      throw CommandError("\(path):\(error.line): \(error.words)", underlying: error)
    } catch let error as YamlError {
      throw CommandError("the configuration \(path) cannot be read: \(error.inWords)", underlying: error)
    }
    guard let root, !root.isEmpty else { return }
    guard let mapping = root.mapping else {
      throw wrongForm(root, "a configuration is names and values, such as 'operator: mina'")
    }
    try take(mapping, within: "")
  }

  private mutating func take(_ mapping: Node.Mapping, within prefix: String) throws {
    for (name, value) in mapping {
      let key = prefix + (name.string ?? "")
      if key == ConfigurationKeys.keyBlock {
        if !value.isEmpty { try takeKeys(value) }
        continue
      }
      if key == LinkSettings.key {
        if !value.isEmpty { links = try LinkSettings.read(value) { wrongForm($0, $1) } }
        continue
      }
      if key == AudienceSettings.key {
        if !value.isEmpty { audiences = try AudienceSettings(path: path).read(value) }
        continue
      }
      if key == GatewaySettings.key {
        if !value.isEmpty { gateways = try GatewaySettings.read(value, path: path) }
        continue
      }
      let isBlock = ConfigurationKeys.blocks.contains(key)
      if value.isEmpty, isBlock || ConfigurationKeys.all.contains(key) { continue }
      if isBlock {
        guard let block = value.mapping else {
          throw wrongForm(value, "'\(key)' takes names and values on lines of their own below it")
        }
        try take(block, within: key + ".")
      } else if ConfigurationKeys.all.contains(key) {
        guard let scalar = value.scalar else {
          throw wrongForm(
            value, "'\(key)' takes one value, not \(value.sequence == nil ? "names and values" : "a list")")
        }
        if scalar.string.utf8.contains(0) {
          throw wrongForm(value, "'\(key)' holds a NUL character (\\0), which no text has: take it out")
        }
        values[key] = Value(text: scalar.string, line: value.mark?.line ?? 0)
      } else {
        unknownKeys += Self.leaves(value, key)
      }
    }
  }

  private mutating func takeKeys(_ node: Node) throws {
    guard let mapping = node.mapping else {
      throw wrongForm(node, "'keys' takes names of actions, each with its key, on lines of their own below it")
    }
    for (name, value) in mapping {
      let action = name.string ?? ""
      guard let scalar = value.scalar, !value.isEmpty, !scalar.string.isEmpty else {
        throw wrongForm(
          name, "'keys.\(action)' names no key: write one, in quotes where YAML has a use for it, as in \(action): '#'")
      }
      keys.append(KeyChoice(action: action, key: scalar.string, line: value.mark?.line ?? 0))
    }
  }

  private static func leaves(_ node: Node, _ key: String) -> [String] {
    guard let mapping = node.mapping, !mapping.isEmpty else { return [key] }
    return mapping.flatMap { leaves($0.value, key + "." + ($0.key.string ?? "")) }
  }

  private func wrongForm(_ node: Node, _ words: String) -> CommandError { .wrongForm(of: node, in: path, words) }
}

extension CommandError {
  /// What is wrong at a place of a configuration.
  static func wrongForm(of node: Node, in path: String, _ words: String) -> CommandError {
    CommandError("\(path):\(node.mark?.line ?? 1): \(words)")
  }
}

extension Node {
  /// What is left out, or said to be nothing.
  fileprivate var isEmpty: Bool { scalar?.style != .doubleQuoted && scalar?.style != .singleQuoted && null != nil }
}
