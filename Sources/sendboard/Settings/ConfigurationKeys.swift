import Foundation
import Yams

/// Looks at the configuration before it is read: what is wrong with it, in words, and keys and variables that nobody
/// reads: a misspelt `SENDBOARD_PROVIDER=simulator` would have mail sent.
enum ConfigurationKeys {
  /// Every key a configuration may hold; a test sees that none that is read is missing here.
  static let all = [
    "store", "operator", "theme", "logLevel", "queue", "provider", "visibilityTimeout", "maxReceiveCount",
    "concurrency", "rate", "simulator.latency", "simulator.rate", "simulator.failures", "simulator.timeScale",
    "simulator.seed",
    "simulator.ledger", "aws.region", "aws.profile", "aws.endpoint", "aws.sendQueue", "aws.deadLetterQueue",
    "aws.eventQueue", "aws.topic", "aws.configurationSet",
  ]

  /// Warns of unknown keys and variables on standard error.
  ///
  /// - Parameter path: as `--config` gave it; `nil` for the default, which need not be there.
  /// - Throws: ``CommandError`` when the file cannot be read or is not valid YAML.
  static func check(_ path: String?) throws {
    for name in unknownVariables() {
      // Without what all of them have in common.
      let guess =
        all.map { String(variable($0).dropFirst(prefix.count)) }.nearest(to: String(name.dropFirst(prefix.count)))
        .map { "; did you mean '\(prefix)\($0)'?" } ?? ""
      StandardError.print("nothing reads the environment variable '\(name)'\(guess)")
    }
    try checkFile(path)
  }

  private static func checkFile(_ path: String?) throws {
    let file = path ?? Settings.defaultConfigurationPath
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      guard path != nil else { return }
      throw CommandError("the configuration \(file) cannot be read: No such file or directory: check --config")
    }
    if isFolder.boolValue { throw CommandError("the configuration \(file) is a folder: name a file in it") }
    let text: String
    do { text = try String(contentsOfFile: file, encoding: .utf8) } catch {
      throw CommandError(
        "the configuration \(file) cannot be read as UTF-8 text: check its permissions and its encoding",
        underlying: error)
    }
    do {
      for key in try unknownKeys(in: text) {
        let guess = all.nearest(to: key).map { "; did you mean '\($0)'?" } ?? ""
        StandardError.print("\(file): nothing reads the key '\(key)'\(guess)")
      }
    } catch let error as YamlError {
      throw CommandError("the configuration \(file) cannot be read: \(error.inWords)", underlying: error)
    }
  }

  /// Whether a configuration says nothing at all: it is empty, or all comments.
  static func isBlank(_ path: String) -> Bool {
    // What cannot be read is not blank: whoever reads it next says why.
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return false }
    return (try? Yams.compose(yaml: text)?.isBlank ?? true) ?? false
  }

  /// The keys in a configuration's text that nothing reads, as `aws.region`.
  ///
  /// - Throws: `YamlError` when the text is not YAML.
  static func unknownKeys(in text: String) throws -> [String] {
    func names(_ node: Node, _ prefix: String) -> [String] {
      guard let mapping = node.mapping else { return [String(prefix.dropLast())] }
      return mapping.flatMap { key, value in names(value, prefix + (key.string ?? "") + ".") }
    }
    guard let root = try Yams.compose(yaml: text), root.mapping != nil else { return [] }
    return names(root, "").filter { !all.contains($0) }
  }
}

/// The environment.
extension ConfigurationKeys {
  private static let prefix = "SENDBOARD_"

  /// The variables that look like ours and that nothing reads.
  static func unknownVariables() -> [String] {
    let known = Set(all.map(variable))
    // On one line, whatever is in them.
    return ProcessInfo.processInfo.environment.keys.filter { $0.hasPrefix(prefix) && !known.contains($0) }
      .map { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }.sorted()
  }

  /// The variable that stands for a key: `simulator.timeScale` is `SENDBOARD_SIMULATOR_TIME_SCALE`.
  static func variable(_ key: String) -> String {
    key.reduce(into: prefix) { name, letter in
      if letter.isUppercase { name += "_" }
      name += letter == "." ? "_" : letter.uppercased()
    }
  }
}

extension Node {
  /// A document without a value reads as one empty word.
  fileprivate var isBlank: Bool { scalar?.string.isEmpty == true }
}

extension YamlError {
  /// Where and what, in one line, without the text around it.
  fileprivate var inWords: String {
    switch self {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let around = context.map { " \($0.text.trimmingCharacters(in: .whitespaces))" } ?? ""
      return "line \(mark.line), column \(mark.column): \(problem)\(around)"
    case .duplicatedKeysInMapping(let duplicates, let context):
      return "line \(context.mark.line): the key \(duplicates.joined(separator: ", ")) is there twice"
    default:
      return String("\(self)".prefix { !$0.isNewline })
    }
  }
}
