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
  /// What is hidden, the longest first.
  private let hidden: [String]

  /// Hides secrets as they are, and as they stand in addresses and forms.
  init(_ secrets: some Sequence<String>) {
    hidden = secrets.filter { !$0.isEmpty }.flatMap { [$0, FormText.encoded($0), FormText.percentEncoded($0)] }
      .sorted { $0.utf8.count > $1.utf8.count }
  }

  /// The text without them.
  package func masked(_ text: String) -> String {
    hidden.reduce(text) { $1.utf8.count < 4 ? $0 : $0.replacing($1, with: "…") }
  }
}
