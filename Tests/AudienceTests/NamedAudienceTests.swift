import Foundation
import GRDB
import Model
import Ports
import TestSupport
import Testing

@testable import Audience

/// What an administrator described, and what operators give for it.
@Suite struct NamedAudienceTests {
  private let folder: TemporaryFolder
  private var file: String { folder.path + "/crm.db" }

  init() throws {
    folder = try TemporaryFolder()
    let queue = try DatabaseQueue(path: file)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TABLE customer (email TEXT, name TEXT, due TEXT, amount REAL, orders INTEGER, tier TEXT);
          INSERT INTO customer VALUES ('kim@example.com', '김민준', '2026-10-01', 120.0, 3, 'gold'),
            ('lee@example.com', '이서연', '2026-11-20', 99.5, 1, 'silver'), ('park@example.com', NULL, '2026-09-01', 3, 0, 'gold'),
            ('nobody', 'x', '2026-01-01', 1, 0, 'gold')
          """)
    }
    try queue.close()
  }

  private func rows(
    _ query: String, _ values: [AudienceChoice.Value] = [], limit: Duration = .seconds(30)
  ) throws -> [AudienceEntry] {
    try SQLiteQuery.read(path: file, query: query, values: values, limit: limit) { rows in
      var source = try TableAudience(rows: rows, channel: .email)
      var entries: [AudienceEntry] = []
      while let entry = try source.next() { entries.append(entry) }
      return entries
    }
  }

  private func count() throws -> Int {
    try DatabaseQueue(path: file).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM customer") ?? -1 }
  }

  @Test func whatIsNoSingleQueryIsNotRun() throws {
    for statement in ["DELETE FROM customer", "ATTACH DATABASE 'x' AS y", "BEGIN"] {
      #expect(throws: NamedAudienceError.notAQuery, "\(statement)") { try rows(statement) }
    }
    #expect(throws: NamedAudienceError.severalStatements) { try rows("SELECT email FROM customer; SELECT 1") }
    #expect(throws: NamedAudienceError.database("there is no file \(folder.path)/none.db")) {
      try SQLiteQuery.read(path: folder.path + "/none.db", query: "SELECT 1", values: [], limit: .seconds(1)) { _ in 0 }
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/none.db"))
  }

  /// Nobody waits for it any more: it is ended at once, and so is what was not begun.
  @Test func aProgramThatNobodyWaitsForIsEnded() async throws {
    let stop = ReadingStop()
    let file = folder.path + "/pid"
    // Where it is read, and not where it is waited for: other tests may have the threads for minutes.
    let reading = Task.detached { () -> ContinuousClock.Instant? in
      do {
        try CommandOutput.read(
          ["/bin/sh", "-c", "echo $$ > \(file); exec sleep 300"], limit: .seconds(300), stop: stop
        ) { read in
          var buffer = [UInt8](repeating: 0, count: 16)
          while try buffer.withUnsafeMutableBytes({ try read($0) }) > 0 {}
        }
        return nil
      } catch is CancellationError { return .now }
    }
    while !FileManager.default.fileExists(atPath: file) { try await Task.sleep(for: .milliseconds(10)) }
    let stoppedAt = ContinuousClock.now
    stop.stop()
    let endedAt = try #require(try await reading.value, "it was not cancelled")
    #expect(endedAt - stoppedAt < .seconds(60))
    let text = try String(contentsOfFile: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    let child = try #require(pid_t(text))
    #expect(kill(child, 0) == -1 && errno == ESRCH)
    #expect(throws: CancellationError.self) {
      try CommandOutput.read(["/bin/sleep", "300"], limit: .seconds(300), stop: stop) { _ in }
    }
  }

  /// The threads of a dashboard block signals; what they start must not.
  @Test func aProgramCanBeToldToEnd() async throws {
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var text = ""
    try CommandOutput.read(["/bin/sh", "-c", "grep SigBlk /proc/self/status"], limit: .seconds(30)) { read in
      var buffer = [UInt8](repeating: 0, count: 256)
      while case let count = try buffer.withUnsafeMutableBytes({ try read($0) }), count > 0 {
        text += String(decoding: buffer[..<count], as: UTF8.self)
      }
    }
    #expect(text == "SigBlk:\t0000000000000000\n")
  }

  @Test func aQueryGivesRecipients() throws {
    let entries = try rows(
      "SELECT email, name, amount, orders FROM customer WHERE tier = :tier ORDER BY rowid",
      [.init(name: "tier", value: .text("gold"))])
    #expect(
      entries == [
        .recipient(AudienceRecipient(line: 1, address: "kim@example.com", values: ["김민준", "120", "3"])),
        .recipient(AudienceRecipient(line: 2, address: "park@example.com", values: ["", "3", "0"])),
        .invalid(InvalidRecipient(line: 3, problem: .address(.noAt), text: "nobody")),
      ])
    // A number is compared as one.
    #expect(
      try rows("SELECT email FROM customer WHERE orders > :n", [.init(name: "n", value: .integer(2))]).count == 1)
  }

  /// Whatever is given is a value, and never a part of the query.
  @Test(arguments: ["gold' OR '1'='1", "'; DROP TABLE customer; --", "gold\" OR 1=1", ":tier"])
  func aHostileValueIsAValue(text: String) throws {
    #expect(
      try rows("SELECT email FROM customer WHERE tier = :tier", [.init(name: "tier", value: .text(text))]).isEmpty)
    #expect(try count() == 4)
  }

  /// A query that writes is an error, and nothing is written, however it goes about it.
  @Test(arguments: [
    "DELETE FROM customer RETURNING email", "UPDATE customer SET tier = 'x' RETURNING email",
    "INSERT INTO customer (email) VALUES ('x@example.com') RETURNING email", "DROP TABLE customer",
    "SELECT email FROM customer; DELETE FROM customer", "PRAGMA user_version = 7",
  ])
  func aQueryCannotWrite(query: String) throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    #expect(throws: (any Error).self) { _ = try rows(query) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
    #expect(try count() == 4)
  }

  @Test func whatIsAskedForHasToBeDescribed() {
    #expect(throws: NamedAudienceError.parameters(asked: ["day", "tier"], described: ["tier"])) {
      _ = try rows(
        "SELECT email FROM customer WHERE tier = :tier AND due < :day", [.init(name: "tier", value: .text("gold"))])
    }
    #expect(throws: NamedAudienceError.parameters(asked: [], described: ["tier"])) {
      _ = try rows("SELECT email FROM customer", [.init(name: "tier", value: .text("gold"))])
    }
    #expect(throws: NamedAudienceError.database("no such table: people")) { _ = try rows("SELECT email FROM people") }
    #expect(throws: CSVError(.repeatedColumn("email"))) { _ = try rows("SELECT email, name AS email FROM customer") }
  }

  @Test func aQueryThatTakesTooLongIsStopped() {
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS email FROM n"
    #expect(throws: NamedAudienceError.tooSlow(.milliseconds(200))) { _ = try rows(endless, limit: .milliseconds(200)) }
  }

  // Programs.

  private func run(_ arguments: [String], limit: Duration = .seconds(30)) throws -> [AudienceEntry] {
    try CommandOutput.read(arguments, limit: limit) { read in
      var source = try CSVAudience(rows: CSVReader(read: read), channel: .email)
      var entries: [AudienceEntry] = []
      while let entry = try source.next() { entries.append(entry) }
      return entries
    }
  }

  @Test func aProgramPrintsRecipients() throws {
    let entries = try run(["printf", #"email,name\nkim@example.com,%s\n"#, "김민준"])
    #expect(entries == [.recipient(AudienceRecipient(line: 2, address: "kim@example.com", values: ["김민준"]))])
  }

  /// No shell reads a value, and it stays one argument.
  @Test(arguments: ["$(touch TRAP)", "`touch TRAP`", "; touch TRAP", "a b\nc", "{other}", "'", "\\"])
  func aHostileValueIsOneArgument(text: String) throws {
    let trap = folder.path + "/trap"
    let value = text.replacing("TRAP", with: trap)
    let values = [
      AudienceChoice.Value(name: "who", value: .text(value)), .init(name: "other", value: .text("no")),
    ]
    let command = ["sh", "-c", #"printf 'email,count\na@example.com,%s\n' $#"#, "sh", "{who}", "--x={who}"]
    let filled = try CommandOutput.arguments(command, values)
    #expect(filled == Array(command.dropLast(2)) + [value, "--x=" + value])
    #expect(try run(filled) == [.recipient(AudienceRecipient(line: 2, address: "a@example.com", values: ["2"]))])
    #expect(!FileManager.default.fileExists(atPath: trap))
  }

  @Test func aValueIsNoOption() throws {
    let values = [AudienceChoice.Value(name: "who", value: .text("--delete"))]
    #expect(throws: NamedAudienceError.looksLikeAnOption("who")) {
      _ = try CommandOutput.arguments(["people", "{who}"], values)
    }
    #expect(try CommandOutput.arguments(["people", "--who={who}"], values) == ["people", "--who=--delete"])
  }

  /// What was printed before counts for nothing, and the program's own words say why.
  @Test func aProgramThatFailsGivesNobody() {
    let failing = #"printf 'email\na@example.com\n'; echo 'first' >&2; printf 'no \033[31mlogin\n' >&2; exit 3"#
    #expect(throws: NamedAudienceError.failed("sh", how: "ended with status 3", said: "no [31mlogin")) {
      _ = try run(["sh", "-c", failing])
    }
    #expect(throws: NamedAudienceError.failed("sh", how: "was ended by signal 9", said: "")) {
      _ = try run(["sh", "-c", #"printf 'email\na@example.com\n'; kill -KILL $$"#])
    }
    #expect(throws: NamedAudienceError.failed("sh", how: "ended with status 1", said: "nothing to print")) {
      _ = try run(["sh", "-c", "echo nothing to print >&2; exit 1"])
    }
    #expect(throws: NamedAudienceError.cannotRun("no-such-program", why: "there is no such program")) {
      _ = try run(["no-such-program"])
    }
  }

  /// More than a pipe holds on standard error, while nobody has read standard output to its end.
  @Test func aTalkativeProgramIsRead() throws {
    let talking =
      #"printf 'email\na@example.com\n'; head -c 1000000 /dev/zero | tr '\0' x >&2; printf 'b@example.com\n'"#
    #expect(try run(["sh", "-c", talking]).count == 2)
  }

  /// Also what the program began is ended.
  @Test func aProgramThatTakesTooLongIsStopped() async throws {
    let note = folder.path + "/pid"
    let slow = "sleep 300 & echo $! > \(note); printf 'email\\na@example.com\\n'; wait"
    #expect(throws: NamedAudienceError.tooSlow(.milliseconds(400))) {
      _ = try run(["sh", "-c", slow], limit: .milliseconds(400))
    }
    let text = try String(contentsOfFile: note, encoding: .utf8)
    let child = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
    try await eventually("the program is ended") { kill(child, 0) != 0 || (try? isDead(child)) == true }
  }

  private func isDead(_ child: pid_t) throws -> Bool {
    try String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8).contains(") Z ")
  }

  // What is given.

  private let audience = NamedAudience(
    name: "overdue", origin: .command(["true"]),
    parameters: [
      AudienceParameter(name: "day", kind: .date, standard: "today"),
      AudienceParameter(name: "tier", kind: .choice(["gold", "silver"])),
      AudienceParameter(name: "least", kind: .number, standard: "0"),
      AudienceParameter(name: "note", standard: ""),
    ])

  private func label(_ given: (String, String)...) throws -> String {
    try audience.choose(given.map { (name: $0.0, text: $0.1) }, today: "2026-11-27").label
  }

  @Test func whatIsGivenIsKept() throws {
    #expect(try label(("tier", "gold")) == #"overdue day=2026-11-27 tier=gold least=0 note="""#)
    #expect(
      try label(("note", #"a "b" c=d"#), ("least", "1.5"), ("day", "2026-02-28"), ("tier", "silver"))
        == #"overdue day=2026-02-28 tier=silver least=1.5 note="a \"b\" c=d""#)
    #expect(
      try audience.choose([(name: "tier", text: "gold"), (name: "least", text: "7")], today: "2026-11-27").values[2]
        .value
        == .integer(7))
  }

  @Test func whatCannotBeTakenIsAnError() {
    func expect(_ problem: AudienceParameterProblem, _ given: (String, String)...) {
      #expect(throws: problem) { _ = try audience.choose(given.map { (name: $0.0, text: $0.1) }, today: "2026-11-27") }
    }
    expect(.missing("tier"))
    expect(.unknown("teir", known: ["day", "tier", "least", "note"]), ("teir", "gold"))
    expect(.twice("tier"), ("tier", "gold"), ("tier", "gold"))
    expect(.notAChoice("tier", "Gold", ["gold", "silver"]), ("tier", "Gold"))
    expect(.notADate("day", "2026-02-30"), ("tier", "gold"), ("day", "2026-02-30"))
    expect(.notADate("day", "27.11.2026"), ("tier", "gold"), ("day", "27.11.2026"))
    expect(.notANumber("least", "1,5"), ("tier", "gold"), ("least", "1,5"))
    expect(.notANumber("least", "nan"), ("tier", "gold"), ("least", "nan"))
    expect(.notText("note"), ("tier", "gold"), ("note", "a\u{0}b"))
  }
}
