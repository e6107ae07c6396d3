/// What receivers hold against a sender's domain, in findings of the doctor: Gmail and Yahoo want SPF, DKIM, and a DMARC policy
/// whose domain one of them proves (<https://support.google.com/a/answer/81126>).
struct SenderRules {
  let records: SenderRecords
  /// Where SES is, for the records it wants; `nil` when mail does not go out by it.
  let region: String?

  var findings: [Finding] { [spf, dkim, dmarc] }

  private var domain: String { records.domain }

  /// The policy that holds, if there is exactly one that can be read.
  private var policy: DMARCPolicy? {
    let meant = (records.policy?.texts ?? []).filter(DMARCPolicy.isMeant)
    return meant.count == 1 ? DMARCPolicy(meant[0]) : nil
  }

  private var dmarc: Finding {
    let name = "DMARC"
    let remedy = "add a TXT record at _dmarc.\(domain): v=DMARC1; p=none; rua=mailto:dmarc@\(domain)"
    guard let found = records.policy else {
      return .fail(name, "\(domain) has no policy, and neither has a domain above it", remedy)
    }
    let meant = found.texts.filter(DMARCPolicy.isMeant)
    guard meant.count == 1 else {
      return .fail(
        name, "there are \(meant.count) policies at _dmarc.\(found.domain), so none counts", "keep one of them")
    }
    guard let policy else {
      return .fail(
        name, "the policy at _dmarc.\(found.domain) cannot be read: \(meant[0])", "it begins with v=DMARC1; p=none")
    }
    guard isProved(policy) else {
      return .fail(
        name, "nothing proves \(domain): neither the signature nor the domain that bounces go to is of it",
        "verify \(domain) itself in SES, so that it signs for it")
    }
    let request = found.domain == domain ? policy.request : policy.requestBelow
    let words = request == "none" ? "p=none: nobody is turned away yet" : "p=\(request)"
    return .ok(name, "\(words), at _dmarc.\(found.domain)")
  }

  /// Whether what is known to pass is of the sender's domain. What is not known is not held against it.
  private func isProved(_ policy: DMARCPolicy) -> Bool {
    guard let signing = records.signing else { return true }
    let isSigned =
      !signing.keys.isEmpty && signing.hindrance == nil && isAligned(signing.domain, isStrict: policy.isStrictForDKIM)
    return isSigned
      || records.envelope.map { $0.hindrance == nil && isAligned($0.domain, isStrict: policy.isStrictForSPF) } ?? false
  }

  /// Whether a domain stands for the sender's: the same one, or one of the same organisation, whose domain the policy is at.
  private func isAligned(_ other: String, isStrict: Bool) -> Bool {
    if isStrict || other == domain { return other == domain }
    // Which domains are of one organisation a list says that is not ours to keep; who holds one of these holds all below it.
    return [records.policy?.domain, records.signing?.domain].contains { organisation in
      guard let organisation else { return false }
      return [other, domain].allSatisfy { $0 == organisation || $0.hasSuffix("." + organisation) }
    }
  }

  private var dkim: Finding {
    let name = "DKIM"
    guard let signing = records.signing else {
      return .warn(
        name, "not checked: only SES says with which keys mail is signed", "run it with SES as the provider")
    }
    guard !signing.keys.isEmpty else {
      return .fail(name, "SES signs nothing for \(signing.domain)", "turn on Easy DKIM for it in the SES console")
    }
    let missing = signing.keys.filter { key in !key.records.contains { hasKey($0) } }
    guard missing.isEmpty else {
      let wanted = missing.map { key in
        let place = "\(key.selector)._domainkey.\(signing.domain)"
        return signing.zone.map { "CNAME \(place) → \(key.selector).\($0)" } ?? "TXT \(place) with the public key"
      }
      return .fail(
        name, "\(missing.count) of \(signing.keys.count) keys cannot be found", "add \(wanted.joined(separator: ", "))")
    }
    if let hindrance = signing.hindrance {
      return .fail(
        name, "the keys of \(signing.domain) are found, but SES has not verified them: \(hindrance)",
        "wait an hour, or verify the domain anew in the SES console")
    }
    if let policy, !isAligned(signing.domain, isStrict: policy.isStrictForDKIM) {
      return .warn(
        name, "signed by \(signing.domain), which the policy of \(domain) does not take for it",
        "verify \(domain) itself in SES")
    }
    return .ok(name, "signed by \(signing.domain), \(signing.keys.count) of \(signing.keys.count) keys found")
  }

  /// A key is withdrawn by an empty `p` (<https://www.rfc-editor.org/rfc/rfc6376#section-3.6.1>).
  private func hasKey(_ text: String) -> Bool {
    text.split(separator: ";").contains { part in
      let tag = part.trimmingSpaces()
      return tag.hasPrefix("p=") && tag.count > 2
    }
  }

  private var spf: Finding {
    let name = "SPF"
    if let region {
      guard let envelope = records.envelope else {
        return .warn(
          name, "bounces go to amazonses.com, which SPF proves but is not \(domain): DMARC rests on DKIM alone",
          "set a MAIL FROM domain in SES, such as bounce.\(domain), with \(wanted("bounce.\(domain)", region))")
      }
      let server = "feedback-smtp.\(region).amazonses.com"
      guard envelope.servers.map({ $0.lowercased() }) == [server] else {
        return .fail(
          name, "the mail server of \(envelope.domain) is not SES's alone, so SES does not use it",
          "let it have exactly \(wanted(envelope.domain, region))")
      }
      if let hindrance = envelope.hindrance {
        let instead = envelope.refusesMeanwhile ? "and refuses mail" : "and lets bounces go to amazonses.com"
        return .fail(
          name, "SES does not use \(envelope.domain) yet, \(instead): \(hindrance)",
          "wait an hour, or set it anew in the SES console")
      }
      return spf(
        of: envelope.domain, envelope.texts, mustInclude: "include:amazonses.com", wanted(envelope.domain, region))
    }
    return spf(of: domain, records.texts, mustInclude: nil, "TXT \(domain): v=spf1 … -all")
  }

  private func spf(of place: String, _ texts: [String], mustInclude: String?, _ wanted: String) -> Finding {
    let name = "SPF"
    let found = texts.filter { $0.lowercased() == "v=spf1" || $0.lowercased().hasPrefix("v=spf1 ") }
    guard let record = found.first else { return .fail(name, "\(place) has no record", "add \(wanted)") }
    guard found.count == 1 else {
      return .fail(name, "\(place) has \(found.count) records, so none counts", "make them one")
    }
    let terms = record.lowercased().split(separator: " ")
    if let mustInclude, !terms.contains(where: { $0 == mustInclude || $0 == "+" + mustInclude }) {
      let text = "the record of \(place) does not let SES send itself: \(record)"
      let mayElsewhere = terms.contains {
        $0.contains("include:") || $0.hasPrefix("redirect=") || $0.contains("exists:")
      }
      return mayElsewhere
        ? .warn(name, text, "look whether those it names do, or add \(mustInclude) to it")
        : .fail(name, text, "add \(mustInclude) to it")
    }
    if terms.contains(where: { $0 == "+all" || $0 == "all" }) {
      return .warn(name, "the record of \(place) lets everybody send: \(record)", "end it with ~all or -all")
    }
    return .ok(name, "\(place): \(record)")
  }

  private func wanted(_ place: String, _ region: String) -> String {
    "MX \(place): 10 feedback-smtp.\(region).amazonses.com, and TXT \(place): v=spf1 include:amazonses.com ~all"
  }
}
