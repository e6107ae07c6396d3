import Emulator
import HTTPFixture
import Testing

extension SetupEndToEnd {
  /// What receivers look up about a sender's domain, as a name server of the test's tells it.
  @Suite struct DoctorDomainTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private static let key = "v=DKIM1; k=rsa; p=MIGfMA0"
    private static let policy = (name: "_dmarc.example.com", text: "v=DMARC1; p=quarantine; rua=mailto:d@example.com")
    private static let own = [
      (name: "example.com", text: "some-verification=1"), (name: "example.com", text: "v=spf1 ip4:192.0.2.1 -all"),
    ]

    private func findings(
      _ texts: [(name: String, text: String)], _ more: [String] = [], _ environment: [String: String] = [:],
      from: String = "News <news@example.com>", servers: [(name: String, server: String)] = []
    ) async throws -> [String] {
      let names = try await NameServer(texts: texts, servers: servers)
      let result = try await place.run(
        ["doctor", "--json", "--from", from, "--dns", "127.0.0.1:\(names.port)"] + more, environment: environment,
        within: .seconds(60))
      withExtendedLifetime(names) {}
      return try result.json().filter { ["SPF", "DKIM", "DMARC", "domain"].contains($0["check"] as? String) }.map {
        "\($0["check"] ?? "") \($0["result"] ?? ""): \($0["text"] ?? "") (\($0["remedy"] ?? ""))"
      }
    }

