import Foundation

/// What the operator filled in for a gateway.
package struct GatewayAccount: Sendable {
  /// The settings' values by their names.
  package var settings: [String: String]
  /// The secrets' values by their names. Never shown: see ``mask``.
  var secrets: [String: String]
  /// Takes secrets out of texts.
  let mask: SecretMask

  /// Makes an account.
  package init(settings: [String: String], secrets: [String: String]) {
    (self.settings, self.secrets) = (settings, secrets)
    mask = SecretMask(secrets.values)
  }

  /// All values, for what is sent.
  var values: [String: String] { settings.merging(secrets) { $1 } }
}

/// Takes secrets out of what is shown: an answer may repeat what it was asked with.
package struct SecretMask: Sendable {
  /// How many bytes a secret has at least: shorter texts stand everywhere by chance.
  package static let shortest = 4

  /// What is hidden, the longest first.
  private let hidden: [String]

  /// Hides secrets as they are, as they stand in addresses and forms, and in Base64.
  init(_ secrets: some Sequence<String>) {
    hidden = secrets.filter { $0.utf8.count >= Self.shortest }.flatMap { secret in
      let escaped = [FormText.encoded(secret), FormText.percentEncoded(secret)]
      return [secret, Data(secret.utf8).base64EncodedString()] + escaped + escaped.map(Self.lowerCaseEscapes)
    }.sorted { $0.utf8.count > $1.utf8.count }
  }

  /// `%2F` as `%2f`: both are in use.
  private static func lowerCaseEscapes(_ text: String) -> String {
    text.replacing(#/%[0-9A-F]{2}/#) { $0.output.lowercased() }
  }

  /// So much of a text can matter, which may be as long as an answer.
  private static let longest = 20_000

  /// What somebody else says, without them and fit to be kept. They are taken out before it is cut short, or the beginning of one
  /// would be left.
  func short(_ text: String) -> String {
    ShortText.clean(masked(String(text.unicodeScalars.prefix(Self.longest))))
  }

  /// The text without them.
  package func masked(_ text: String) -> String {
    // A name and a password in one are neither's text.
    let text = text.replacing(#/Basic [A-Za-z0-9+\/=]{8,}/#, with: "Basic …")
    return hidden.reduce(text) { $0.replacing($1, with: "…") }
  }
}
