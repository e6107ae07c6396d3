/// Finds the identities that SES names when it says which are not verified: "Email address is not verified. The following
/// identities failed the check in region EU-WEST-1: news@example.com, Kim <kim@example.org>".
///
/// Only the names tell whether the sender is meant, or, in the sandbox, a recipient. They are addresses, so they are kept
/// apart from the message that is logged.
enum UnverifiedIdentities {
  private static let mark = "identities failed the check in region"

  static func named(in message: String) -> [String] {
    guard let mark = message.firstRange(of: mark),
      let colon = message[mark.upperBound...].firstIndex(of: ":")
    else { return [] }
    return message[message.index(after: colon)...].split(separator: ",").compactMap { part in
      let inner = part.lastIndex(of: "<").map { part[part.index(after: $0)...].prefix { $0 != ">" } } ?? part
      let name = inner.trimmed.lowercased()
      return name.isEmpty ? nil : name
    }
  }
}
