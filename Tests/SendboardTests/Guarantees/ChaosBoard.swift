import EventStore
import Foundation
import GRDB
import Model
import Testing
import TestSupport

/// What goes wrong in ``GuaranteesEndToEnd/ChaosTests``, and what is known of it from outside.
struct ChaosBoard {
  private let place: Workplace
  private let seed: UInt64
  private var random: SplitMix
  private var campaigns = 0
  private var workers: [RunningProgram] = []
  /// Attempts that operators had opened by address, when each backup was made.
  private var backups: [(path: String, opened: [String: Int])] = []
  /// Attempts that operators had opened in states of the store that were thrown away.
  private var forgotten: [String: Int] = [:]
  private(set) var tally: [String: Int] = [:]

  private static let recipients = 300
  private var environment: [String: String] { ["SENDBOARD_VISIBILITY_TIMEOUT": "2"] }

  init(_ place: Workplace, seed: UInt64) {
    self.place = place
    self.seed = seed
    random = SplitMix(seed)
  }

  /// What was done, with the time.
  private var trace: [String] = []

  private mutating func note(_ what: String) {
    tally[what, default: 0] += 1
    trace.append("\(Timestamp.ofThisMachine) \(what)")
  }
  private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

  // MARK: Steps

  /// Does one thing, while workers work.
  mutating func act(_ step: Int) async throws {
    if campaigns == 0 || chance(0.25) { try await launch() }
    if workers.count < 2 { try await startWorker() }
    try await pause(50...700)
    switch Int.random(in: 0..<12, using: &random) {
    case 0, 1, 2: try await killWorker()
    case 3: try await stopWorker()
    case 4: try await operate(["pause", campaign()])
    case 5: try await operate(["resume", campaign(), "--yes", "100000"])
    case 6: try await settle()
    case 7: try await operate(["resend", campaign(), "--yes", "100000"])
    case 8: try await operate(["deadletters", "redrive", "--all", "--yes", "100000"])
    case 9: if chance(0.3) { try await operate(["cancel", campaign(), "--yes"]) } else { try await discard() }
    case 10: try await backup()
    default: try await chance(0.7) ? restore() : swap()
    }
  }

  private func pause(_ milliseconds: ClosedRange<Int>) async throws {
    var random = self.random
    try await Task.sleep(for: .milliseconds(Int.random(in: milliseconds, using: &random)))
  }

  private mutating func campaign() -> String { String(Int.random(in: 1...campaigns, using: &random)) }

  /// Launches, sometimes after a send of the same that was killed.
  private mutating func launch() async throws {
    campaigns += 1
    let audience = try place.writeAudience(Self.recipients, to: "c\(campaigns).csv", prefix: "c\(campaigns)-user")
    let arguments = try place.sendArguments(audience, name: "Chaos \(campaigns)")
    if chance(0.5) {
      let killed = try place.start(arguments, environment: environment)
      try await pause(20...400)
      killed.signal(SIGKILL)
      _ = try await killed.wait()
      note("killed sends")
    }
    let result = try await place.run(arguments, environment: environment)
    #expect(result.status == 0 || result.errors.contains("--again"), "seed \(seed): \(result.errors)")
    note("campaigns")
  }

  private mutating func startWorker() async throws {
    let run = [
      "run", "--simulator-ledger", place.ledger, "--simulator-time-scale", "0", "--simulator-latency", "0.15", "--rate",
      "400",
      "--simulator-failures", "0.05",
    ]
    let shift = ["", "", "172800", "-172800"].randomElement(using: &random) ?? ""
    guard !shift.isEmpty else { return workers.append(try place.start(run, environment: environment)) }
    // A process whose clock is two days off: the fixture beside the binary sees to it.
    let binary = try URL(fileURLWithPath: Program.binary()).deletingLastPathComponent()
    let library = binary.appendingPathComponent("libClockShift.so").path
    guard FileManager.default.fileExists(atPath: library) else { throw Obstacle("\(library) was not built") }
    workers.append(
      try place.start(
        run, environment: environment.merging(["LD_PRELOAD": library, "CLOCK_SHIFT": shift]) { _, new in new }))
    note("clocks apart")
  }

  private mutating func killWorker() async throws {
    guard let worker = workers.popLast() else { return }
    worker.signal(SIGKILL)
    let end = try await worker.wait()
    #expect(end.status == -SIGKILL, "seed \(seed): a worker ended by itself: \(end.errors)")
    note("kills")
  }

  private mutating func killAll() async throws { while !workers.isEmpty { try await killWorker() } }

  /// Stops a worker for longer than its claims are its own, and lets it go on.
  private mutating func stopWorker() async throws {
    guard let worker = workers.first else { return }
    worker.signal(SIGSTOP)
    try await startWorker()
    try await Task.sleep(for: .milliseconds(2500))
    worker.signal(SIGCONT)
    note("stops past the lease")
  }

  /// An operator's command: it may be refused, for what the state allows at that moment.
  private mutating func operate(_ arguments: [String]) async throws {
    let result = try await place.run(arguments, environment: environment)
    #expect([0, 1].contains(result.status), "seed \(seed): \(arguments): \(result.status) \(result.errors)")
    if result.status == 0 { note(arguments[0]) }
  }

  private mutating func settle() async throws {
    let found = try await place.json(["messages", "--status", "uncertain", "--limit", "5"], environment: environment)
    let ids = found.compactMap { $0["id"] as? String }
    guard !ids.isEmpty else { return }
    let verdict = ["--resend", "--assume-sent"].randomElement(using: &random) ?? "--resend"
    try await operate(["settle"] + ids + [verdict, "--yes", "5"])
    if verdict == "--assume-sent", chance(0.5) { try await operate(["settle", ids[0], "--undo"]) }
  }

