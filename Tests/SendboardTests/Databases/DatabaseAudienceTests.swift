import Foundation
import Testing
import TestSupport

extension DatabasesEndToEnd {
  /// Named audiences from real servers: PostgreSQL and MariaDB.
  @Suite struct DatabaseAudienceTests {
    typealias Kind = DatabaseServer.Kind
    private let place: Workplace

    init() throws { place = try Workplace() }

    private static let people = """
      CREATE TABLE customer (email VARCHAR(200), name VARCHAR(2000), due DATE, amount NUMERIC(10,2), tier VARCHAR(10));
      INSERT INTO customer VALUES ('kim@example.com', '김민준 “a”', '2026-10-01', 120.50, 'gold'), ('lee@example.com', NULL, '2026-11-20', 99, 'silver'), ('park@example.com', '\(String(repeating: "긴", count: 600))', '2026-09-01', -3, 'gold'), ('nobody', 'x', '2026-01-01', 1, 'gold');

      """

    private func server(_ kind: Kind, _ more: String = "") async throws -> DatabaseServer {
      try await DatabaseServer(kind, in: place.file(kind.rawValue), statements: Self.people + more)
    }

    /// A configuration with one audience, and the environment in which its URL is.
    private func describe(
      _ server: DatabaseServer, _ query: String, _ more: String = ""
    ) throws -> (arguments: [String], environment: [String: String]) {
      let text = """
        audiences:
          people:
            database: {env: CRM_URL}
            query: >-
              \(query)
            \(more)

        """
      let file = try place.write(text, to: "c.yaml")
      return (["--config", file], server.environment.merging(["CRM_URL": server.url]) { $1 })
    }

    private func send(
      _ server: DatabaseServer, _ query: String, _ more: String = "", _ arguments: String..., within limit: Int = 60
    ) async throws -> Program.Result {
      let (configuration, environment) = try describe(server, query, more)
      let text = try place.write("Hello {{name}} {{amount}}\n", to: "t.txt")
      return try await place.run(
        [
          "send", "--name", "May", "--from", "news@example.com", "--subject", "Hi", "--text", text, "--audience",
          "people", "--json",
        ] + arguments + configuration, environment: environment, within: .seconds(limit))
    }

    @Test(arguments: Kind.allCases) func peopleAreSentToWithWhatTheDatabaseKnowsOfThem(kind: Kind) async throws {
      let server = try await server(kind)
      let sent = try await send(
        server,
        "SELECT email, name, amount, due FROM customer WHERE due < :day AND tier = :tier AND amount > :least ORDER BY email",
        "parameters: [{name: day, type: date}, {name: tier, choices: [gold, silver]}, {name: least, type: number}]",
        "--param", "day=2026-11-01", "--param", "tier=gold", "--param", "least=-3.5")
      #expect(sent.status == 0, "\(sent.errors)")
      #expect(try sent.json().first?["recipients"] as? Int == 2)
      #expect(try sent.json().first?["invalid"] as? Int == 1, "nobody is no address")
      let history = try #require(try await place.json(["history"]).first)
      #expect(history["condition"] as? String == "people day=2026-11-01 tier=gold least=-3.5")
      let kim = try await place.run(["mail", "1"])
      #expect(kim.output.contains("Hello 김민준 “a” 120.50"), "\(kim.output)")
      let park = try await place.run(["mail", "2"])
      #expect(park.output.contains("\(String(repeating: "긴", count: 20))"), "a value longer than any buffer")
      #expect(park.output.filter { $0 == "긴" }.count == 1200, "in the text and among the data: \(park.output)")
      #expect(park.output.contains(" -3.00"))
    }

    @Test(arguments: Kind.allCases) func noValueChangesTheQuery(kind: Kind) async throws {
      let server = try await server(kind)
      let hostile = [
        "' OR '1'='1", "'; DROP TABLE customer; --", "\\", "\\' OR 1=1 -- ", "\"", "%", "$1", "?", ":who",
        "x' UNION SELECT",
        "gold\u{1B}[2J", "'||(SELECT email FROM customer LIMIT 1)||'", String(repeating: "'", count: 70_000),
      ]
      for text in hostile {
        let sent = try await send(
          server, "SELECT email, name, amount FROM customer WHERE tier = :who", "parameters: [{name: who}]",
          "--dry-run",
          "--param", "who=\(text)")
        #expect(
          sent.status == 1 && sent.errors.contains("has no valid recipient (0 rows are invalid)"),
          "\(text.prefix(40)): \(sent.errors.prefix(300))")
      }
      // What is in quotes, in a comment or a cast is no place.
      let sent = try await send(
        server,
        "SELECT email, name, amount, ':who' AS a /* :who */ FROM customer WHERE tier = :who"
          + (kind == .postgres ? "::text AND $$:x$$ = ':x'" : ""), "parameters: [{name: who}]", "--dry-run", "--param",
        "who=gold")
      #expect(try sent.json().first?["recipients"] as? Int == 2, "\(sent.errors)")
    }