    private func expect(
      _ findings: [String], _ beginning: String, _ remedy: String = "",
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      #expect(
        findings.contains { $0.hasPrefix(beginning) && $0.contains(remedy) }, "\(findings.joined(separator: "\n"))",
        sourceLocation: sourceLocation)
    }

    @Test func withoutSES() async throws {
      var found = try await findings(Self.own + [Self.policy])
      expect(found, "SPF ok: example.com: v=spf1 ip4:192.0.2.1 -all")
      expect(found, "DKIM warn: not checked")
      expect(found, "DMARC ok: p=quarantine, at _dmarc.example.com")
      // The policy of a domain above holds, and a name that is written large is the same.
      found = try await findings([Self.policy], from: "news@Mail.Example.COM")
      expect(found, "DMARC ok: p=quarantine, at _dmarc.example.com")
      expect(found, "SPF fail: mail.example.com has no record", "add TXT mail.example.com: v=spf1")
      // What is asked for domains below may be another thing.
      let below = (name: "_dmarc.example.com", text: "v = DMARC1; p=reject; sp=none")
      let junk = (name: "_dmarc.example.com", text: "v=dmarc1 junk")
      found = try await findings([below, junk], from: "news@mail.example.com")
      expect(found, "DMARC ok: p=none: nobody is turned away yet, at _dmarc.example.com")
      found = try await findings([below], from: "news@example.com")
      expect(found, "DMARC ok: p=reject")
      found = try await findings([(name: "_dmarc.example.com", text: "v=DMARC1; rua=mailto:d@example.com")])
      expect(found, "DMARC ok: p=none")
      // A name in Hangul is asked for as it is written in ASCII.
      found = try await findings([(name: "_dmarc.xn--3e0b707e.kr", text: "v=DMARC1; p=reject")], from: "news@한국.kr")
      expect(found, "DMARC ok: p=reject, at _dmarc.xn--3e0b707e.kr")
    }

    @Test func whatIsWrong() async throws {
      var found = try await findings([])
      expect(found, "SPF fail: example.com has no record")
      expect(
        found, "DMARC fail: example.com has no policy", "add a TXT record at _dmarc.example.com: v=DMARC1; p=none; rua="
      )
      found = try await findings(Self.own + [(name: "example.com", text: "v=spf1 ~all"), Self.policy, Self.policy])
      expect(found, "SPF fail: example.com has 2 records, so none counts", "make them one")
      expect(found, "DMARC fail: there are 2 policies at _dmarc.example.com", "keep one")
      found = try await findings([
        (name: "example.com", text: "v=spf1 +all"), (name: "_dmarc.example.com", text: "v=DMARC1; p=maybe"),
      ])
      expect(found, "SPF warn: the record of example.com lets everybody send", "~all or -all")
      expect(found, "DMARC fail: the policy at _dmarc.example.com cannot be read: v=DMARC1; p=maybe")
      let silent = try await place.run(["doctor", "--json", "--from", "a@example.com", "--dns", "127.0.0.1:9"])
      let check = try silent.json().first { $0["check"] as? String == "domain" }
      #expect(check?["result"] as? String == "warn")
      #expect((check?["text"] as? String)?.hasPrefix("no answer from the name service about ") == true)
      #expect(
        try await findings([], from: "news") == [
          "domain fail: news is no address (give --from an address, as in news@example.com)"
        ])
    }

    @Test(arguments: ["localhost", "127.0.0.1:0", "1.2.3", "::1", "127.0.0.1:70000"]) func aServerIsAnAddress(
      text: String
    )
      async throws
    {
      let refused = try await place.run(["doctor", "--from", "a@example.com", "--dns", text])
      #expect(refused.status == 64 && refused.errors.contains("--dns"), "\(refused.errors)")
    }

    /// The identity as SES answers it, and the findings.
    private func withSES(
      _ texts: [(name: String, text: String)], mailFrom: String? = nil, status: String = "SUCCESS",
      isSigned: Bool = true,
      origin: String = "AWS_SES",
      from: String = "news@example.com", servers: [(name: String, server: String)] = []
    ) async throws -> [String] {
      let cloud = try await Emulator()
      let config = place.file("c.yaml")
      let made = try await place.run(["provision", "--yes", "--config", config], environment: cloud.environment)
      #expect(made.status == 0, "\(made.errors)")
      let forwarder = try Forwarder(to: cloud)
      let identity = FixtureReply.ok(
        """
        {"IdentityType":"DOMAIN","VerifiedForSendingStatus":true,"VerificationStatus":"SUCCESS","DkimAttributes":\
        {"SigningEnabled":\(isSigned),"Status":"\(status)","Tokens":["one","two"],"SigningAttributesOrigin":"\(origin)"}\
        \(mailFrom.map { #","MailFromAttributes":{"MailFromDomain":"\#($0)","MailFromDomainStatus":"\#(status)"}"# } ?? "")}
        """)
      let server = try HTTPFixture { request in
        request.target == "/v2/email/identities/example.com" ? identity : .handedBack(forwarder.handOn(request))
      }
      defer { server.close() }
      let found = try await findings(
        texts, ["--config", config], cloud.environment.merging(["AWS_ENDPOINT_URL": server.url]) { $1 }, from: from,
        servers: servers)
      try await cloud.stop()
      return found
    }

    @Test func withSES() async throws {
      let keys = ["one", "two"].map { (name: "\($0)._domainkey.example.com", text: Self.key) }
      let sender = "feedback-smtp.us-east-1.amazonses.com"
      var found = try await withSES(
        keys + [Self.policy, (name: "bounce.example.com", text: "v=spf1 include:amazonses.com ~all")],
        mailFrom: "bounce.example.com", servers: [(name: "bounce.example.com", server: sender)])
      expect(found, "SPF ok: bounce.example.com: v=spf1 include:amazonses.com ~all")
      expect(found, "DKIM ok: signed by example.com, 2 of 2 keys found")
      expect(found, "DMARC ok: p=quarantine")

      found = try await withSES(Array(keys.prefix(1)) + [Self.policy])
      expect(found, "SPF warn: bounces go to amazonses.com", "MX bounce.example.com: 10 \(sender)")
      expect(
        found, "DKIM fail: 1 of 2 keys cannot be found",
        "add CNAME two._domainkey.example.com → two.dkim.amazonses.com")

      found = try await withSES(
        keys + [Self.policy, (name: "bounce.example.com", text: "v=spf1 include:other.example ~all")],
        mailFrom: "bounce.example.com", isSigned: false, servers: [(name: "bounce.example.com", server: sender)])
      expect(
        found, "SPF warn: the record of bounce.example.com does not let SES send itself", "or add include:amazonses.com"
      )
      expect(found, "DKIM fail: SES signs nothing for example.com", "Easy DKIM")
      expect(found, "DMARC ok: p=quarantine")

      // All is published, and SES does not use it.
      found = try await withSES(
        keys + [Self.policy, (name: "bounce.example.com", text: "v=spf1 include:amazonses.com ~all")],
        mailFrom: "bounce.example.com", status: "FAILED", servers: [(name: "bounce.example.com", server: sender)])
      expect(found, "SPF fail: SES does not use bounce.example.com yet, and lets bounces go to amazonses.com: FAILED")
      expect(found, "DKIM fail: the keys of example.com are found, but SES has not verified them: FAILED")
      expect(found, "DMARC fail: nothing proves example.com")

      found = try await withSES(
        keys + [Self.policy, (name: "bounce.example.com", text: "v=spf1 -include:amazonses.com ~all")],
        mailFrom: "bounce.example.com", servers: [(name: "bounce.example.com", server: sender)])
      #expect(!found.contains { $0.hasPrefix("SPF ok") }, "\(found)")

      found = try await withSES(
        [
          (name: "_dmarc.example.com", text: "v=DMARC1; p=reject; adkim=s; aspf=s"), keys[0],
          (keys[1].name, "v=DKIM1; p="),
        ],
        origin: "EXTERNAL", from: "news@mail.example.com")
      expect(found, "DKIM fail: 1 of 2 keys cannot be found", "add TXT two._domainkey.example.com with the public key")
      expect(found, "DMARC fail: nothing proves mail.example.com", "verify mail.example.com itself in SES")
    }
  }
}