  private mutating func discard() async throws {
    let letters = try await place.json(["deadletters"], environment: environment)
    guard let id = letters.first?["id"] as? String else { return }
    try await operate(["deadletters", "discard", id, "--yes", "100000"])
  }

  private mutating func backup() async throws {
    let path = place.file("backup-\(backups.count).db")
    // Those that are opened between the two are forgotten twice: that allows a copy too many, and never one too few.
    let opened = try await openedAttempts()
    _ = try await place.json(["backup", path], environment: environment)
    backups.append((path, opened))
    note("backups")
  }

  /// Puts a backup in the store's place, as somebody does at night.
  private mutating func restore() async throws {
    guard let (path, opened) = backups.randomElement(using: &random) else { return }
    try await killAll()
    for (address, count) in try await openedAttempts() where count > opened[address] ?? 0 {
      forgotten[address, default: 0] += count - (opened[address] ?? 0)
    }
    for suffix in ["-wal", "-shm", ""] { unlink(place.store + suffix) }
    try FileManager.default.copyItem(atPath: path, toPath: place.store)
    // Later backups are of a state that is no more.
    note("restores")
  }

  /// Puts another file in the store's place while a worker works on it: the worker ends by itself, and the store comes back.
  private mutating func swap() async throws {
    guard let backup = backups.last, let worker = workers.popLast() else { return }
    try await killAll()
    // One that has not opened the store yet would open the other file, and work on that.
    try await eventually("it runs") { try worker.errorsSoFar().contains("running on") }
    let aside = place.file("aside.db")
    for suffix in ["-wal", "-shm", ""] { rename(place.store + suffix, aside + suffix) }
    try FileManager.default.copyItem(atPath: backup.path, toPath: place.store)
    let end = try await worker.wait()
    #expect(end.status == 1, "seed \(seed): \(end.errors)")
    for suffix in ["-wal", "-shm", ""] { unlink(place.store + suffix) }
    for suffix in ["-wal", "-shm", ""] { rename(aside + suffix, place.store + suffix) }
    note("swaps")
  }

  // MARK: The end

  /// Lets everything come to its end: what waits goes out, what died is redriven, doubts are taken as sent.
  mutating func finish() async throws {
    try await killAll()
    let known = try await place.json(["campaigns"], environment: environment)
    for campaign in known where campaign["state"] as? String == "paused" {
      try await operate(["resume", campaign["id"] as? String ?? "", "--yes", "100000"])
    }
    for _ in 0..<3 {
      let end = try await place.run(
        place.drain, environment: environment,
        within: .seconds(200))
      #expect(end.isDrained, "seed \(seed): \(end.status) \(end.errors)")
      try await operate(["deadletters", "redrive", "--all", "--yes", "100000"])
    }
  }

  /// Compares the store with what left, as the ledger saw it.
  func audit() async throws {
    let store = try await place.openStore()
    #expect(try await store.replay() == [], "seed \(seed)")
    let opened = try await openedAttempts()
    let copies = Dictionary(try Ledger(path: place.ledger).addresses.map { ($0, 1) }, uniquingKeysWith: +)
    let tooMany = copies.filter { $0.value > 1 + (opened[$0.key] ?? 0) + (forgotten[$0.key] ?? 0) }
    #expect(
      tooMany.isEmpty, "seed \(seed): copies that nobody asked for: \(tooMany.sorted { $0.key < $1.key }.prefix(5))")
    // The story of one of them, for whoever has to find out.
    if let address = tooMany.keys.min() {
      print(
        "ChaosTests: \(address): \(copies[address] ?? 0) copies, \(opened[address] ?? 0) and \(forgotten[address] ?? 0) opened"
      )
      for message in try await store.messages(to: address, limit: 10) {
        for event in try await store.timeline(message.id) {
          print("ChaosTests:   \(message.id) \(event.attempt) \(event.at) \(event.type.name) \(event.reason ?? "")")
        }
      }
      for entry in try await store.history(limit: 1000) {
        print(
          "ChaosTests:   \(entry.at) \(entry.action) \(entry.campaign?.rawValue ?? 0) \(entry.condition.prefix(60)) \(entry.count) \(entry.result)"
        )
      }
      for line in trace { print("ChaosTests:   did \(line)") }
      for line in try String(contentsOfFile: place.ledger, encoding: .utf8).split(separator: "\n")
      where line.contains("\"\(address)\"") { print("ChaosTests:   \(line)") }
    }
    for campaign in try await store.campaigns() {
      #expect(campaign.count(.sending) == 0, "seed \(seed): campaign \(campaign.id) is stuck in flight")
      #expect(
        campaign.count(.queued) == 0 || campaign.batches.dead > 0,
        "seed \(seed): campaign \(campaign.id) is stuck: \(campaign)")
      #expect(
        campaign.batches.pending + campaign.batches.queued == 0, "seed \(seed): campaign \(campaign.id): \(campaign)")
    }
  }

  /// How often operators had each person sent to again, as the journal has it.
  private func openedAttempts() async throws -> [String: Int] {
    guard place.hasStore else { return [:] }
    var configuration = Configuration()
    configuration.busyMode = .timeout(20)
    let rows = try DatabaseQueue(path: place.store, configuration: configuration).read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT m.address, count(*) AS n FROM event e JOIN message m ON m.id = e.message
          WHERE e.type IN ('resent', 'settledToResend') GROUP BY m.address
          """)
    }
    return Dictionary(rows.map { ($0["address"], $0["n"]) }) { first, _ in first }
  }
}

extension Timestamp {
  fileprivate static var ofThisMachine: Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
