import Audience
import Foundation
import Gateways
import Model
import Yams

/// What a configuration says of a gateway:
///
///     gateways:
///       solapi:
///         apiKey: {env: SOLAPI_API_KEY}
///         apiSecret: {file: /etc/sendboard/solapi-secret}
struct GatewaySettings: Sendable {
  /// The key under which they stand.
  static let key = "gateways"

  /// A value, or where a secret is kept.
  enum Value: Sendable {
    case text(String)
    case secret(SecretSource)
  }

  /// Something that was filled in.
  struct Entry: Sendable {
    var value: Value
    /// Where it stands, for errors.
    var place: String
  }

  /// The gateway.
  var name: String
  /// Where it stands, for errors.
  var place: String
  /// What was filled in.
  var entries: [String: Entry] = [:]

  /// Reads what is said of gateways.
  ///
  /// - Throws: ``CommandError``.
  static func read(_ node: Node, path: String) throws -> [GatewaySettings] {
    func fail(_ node: Node, _ words: String) -> CommandError { .wrongForm(of: node, in: path, words) }
    guard let mapping = node.mapping else {
      throw fail(node, "'gateways' takes names of gateways, each with its settings on lines of their own below it")
    }
    var all: [GatewaySettings] = []
    for (key, value) in mapping {
      let name = key.string ?? ""
      var settings = GatewaySettings(name: name, place: "\(path):\(key.mark?.line ?? 1)")
      if value.null != nil {
        all.append(settings)
        continue
      }
      guard let fields = value.mapping else { throw fail(value, "'gateways.\(name)' takes names and values") }
      for (key, value) in fields {
        let place = "\(path):\(key.mark?.line ?? 1): gateways.\(name).\(key.string ?? "")"
        let entry: Value
        if let text = value.scalar?.string {
          guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
            throw fail(value, "'gateways.\(name).\(key.string ?? "")' takes a text of one line")
          }
          entry = .text(text)
        } else if let source = SecretSource(value) {
          entry = .secret(source)
        } else {
          throw fail(
            SecretSource.fault(in: value),
            "'gateways.\(name).\(key.string ?? "")' takes a text, or \(SecretSource.forms)")
        }
        settings.entries[key.string ?? ""] = Entry(value: entry, place: place)
      }
      all.append(settings)
    }
    return all
  }

  /// What was filled in and is no secret.
  var texts: [String: String] {
    entries.compactMapValues { entry in
      switch entry.value {
      case .text(let text): text
      case .secret: nil
      }
    }
  }

  /// How long a program may take that prints a secret.
  private static let patience = Duration.seconds(30)

  /// What a gateway needs, as far as it was filled in.
  ///
  /// - Throws: ``CommandError`` for what is not known, is missing, or stands where it must not.
  func account(of gateway: Gateway) throws -> GatewayAccount {
    try check(gateway)
    let settings = texts
    var secrets: [String: String] = [:]
    for name in gateway.secrets {
      let source: SecretSource
      if case .secret(let named)? = entries[name]?.value {
        source = named
      } else {
        source = .environment(Self.variable(gateway.name, name))
      }
      let place = entries[name]?.place ?? "the gateway '\(gateway.name)': \(name)"
      let text: String
      do { text = try source.secret(within: Self.patience) } catch {
        throw CommandError(
          "\(place): \(error)\(entries[name] == nil ? "; or say where it is kept: \(name): \(SecretSource.forms)" : "")"
        )
      }
      let secret = text.trimmingCharacters(in: .whitespacesAndNewlines)
      guard !secret.isEmpty, !secret.unicodeScalars.contains(where: { $0.value < 0x20 }) else {
        throw CommandError("\(place): what is kept there is no secret of one line")
      }
      guard secret.utf8.count >= SecretMask.shortest else {
        throw CommandError(
          "\(place): a secret has at least \(SecretMask.shortest) characters; a shorter one cannot be told from other text"
        )
      }
      secrets[name] = secret
    }
    return GatewayAccount(settings: settings, secrets: secrets)
  }

  /// Refuses what is not known or stands where it must not, and what is missing but secrets.
  ///
  /// - Throws: ``CommandError``.
  func check(_ gateway: Gateway) throws {
    let known = gateway.settings.map(\.name) + gateway.secrets
    for (name, entry) in entries.sorted(by: { $0.value.place < $1.value.place }) {
      guard known.contains(name) else {
        let guess = known.nearest(to: name).map { "did you mean '\($0)'?" } ?? "it has \(known.joined(separator: ", "))"
        throw CommandError("\(entry.place): the gateway has no such setting; \(guess)")
      }
      switch entry.value {
      case .text where gateway.secrets.contains(name):
        throw CommandError(
          "\(entry.place): a secret does not stand in a configuration: say where it is kept, \(SecretSource.forms)")
      case .secret where !gateway.secrets.contains(name):
        throw CommandError("\(entry.place): it is no secret: write its value here")
      case .text, .secret: break
      }
    }
    for setting in gateway.settings where !setting.isOptional && entries[setting.name] == nil {
      throw CommandError("\(place): the gateway '\(gateway.name)' needs gateways.\(gateway.name).\(setting.name)")
    }
  }

  /// The variable in which a secret is looked for when nothing else is said: `SENDBOARD_GATEWAY_SOLAPI_API_KEY`.
  static func variable(_ gateway: String, _ secret: String) -> String {
    let name = gateway.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0.uppercased() : "_" }.joined()
    return variablePrefix + name + ConfigurationKeys.variable("." + secret).dropFirst("SENDBOARD_".count)
  }

  /// How those variables begin.
  static let variablePrefix = "SENDBOARD_GATEWAY_"
}