    @Test(arguments: Kind.allCases) func nothingCanBeWritten(kind: Kind) async throws {
      let more =
        kind == .postgres
        ? """
        CREATE SEQUENCE number;
        CREATE FUNCTION writes() RETURNS text LANGUAGE sql AS $$ DELETE FROM customer; SELECT 'a@example.com'::text $$;

        """
        : """
        CREATE FUNCTION writes() RETURNS TEXT DETERMINISTIC MODIFIES SQL DATA RETURN 'x';
        CREATE SEQUENCE number;

        """
      let server = try await server(kind, more)
      let outfile = place.file("out.txt")
      var tries = [
        "DELETE FROM customer", "INSERT INTO customer (email) VALUES ('a@example.com')", "DROP TABLE customer",
        "CREATE TABLE other (email TEXT)", "UPDATE customer SET tier = 'x'", "TRUNCATE TABLE customer",
        "SELECT email, name, amount FROM customer; DELETE FROM customer", "COMMIT",
      ]
      tries +=
        kind == .postgres
        ? [
          "DELETE FROM customer RETURNING email", "SELECT nextval('number')::text || '@example.com' AS email",
          "WITH gone AS (DELETE FROM customer RETURNING email) SELECT email FROM gone", "SELECT writes() AS email",
          "COPY (SELECT 1) TO '\(outfile)'", "COPY (SELECT 1) TO PROGRAM 'touch \(outfile)'",
          "SET TRANSACTION READ WRITE", "SELECT email FROM customer FOR UPDATE",
        ]
        : [
          "DELETE FROM customer RETURNING email",
          "INSERT INTO customer (email) VALUES ('a@example.com') RETURNING email",
          "SELECT CONCAT(NEXT VALUE FOR number, '@example.com') AS email",
          "SELECT email FROM customer INTO OUTFILE '\(outfile)'", "SET SESSION TRANSACTION READ WRITE",
        ]
      for query in tries {
        let sent = try await send(server, query, "", "--dry-run")
        #expect(sent.status == 1 && sent.errorLines.count == 1, "\(query): \(sent.errors) \(sent.output)")
      }
      #expect(!FileManager.default.fileExists(atPath: outfile))
      let after = try await send(server, "SELECT email, name, amount FROM customer WHERE tier <> 'x'", "", "--dry-run")
      #expect(try after.json().first?["recipients"] as? Int == 3, "\(after.errors)")
    }

    /// A million rows, and the memory of ten thousand.
    @Test(arguments: Kind.allCases) func theRowsAreNotHeld(kind: Kind) async throws {
      let server = try await server(kind)
      func peak(_ count: Int) async throws -> Int {
        let query =
          kind == .postgres
          ? "SELECT 'u' || i || '@example.com' AS email, 'name ' || i AS name, i AS amount FROM generate_series(1, \(count)) i"
          : "SELECT CONCAT('u', seq, '@example.com') AS email, CONCAT('name ', seq) AS name, seq AS amount FROM seq_1_to_\(count)"
        let sent = try await send(server, query, "timeout: 300", "--dry-run", within: 300)
        #expect(try sent.json().first?["recipients"] as? Int == count, "\(sent.errors)")
        return sent.peakMemory
      }
      let (few, many) = (try await peak(10_000), try await peak(1_000_000))
      print("DatabaseAudienceTests: \(kind.rawValue): 10,000 rows \(few) KiB, 1,000,000 rows \(many) KiB")
      #expect(many < few + 16_000)
    }

