import EventStore
import Foundation
import Model
import TestSupport
import Testing

extension ActionsEndToEnd {
  /// Campaigns that begin at a time, from the command line.
  @Suite struct ScheduleTests {
    private let place: Workplace
    private var run: [String] {
      ["run", "--simulator-ledger", place.ledger, "--simulator-time-scale", "0", "--simulator-failures", "0"]
    }

    init() throws { place = try Workplace() }

    private var now: Timestamp { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    /// A time as the option takes it, in UTC.
    private func time(in seconds: Int) -> String {
      let text = Timestamp(milliseconds: now.milliseconds + Int64(seconds) * 1000).description
      return String(text.prefix(19)).replacing("T", with: " ") + "Z"
    }

    private func send(_ count: Int, at time: String, name: String = "May") async throws -> [String: Any] {
      let arguments = try place.sendArguments(place.writeAudience(count), name: name) + ["--at", time]
      return try #require(try await place.json(arguments).first)
    }

    private func isFinished() async throws -> Bool {
      try await place.json(["campaigns"]).first?["state"] as? String == "finished"
    }

    private func sent() -> Int { Ledger.lines(place.ledger) }

    @Test func itBeginsByItselfWhenItIsDueAndNotBefore() async throws {
      let line = try await send(120, at: time(in: 6))
      let due = try #require((line["dueAt"] as? String).flatMap { Timestamp(iso8601: $0) })
      let list = try await place.json(["schedule"])
      #expect(list.count == 1 && list[0]["recipients"] as? Int == 120 && list[0]["missed"] as? Bool == false)
      #expect(try await place.run(run + ["--drain"]).status == 0, "nothing is to be waited for")
      #expect(sent() == 0)
      let process = try place.start(run)
      while now < due {
        #expect(sent() == 0)
        try await Task.sleep(for: .milliseconds(100))
      }
      try await eventually("everybody is sent to") { try await isFinished() }
      #expect(sent() > 100)
      process.signal(SIGTERM)
      let end = try await process.wait()
      #expect(end.status == 0 && (end.errors + end.output).contains("begins, as it was scheduled"), "\(end)")
      let history = try await place.json(["history"]).compactMap { $0["action"] as? String }
      #expect(history.filter { $0 == "begin" }.count == 1)
      #expect(try await place.json(["schedule"]).isEmpty)
    }

    @Test func whatNobodyWasThereForWaitsForAWord() async throws {
      _ = try await send(30, at: time(in: 2))
      // As if the machine had been off for an hour.
      let store = try await place.openStore()
      let id = CampaignID(rawValue: 1)
      _ = try await store.reschedule(
        id, at: Timestamp(milliseconds: now.milliseconds - 3_600_000), operator: "t", now: now)
      try store.close()
      let process = try place.start(run)
      try await Task.sleep(for: .seconds(3))
      #expect(sent() == 0)
      #expect(try await place.json(["schedule"]).first?["missed"] as? Bool == true)
      let refused = try await place.run(["schedule", "now", "May"])
      #expect(refused.status != 0 && refused.errors.contains("give --yes 30 to do it"), "\(refused)")
      #expect(try await place.run(["schedule", "now", "May", "--yes", "30"]).status == 0)
      try await eventually("everybody is sent to") { try await isFinished() }
      #expect(sent() > 20)
      process.signal(SIGTERM)
      #expect(try await process.wait().status == 0)
    }

    @Test func theTimeIsChangedAndTheCampaignCancelled() async throws {
      _ = try await send(10, at: time(in: 3600))
      let changed = try await place.run(["schedule", "set", "May", "--at", "2027-01-02 09:30 Asia/Seoul"])
      #expect(changed.status == 0 && changed.output.contains("2027-01-02T00:30:00.000Z"), "\(changed)")
      #expect(try await place.json(["schedule"]).first?["dueAt"] as? String == "2027-01-02T00:30:00.000Z")
      for (arguments, words) in [
        (["schedule", "set", "May", "--at", "yesterday"], "no time: give"),
        (["schedule", "set", "May", "--at", "2020-01-01 00:00"], "that is over"),
        (["schedule", "set", "Mai", "--at", "09:30"], "Mai"),
        (["pause", "May"], "is scheduled: it cannot be paused"),
        (["resume", "May", "--yes", "10"], "is scheduled: it cannot be resumed"),
      ] {
        let end = try await place.run(arguments)
        #expect(end.status != 0 && end.errors.contains(words), "\(arguments): \(end)")
      }
      #expect(try await place.run(["cancel", "May", "--yes"]).status == 0)
      #expect(try await place.json(["schedule"]).isEmpty)
      #expect(try await place.run(run + ["--drain"]).status == 0)
      #expect(sent() == 0)
    }

    /// Processes are killed around the time at which it is due, two at once, one with a clock that is a day ahead.
    @Test func itBeginsOnceWhateverDiesWhen() async throws {
      let seed = UInt64.random(in: 0..<1_000_000)
      var random = SplitMix(seed)
      let quick = ["SENDBOARD_VISIBILITY_TIMEOUT": "2"]
      let library = try URL(fileURLWithPath: Program.binary()).deletingLastPathComponent()
        .appendingPathComponent("libClockShift.so").path
      try #require(FileManager.default.fileExists(atPath: library))
      // Later than it takes to store them and to be late by the other clock, on a machine that has much to do.
      let line = try await send(2_000, at: time(in: 8))
      let due = try #require((line["dueAt"] as? String).flatMap { Timestamp(iso8601: $0) })
      let ahead = try place.start(
        run, environment: quick.merging(["LD_PRELOAD": library, "CLOCK_SHIFT": "86400"]) { _, new in new })
      // It is too late by that clock: nothing may be begun by it.
      try await Task.sleep(for: .milliseconds(1500))
      #expect(sent() == 0 && now < due)
      ahead.signal(SIGKILL)
      _ = try await ahead.wait()
      for _ in 0..<8 {
        let pair = [try place.start(run, environment: quick), try place.start(run, environment: quick)]
        try await Task.sleep(for: .milliseconds(Int.random(in: 30...700, using: &random)))
        for process in pair.shuffled(using: &random) {
          process.signal(SIGKILL)
          _ = try await process.wait()
        }
      }
      try await eventually("it is due") { now >= due }
      let last = try place.start(run, environment: quick)
      try await eventually("it has begun") {
        try await place.json(["history"]).contains { $0["action"] as? String == "begin" }
      }
      last.signal(SIGKILL)
      _ = try await last.wait()
      _ = try await place.run(run + ["--drain", "--patience", "30"], environment: quick)
      let audit = try await Audit(place)
      try await audit.expectSound(recipients: 2_000)
      let begun = try await place.json(["history"]).count { $0["action"] as? String == "begin" }
      #expect(begun == 1, "seed \(seed)")
    }
  }
}
