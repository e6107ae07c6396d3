/// A domain's policy for mail that neither SPF nor DKIM proves (<https://www.rfc-editor.org/rfc/rfc7489#section-6.3>).
struct DMARCPolicy: Equatable {
  /// What is asked of receivers: `none`, `quarantine` or `reject`.
  var request: String
  /// The same for domains below it that have no policy of their own.
  var requestBelow: String
  /// Whether the signature's domain must be the sender's own, not only of the same organisation.
  var isStrictForDKIM = false
  /// The same of the domain that bounces go to.
  var isStrictForSPF = false

  private static let requests = ["none", "quarantine", "reject"]

  /// Reads a record; `nil` for a text that is none, or lacks what it must have.
  init?(_ text: String) {
    let tags = Self.tags(text)
    func value(_ name: String) -> String { tags.first { $0.name == name }?.value.lowercased() ?? "" }
    guard Self.isMeant(text) else { return nil }
    if Self.requests.contains(value("p")) {
      request = value("p")
    } else if value("rua").contains("mailto:") {
      // Who wants reports has a policy (section 6.6.3).
      request = "none"
    } else {
      return nil
    }
    requestBelow = Self.requests.contains(value("sp")) ? value("sp") : request
    isStrictForDKIM = value("adkim") == "s"
    isStrictForSPF = value("aspf") == "s"
  }

  /// Whether a text means to be a policy: receivers leave all others alone.
  static func isMeant(_ text: String) -> Bool { tags(text).first.map { $0 == ("v", "DMARC1") } ?? false }

  private static func tags(_ text: String) -> [(name: String, value: String)] {
    text.split(separator: ";").map { part in
      let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmingSpaces() }
      return (name: sides.first?.lowercased() ?? "", value: sides.count > 1 ? sides[1] : "")
    }
  }
}

extension StringProtocol {
  /// Without spaces and tabs at its ends.
  func trimmingSpaces() -> String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
