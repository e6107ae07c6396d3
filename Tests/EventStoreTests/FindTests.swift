import GRDB
import Model
import StoreSupport
import Testing

@testable import EventStore

/// Finding a message by anything that is known of it.
@Suite struct FindTests {
  private let fixture: StoreFixture
  private let campaign: CampaignID

  private static let people: [(address: String, values: [String])] = [
    ("kim.minsu@naver.com", ["김민수", "서울"]), ("Lee@Naver.com", ["이영희", "A-1007"]),
    ("park@daum.net", ["박\u{1F}철수", "부산"]), ("minsu@naverworks.co.kr", ["100%", "_x'\"\\"]),
  ]

  init() async throws {
    fixture = try StoreFixture()
    campaign = try await Self.launch(Self.people, name: "봄 안내", subject: "{{name}}님께", on: fixture)
    _ = try await fixture.store.ingest(
      [
        IncomingEvent(
          tags: nil, providerID: "0100-f", address: "Zoe@example.com", subject: "Your invoice 77", at: fixture.now,
          type: .delivery, identity: 1, classification: nil, reason: nil, detail: nil)
      ], now: fixture.now)
  }

  private static func launch(
    _ people: [(address: String, values: [String])], name: String, subject: String, on fixture: StoreFixture
  ) async throws -> CampaignID {
    let staging = try AudienceStaging(folder: fixture.folder)
    try staging.add(people)
    var plan = CampaignPlan.test(name: name, subject: subject)
    plan.columns = ["name", "note"]
    let id = try await fixture.store.launch(plan, from: staging, again: true, now: { fixture.now })
    try await fixture.store.acknowledge(id)
    return id
  }

  /// Takes all steps of a search, a few rows each.
  private func find(_ text: String, rows: Int = 2) async throws -> (steps: Int, parts: [FindPart]) {
    var parts = [try await fixture.store.find(FindRequest(text), rows: rows)]
    while let next = parts.last?.next {
      #expect(next.progress >= 0 && next.progress <= 1)
      parts.append(try await fixture.store.find(FindRequest(text, from: next), rows: rows))
      try #require(parts.count < 1000, "the search has no end")
    }
    return (parts.count, parts)
  }

  /// What is found first for each message, by its address.
  private func found(_ text: String, rows: Int = 2) async throws -> [String: FindMatch] {
    let all = try await find(text, rows: rows).parts.flatMap(\.messages)
    return Dictionary(all.map { ($0.message.address, $0.match) }, uniquingKeysWith: { first, _ in first })
  }

