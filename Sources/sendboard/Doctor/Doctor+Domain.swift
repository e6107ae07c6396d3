import AWS
import Model

/// What receivers look up about the sender's domain.
extension Doctor {
  /// Looks up what is published, as SES has it that mail is sent; without SES, what can be told without it.
  func checkDomain(_ cloud: AWSConnection?) async throws -> [Finding] {
    guard let from else { return [] }
    let address = Sender(from).address
    guard let at = address.lastIndex(of: "@"), address.index(after: at) < address.endIndex else {
      return [.fail("domain", "\(from) is no address", "give --from an address, as in news@example.com")]
    }
    let domain = address[address.index(after: at)...].lowercased()
    do {
      async let policy = policy(of: domain)
      async let texts = names.records(.text, of: domain)
      let identities = try await identities(of: address, cloud)
      // An address of its own is signed for by its domain.
      let signer = identities.first { !$0.name.contains("@") && $0.signing?.isOn == true }
      let records = SenderRecords(
        domain: domain, policy: try await policy,
        signing: cloud == nil ? nil : try await signing(signer, of: domain),
        envelope: try await envelope(identities.compactMap(\.mailFromDomain).first), texts: try await texts)
      return SenderRules(records: records, region: try cloud?.region).findings
    } catch let error as NameService.Silence {
      return [.warn("domain", error.description, "check the network, or ask another server with --dns")]
    }
  }

  /// The policy of a domain or, where it has none, of the nearest above it (<https://www.rfc-editor.org/rfc/rfc7489#section-6.6.3>).
  private func policy(of domain: String) async throws -> (domain: String, texts: [String])? {
    for name in Self.identities(of: "@" + domain).dropFirst() {
      let texts = try await names.records(.text, of: "_dmarc." + name)
      if texts.contains(where: DMARCPolicy.isMeant) { return (name, texts) }
    }
    return nil
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
    guard let identity, let signing = identity.signing else {
      return SenderRecords.Signing(domain: domain, keys: [], zone: nil)
    }
    var keys: [(selector: String, records: [String])] = []
    for selector in signing.selectors {
      keys.append((selector, try await names.records(.text, of: "\(selector)._domainkey.\(identity.name)")))
    }
    return SenderRecords.Signing(domain: identity.name.lowercased(), keys: keys, zone: signing.zone)
  }

  private func envelope(_ domain: String?) async throws -> SenderRecords.Envelope? {
    guard let domain else { return nil }
    async let servers = names.records(.mail, of: domain)
    async let texts = names.records(.text, of: domain)
    return SenderRecords.Envelope(domain: domain.lowercased(), servers: try await servers, texts: try await texts)
  }
}
