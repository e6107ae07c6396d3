/// What is published about a sender's domain, as far as it was asked for.
struct SenderRecords: Sendable {
  /// How SES signs for it.
  struct Signing: Sendable {
    /// The domain whose signature it is.
    var domain: String
    /// The names of the keys, and the text at each; empty where there is none.
    var keys: [(selector: String, records: [String])]
    /// Where the keys themselves are, that the names must lead to; `nil` for keys of one's own.
    var zone: String?
    /// How far SES says it is with them, where it is not done: it signs nothing then.
    var hindrance: String?
  }

  /// The domain that bounces go to.
  struct Envelope: Sendable {
    var domain: String
    /// Mail servers of it.
    var servers: [String]
    /// Texts of it.
    var texts: [String]
    /// How far SES says it is, where it is not done: it does not use the domain then.
    var hindrance: String?
    /// Whether it sends nothing meanwhile.
    var refusesMeanwhile = false
  }

  /// The domain in the sender's address.
  var domain: String
  /// Where the policy was found, and the texts there; `nil` when neither the domain nor one above it has one.
  var policy: (domain: String, texts: [String])?
  /// `nil` when the provider does not say.
  var signing: Signing?
  /// `nil` while bounces go to SES's own domain, or to the sender's.
  var envelope: Envelope?
  /// Texts of the domain itself; none where SES sends, whose bounces never go there.
  var texts: [String]
}
