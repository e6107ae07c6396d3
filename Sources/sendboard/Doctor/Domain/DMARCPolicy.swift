/// A domain's policy for mail that neither SPF nor DKIM proves (<https://www.rfc-editor.org/rfc/rfc7489#section-6.3>).
struct DMARCPolicy: Equatable {
  /// What is asked of receivers: `none`, `quarantine` or `reject`.
  var request: String
  /// Whether the signature's domain must be the sender's own, not only of the same organisation.
  var isStrictForDKIM = false
  /// The same of the domain that bounces go to.
  var isStrictForSPF = false

  /// Reads a record; `nil` for a text that is none, or lacks what it must have.
  init?(_ text: String) {
    let tags = text.split(separator: ";").map { part in
      let sides = part.split(separator: "=", maxSplits: 1).map { $0.trimmingSpaces() }
      return (name: sides.first?.lowercased() ?? "", value: sides.count > 1 ? sides[1] : "")
    }
    guard tags.first?.name == "v", tags.first?.value == "DMARC1",
      let request = tags.first(where: { $0.name == "p" })?.value.lowercased(),
      ["none", "quarantine", "reject"].contains(request)
    else { return nil }
    self.request = request
    isStrictForDKIM = tags.contains { $0.name == "adkim" && $0.value.lowercased() == "s" }
    isStrictForSPF = tags.contains { $0.name == "aspf" && $0.value.lowercased() == "s" }
  }

  /// Whether a text means to be a policy.
  static func isMeant(_ text: String) -> Bool { text.trimmingSpaces().lowercased().hasPrefix("v=dmarc1") }
}

extension StringProtocol {
  /// Without spaces and tabs at its ends.
  func trimmingSpaces() -> String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}