  @Test("The beginning of an address, a domain, a number and a provider's name need one step")
  func indexed() async throws {
    func first(_ text: String) async throws -> [String: FindMatch] {
      let part = try await fixture.store.find(FindRequest(text))
      return Dictionary(uniqueKeysWithValues: part.messages.map { ($0.message.address, $0.match) })
    }
    #expect(try await first("KIM") == ["kim.minsu@naver.com": .address])
    #expect(
      try await first("@naver") == [
        "kim.minsu@naver.com": .domain, "Lee@Naver.com": .domain, "minsu@naverworks.co.kr": .domain,
      ])
    #expect(try await first("@NAVER.com") == ["kim.minsu@naver.com": .domain, "Lee@Naver.com": .domain])
    #expect(try await first("@nowhere").isEmpty)
    #expect(try await first("3") == ["park@daum.net": .id])
    #expect(try await first("#3") == ["park@daum.net": .id])
    #expect(try await first("0100-f") == ["Zoe@example.com": .providerID])
    #expect(try await first("99999999999999999999").isEmpty)
  }

  @Test("Of more domains than one step enters nobody is left out") func manyDomains() async throws {
    let people = (0..<120).map { (address: "a@many\($0).example", values: ["x", "y"]) }
    _ = try await Self.launch(people, name: "many", subject: "s", on: fixture)
    #expect(Set(try await found("@many", rows: 50).keys) == Set(people.map(\.address)))
  }

  @Test("The middle of an address, a value and a subject are found by reading on", arguments: [1, 2, 3, 100])
  func scanned(rows: Int) async throws {
    #expect(
      try await found("minsu", rows: rows) == ["kim.minsu@naver.com": .address, "minsu@naverworks.co.kr": .address])
    #expect(try await found("AVER.", rows: rows) == ["kim.minsu@naver.com": .address, "Lee@Naver.com": .address])
    #expect(try await found("영희", rows: rows) == ["Lee@Naver.com": .value("이영희")])
    #expect(try await found("a-100", rows: rows) == ["Lee@Naver.com": .value("A-1007")])
    #expect(try await found("INVOICE", rows: rows) == ["Zoe@example.com": .subject])
    #expect(try await found("%", rows: rows) == ["minsu@naverworks.co.kr": .value("100%")], "no wildcard")
    #expect(try await found("_x'\"\\", rows: rows) == ["minsu@naverworks.co.kr": .value("_x'\"\\")])
    #expect(try await found("nothing of the kind", rows: rows).isEmpty)
  }

  @Test("Values are looked at one by one: what is stored joins them")
  func joined() async throws {
    #expect(try await found("김민수\u{1F}서울").isEmpty)
    #expect(try await found("박\u{1F}철수") == ["park@daum.net": .value("박\u{1F}철수")])
  }

  @Test("Campaigns are found by name and subject, newest first, in the first step")
  func campaigns() async throws {
    let second = try await Self.launch([("x@example.com", ["x", "y"])], name: "가을 안내", subject: "Autumn", on: fixture)
    func ids(_ text: String) async throws -> [CampaignID] {
      try await fixture.store.find(FindRequest(text)).campaigns.map(\.id)
    }
    #expect(try await ids("안내") == [second, campaign])
    #expect(try await ids("autumn") == [second])
    #expect(try await ids("님께") == [campaign])
    #expect(try await ids("겨울").isEmpty)
  }

  @Test("Steps of any length read every row once and end; progress never goes back", arguments: [1, 2, 3, 7, 1000])
  func steps(rows: Int) async throws {
    let parts = try await find("no such text", rows: rows).parts
    let progress = parts.compactMap { $0.next?.read }
    #expect(progress == progress.sorted())
    #expect(parts.allSatisfy { $0.messages.isEmpty })
    // Five addresses, four values and one subject, and what ends each of the three.
    #expect(progress.last ?? 0 <= 10)
    #expect(parts.count <= 1 + (5 / rows + 1) + (4 / rows + 1) + (1 / rows + 1))
  }

  @Test("Many with the same address in any case, and more matches than a step gives, are all found")
  func many() async throws {
    for index in 0..<3 {
      _ = try await Self.launch(
        (0..<400).map { ("\(index % 2 == 0 ? "Same" : "same")\($0)@example.org", ["v", "w"]) }, name: "\(index)",
        subject: "s", on: fixture)
    }
    let all = try await find("ame", rows: 150).parts.flatMap(\.messages)
    #expect(Set(all.filter { $0.match == .address }.map(\.message.id)).count == 1200)
    #expect(all.count == 1200, "each once")
    let values = try await find("w", rows: 100_000).parts.flatMap(\.messages).filter { $0.match == .value("w") }
    #expect(values.count == 1200)
  }

  @Test("What is only being copied in is not found")
  func importing() async throws {
    try await fixture.store.pool.write { [campaign] db in
      try db.execute(sql: "UPDATE campaign SET state = 'importing' WHERE id = ?", arguments: [campaign.rawValue])
    }
    #expect(try await found("minsu").isEmpty)
    #expect(try await fixture.store.find(FindRequest("안내")).campaigns.isEmpty)
  }

  @Test("The first step reads no table: plans of its statements")
  func plans() async throws {
    try await fixture.store.pool.read { db in
      func plan(_ sql: String) throws -> String {
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }.joined(separator: "; ")
      }
      let domain = Schema.domain
      let next = try plan(
        """
        SELECT \(domain) FROM message INDEXED BY message_domain
        WHERE \(Schema.hasDomain) AND \(domain) >= 'a' COLLATE NOCASE AND \(domain) < 'b' COLLATE NOCASE
        ORDER BY \(domain) COLLATE NOCASE LIMIT 1
        """)
      #expect(next.contains("message_domain (<expr>>? AND <expr><?)") && !next.contains("B-TREE"), "\(next)")
      for condition in ["= 'a' COLLATE NOCASE AND id > 1", "> 'a' COLLATE NOCASE"] {
        let scan = try plan(
          """
          SELECT id, address FROM message INDEXED BY message_address
          WHERE address \(condition) ORDER BY address COLLATE NOCASE, id LIMIT 9
          """)
        #expect(scan.contains("SEARCH message USING COVERING INDEX message_address"), "\(scan)")
        #expect(!scan.contains("B-TREE"), "\(scan)")
      }
      let subjects = try plan(
        """
        SELECT id, subject, status FROM message INDEXED BY message_status
        WHERE campaign IS NULL AND status >= 1 AND (status > 1 OR id > 2) ORDER BY status, id LIMIT 9
        """)
      #expect(subjects.contains("SEARCH message USING INDEX message_status (campaign=? AND status>?)"), "\(subjects)")
      #expect(!subjects.contains("B-TREE"), "\(subjects)")
    }
  }

  @Test("All uncertain messages of a filter are listed, whatever their number and wherever they stand")
  func uncertainOfAFilter() async throws {
    let other = try StoreFixture()
    let id = try await other.launch(30)
    for entry in try await other.queueAll() { _ = try await other.claim(entry.batch) }
    other.now = other.now + .seconds(3600)
    _ = try await other.store.expireAbandonedClaims(overdue: .zero, now: other.now)
    let all = try await other.store.uncertain(in: Scope(campaign: id))
    #expect(all.map(\.rawValue) == Array(1...30))
    let ones = try await other.store.uncertain(in: Scope(campaign: id, addressPrefix: "user1"))
    #expect(ones.map(\.rawValue) == [2] + (11...20), "user1 and user10 to user19; numbers begin with 1")
    #expect(try await other.store.uncertain(in: Scope(campaign: id, statuses: [.delivered])).isEmpty)
    #expect(try await other.store.uncertain(in: Scope(statuses: [.uncertain])).count == 30)
  }
}