    @Test(arguments: Kind.allCases) func whatTakesTooLongIsStopped(kind: Kind) async throws {
      let server = try await server(kind)
      let slow =
        kind == .postgres
        ? [
          "SELECT 'a@example.com' AS email FROM pg_sleep(60)",
          "SELECT i || '@example.com' AS email FROM generate_series(1, 1000000000) i",
        ]
        : [
          "SELECT CONCAT('a@example.com', SLEEP(60)) AS email",
          "SELECT CONCAT(a.seq, '@example.com') AS email FROM seq_1_to_1000000 a, seq_1_to_1000000 b",
        ]
      for query in slow {
        let began = ContinuousClock.now
        let sent = try await send(server, query, "timeout: 2", "--dry-run")
        #expect(sent.status == 1 && sent.errors.contains("longer than 2 s"), "\(query): \(sent.errors) \(sent.output)")
        #expect(ContinuousClock.now - began < .seconds(20))
      }
    }

    /// No word of the URL is said, whatever goes wrong with it.
    @Test func thePasswordIsNeverShown() async throws {
      let server = try await server(.postgres)
      let query = "SELECT email, name, amount FROM customer"
      let text = try place.write("Hello {{name}}\n", to: "t.txt")
      func run(_ source: String, _ variable: String? = nil) async throws -> Program.Result {
        let file = try place.write(
          "audiences:\n  people:\n    database: \(source)\n    query: \(query)\n", to: "c.yaml")
        let listed = try await place.run(["audiences", "--json", "--config", file])
        #expect(listed.status == 0 && !listed.output.contains("s3cret") && !listed.output.contains("SELECT"))
        return try await place.run(
          [
            "send", "--name", "May", "--from", "news@example.com", "--subject", "Hi", "--text", text, "--audience",
            "people", "--dry-run", "--config", file,
          ],
          environment: server.environment.merging(variable.map { ["CRM_URL": $0] } ?? [:]) { $1 })
      }
      let secret = try place.write(server.url + "\n", to: "crm.url")
      chmod(secret, 0o600)
      #expect(try await run("{file: \(secret)}").status == 0)
      #expect(try await run("{command: [cat, \(secret)]}").status == 0)
      chmod(secret, 0o640)
      let open = try await run("{file: \(secret)}")
      #expect(open.status == 1 && open.errors.contains("chmod 600 \(secret)"), "\(open.errors)")
      let wrong: [(String, [String])] = [
        (server.url.replacing("@/", with: "x@/"), ["password authentication failed"]),
        (server.url.replacing("host=/", with: "host=/nowhere/"), ["nowhere"]),
        (server.url + "&sslmod=s3cret", ["sslmod"]), ("s3cret", ["the database's URL: it cannot be read"]),
        ("oracle://op:s3cret@host/x", ["begins with none of postgresql://"]),
        ("postgresql://op:s3cret@127.0.0.1:1/x", ["127.0.0.1"]), ("mysql://op:s3cret@127.0.0.1:1/x", ["127.0.0.1"]),
        ("mysql://op:s3cret@localhost/x?ssl=yes", ["'ssl' is unknown"]), ("http://[s3cret", ["cannot be read"]),
      ]
      for (url, words) in wrong {
        let end = try await run("{env: CRM_URL}", url)
        #expect(end.status == 1 && end.errorLines.count == 1, "\(end)")
        for word in words { #expect(end.errors.contains(word), "\(url): \(end.errors)") }
        #expect(
          !end.errors.contains("päss") && !end.errors.contains("p%C3") && !end.errors.contains("s3cret/"),
          "\(end.errors)")
      }
      let none = try await run("{env: CRM_URL}")
      #expect(none.status == 1 && none.errors.contains("the environment has no CRM_URL"), "\(none.errors)")
    }

    /// One error, with its line.
    @Test(arguments: [
      ("database: postgresql://op:s3cret@host/x", 3), ("database: {env: A, file: b}", 3), ("database: {}", 3),
      ("database: {url: s3cret}", 3), ("database: {command: cat}", 3), ("sqlite: a.db\n    database: {env: A}", 3),
      ("database: {env: A}\n    command: [x]", 3),
    ])
    func aWrongDescriptionIsOneErrorWithItsLine(text: String, line: Int) async throws {
      let file = try place.write("audiences:\n  people:\n    \(text)\n    query: SELECT 1\n", to: "c.yaml")
      let end = try await place.run(["audiences", "--config", file])
      #expect(end.status == 1 && end.errorLines.count == 1, "\(end)")
      #expect(end.errors.contains("c.yaml:\(line): "), "\(end.errors)")
      #expect(!end.errors.contains("s3cret"), "\(end.errors)")
    }
  }
}
