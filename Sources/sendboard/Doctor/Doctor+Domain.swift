import AWS
import Cloud
import Model

/// What receivers look up about the sender's domain.
extension Doctor {
  /// Looks up what is published for each sender, as SES has it that mail is sent; without SES, what can be told without it.
  func checkDomains(_ cloud: AWSConnection?) async throws -> [Finding] {
    var findings: [Finding] = []
    for from in mailSenders { findings += try await checkDomain(cloud, from: from) }
    return findings
  }

  private func checkDomain(_ cloud: AWSConnection?, from: String) async throws -> [Finding] {
    let address = Sender(from).address
    guard let at = address.lastIndex(of: "@"), address.index(after: at) < address.endIndex else {
      return [.fail("domain", "\(from) is no address", "give --from an address, as in news@example.com")]
    }
    // Names are asked for as SES and receivers do.
    guard let plain = SESAddress("x" + address[at...])?.text.dropFirst(2).lowercased() else {
      return [.fail("domain", "the domain of \(address) cannot be written in ASCII", "check it")]
    }
    do {
      async let policy = policy(of: plain)
      let identities = try await identities(of: address[..<at] + "@" + plain, cloud)
      // What is set for the nearest domain holds; an address has at most a domain for bounces of its own.
      let nearest = identities.first { !$0.name.contains("@") }
      let records = SenderRecords(
        domain: plain, policy: try await policy,
        signing: cloud == nil ? nil : try await signing(nearest, of: plain),
        envelope: try await envelope(identities.first { $0.name.contains("@") }?.mailFrom ?? nearest?.mailFrom),
        texts: cloud == nil ? try await names.records(.text, of: plain) : [])
      return SenderRules(records: records, region: try cloud?.region).findings
    } catch let error as NameService.Silence {
      return [.warn("domain", error.description, "check the network, or ask another server with --dns")]
    }
  }

  /// The policy of a domain or, where it has none, of the nearest above it, as newer receivers look for it. Which domain is the
  /// organisation's own, where the others look, a list says that is not kept here.
  private func policy(of domain: String) async throws -> (domain: String, texts: [String])? {
    let places = Array(Self.identities(of: "@" + domain).dropFirst())
    for (place, texts) in zip(places, try await texts(of: places.map { "_dmarc." + $0 }))
    where texts.contains(where: DMARCPolicy.isMeant) { return (place, texts) }
    return nil
  }

  /// The texts of several names, in their order, asked for at once.
  private func texts(of places: [String]) async throws -> [[String]] {
    let asked = places.map { place in Task { try await names.records(.text, of: place) } }
    var found: [[String]] = []
    for task in asked { found.append(try await task.value) }
    return found
  }

  private func identities(of address: String, _ cloud: AWSConnection?) async throws -> [SESIdentity] {
    guard let cloud else { return [] }
    var found: [SESIdentity] = []
    for name in Self.identities(of: address) {
      if let identity = try await Self.identity(try cloud.ses, name) { found.append(identity) }
    }
    return found
  }

  private func signing(_ identity: SESIdentity?, of domain: String) async throws -> SenderRecords.Signing {
    guard let identity, let signing = identity.signing, signing.isOn else {
      return SenderRecords.Signing(domain: identity?.name.lowercased() ?? domain, keys: [], zone: nil)
    }
    let texts = try await texts(of: signing.selectors.map { "\($0)._domainkey.\(identity.name)" })
    return SenderRecords.Signing(
      domain: identity.name.lowercased(), keys: zip(signing.selectors, texts).map { (selector: $0, records: $1) },
      zone: signing.zone, hindrance: Self.hindrance(identity.dkimStatus))
  }

  private func envelope(_ mailFrom: SESMailFrom?) async throws -> SenderRecords.Envelope? {
    guard let mailFrom else { return nil }
    async let servers = names.records(.mail, of: mailFrom.domain)
    async let texts = names.records(.text, of: mailFrom.domain)
    return SenderRecords.Envelope(
      domain: mailFrom.domain.lowercased(), servers: try await servers, texts: try await texts,
      hindrance: Self.hindrance(mailFrom.status), refusesMeanwhile: mailFrom.refusesOnFailure)
  }

  private static func hindrance(_ status: String?) -> String? { status == "SUCCESS" ? nil : status }
}
