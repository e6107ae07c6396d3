import Emulator
import EventStore
import Foundation
import GRDB
import HTTPFixture
import Model
import Testing
import TestSupport

extension CloudEndToEnd {
  /// The whole pipeline on the AWS emulator, with the real program.
  @Suite struct CloudPipelineTests {
    private let place: Workplace
    private let cloud: Emulator
    private let relay: Relay
    private let prefix = "p\(UUID().uuidString.prefix(8).lowercased())-"

    init() async throws {
      place = try Workplace()
      cloud = try await Emulator.shared.value
      relay = try Relay(cloud)
    }

    private func send(_ count: Int, _ name: String, _ settings: [String: String]) async throws {
      let audience = try place.writeAudience(count, prefix: prefix + name)
      _ = try await place.json(place.sendArguments(audience, name: name), environment: settings)
    }

    private func run(_ arguments: [String], _ settings: [String: String]) async throws {
      let result = try await place.run(["run", "--drain"] + arguments, environment: settings, within: .seconds(120))
      #expect(result.isDrained, "\(result.errors)")
    }

    /// Lets the program work until something is so, then stops it in order: unlike a drain it need not be sure that
    /// nothing comes any more.
    private func work(
      _ what: String, _ settings: [String: String], until isDone: () async throws -> Bool
    ) async throws {
      let program = try place.start(["run"], environment: settings)
      try await eventually(what, within: .seconds(120), every: .milliseconds(100)) { try await isDone() }
      program.signal(SIGTERM)
      let end = try await program.wait()
      #expect(end.status == 0, "\(end.errors)")
    }

    private func counts() async throws -> [MessageStatus: Int] {
      try await place.openStore().campaigns().reduce(into: [:]) { sum, campaign in
        sum.merge(campaign.counts) { $0 + $1 }
      }
    }

    @Test(.timeLimit(.minutes(10))) func fiveThousandGoFromSendToSettledAndTheDeadAreRedriven() async throws {
      defer { relay.close() }
      // The emulator does not notice that a program has gone in mid-poll: what comes within the 20 s of its long poll is
      // handed to nobody, and hidden.
      let resources = try await CloudResources(cloud, visibility: 8, receives: 2)
      let settings = resources.environment(ses: relay.url).merging(
        ["SENDBOARD_MAX_RECEIVE_COUNT": "2", "SENDBOARD_VISIBILITY_TIMEOUT": "8"]) { $1 }
      relay.setRule { _, addresses in
        guard addresses.contains(where: { $0.contains("doomed") }) else { return .pass }
        let result = #"{"Status":"TRANSIENT_FAILURE","Error":"try again later"}"#
        return .answer(
          .ok(#"{"BulkEmailEntryResults":[\#(addresses.map { _ in result }.joined(separator: ","))]}"#))
      }
      try await send(5000, "news", settings)
      try await send(100, "doomed", settings)
      let started = ContinuousClock.now
      try await run(["--only", "worker"], settings)
      print("CloudPipelineTests: 5100 sent or dead after \(ContinuousClock.now - started)")
      #expect(try await CloudAudit(place, relay).counts == [.accepted: 5000, .refused: 100])

      let letters = try await place.json(["deadletters"], environment: settings)
      #expect(letters.count == 2)
      #expect(letters.allSatisfy { ($0["error"] as? String)?.contains("TRANSIENT_FAILURE") == true }, "\(letters)")
      relay.setRule { _, _ in .pass }
      let redriven = try await place.json(
        ["deadletters", "redrive", "--all", "--yes", "100000"], environment: settings)
      #expect(redriven.first?["recipients"] as? Int == 100, "\(redriven)")
      try await work("all are sent", settings) { relay.mails.count == 5100 }
      #expect(try await place.json(["deadletters"], environment: settings).isEmpty)

      // Every fiftieth bounces, the others are delivered, and of these every 500th complains.
      let expected: [MessageStatus: Int] = [.delivered: 4987, .hardBounced: 102, .complained: 11]
      let published = ContinuousClock.now
      async let publishing: Void = publish(relay.mails, over: resources)
      try await work("the events have settled all", settings) { try await counts() == expected }
      try await publishing
      print("CloudPipelineTests: 10211 events published and stored after \(ContinuousClock.now - published)")
      let audit = try await CloudAudit(place, relay)
      try await audit.expectSound(recipients: 5100, in: cloud)
      #expect(audit.counts == expected)
      #expect(try await audit.store.campaigns().allSatisfy { $0.state == .finished })
      #expect(try await audit.store.quarantine(limit: 10).isEmpty)
    }

    private func publish(_ mails: [Relay.Mail], over resources: CloudResources) async throws {
      let events = mails.enumerated().flatMap { index, mail in
        [SESEvents.event(.send, mail), SESEvents.event(index % 50 == 0 ? .bounce : .delivery, mail)]
          + (index % 500 == 1 ? [SESEvents.event(.complaint, mail)] : [])
      }
      try await resources.publish(events)
    }

    @Test(.timeLimit(.minutes(10))) func nobodyIsLostOrMailedTwiceHoweverOftenTheProcessIsKilled() async throws {
      defer { relay.close() }
      let environment = ProcessInfo.processInfo.environment
      let seed = environment["SENDBOARD_KILL_SEED"].flatMap(UInt64.init) ?? UInt64.random(in: 0..<1_000_000)
      print("CloudPipelineTests: SENDBOARD_KILL_SEED=\(seed)")
      var random = SplitMix(seed)
      let resources = try await CloudResources(cloud, visibility: 3)
      let settings = resources.environment(ses: relay.url).merging(["SENDBOARD_VISIBILITY_TIMEOUT": "3"]) { $1 }
      // Slow enough to be killed between SES's acceptance and our knowing of it.
      relay.setRule { _, _ in .delay(.milliseconds(200)) }
      try await send(5000, "kill", settings)
      let started = ContinuousClock.now
      for _ in 0..<6 {
        let sent = relay.calls
        let worker = try place.start(["run"], environment: settings)
        // Killed at work, and not before it has begun.
        try await eventually("the worker makes calls", within: .seconds(20)) { (relay.calls > sent) }
        try await Task.sleep(for: .milliseconds(Int.random(in: 0...500, using: &random)))
        worker.signal(SIGKILL)
        let end = try await worker.wait()
        #expect(end.status == -SIGKILL, "seed \(seed): the worker ended by itself: \(end.errors)")
      }
      relay.setRule { _, _ in .pass }
      let drained = ContinuousClock.now
      try await run(["--only", "worker"], settings)
      print("CloudPipelineTests: killed until \(drained - started), drained after \(ContinuousClock.now - drained)")
      var audit = try await CloudAudit(place, relay)
      try await audit.expectSound(recipients: 5000, in: cloud)
      if try await !audit.store.deadLetters(limit: 1000).isEmpty {
        _ = try await place.json(["deadletters", "redrive", "--all", "--yes", "100000"], environment: settings)
        try await run(["--only", "worker"], settings)
        audit = try await CloudAudit(place, relay)
        try await audit.expectSound(recipients: 5000, in: cloud)
      }
      let doubts = audit.messages.filter { $0.status == .uncertain }
      #expect(!doubts.isEmpty, "seed \(seed): six kills in mid-call left no doubt: the test tests nothing")
      #expect(audit.messages.allSatisfy { $0.status == .uncertain || $0.status == .accepted }, "\(audit.counts)")

      // SES's own word settles each doubt about a mail it has.
      let doubted = Set(doubts.map(\.id.description))
      let known = relay.mails.filter { doubted.contains($0.tags["sendboard-message"] ?? "") }
      try await resources.publish(known.map { SESEvents.event(.send, $0) })
      try await work("the events have settled all they can", settings) {
        try await counts()[.accepted] == relay.mails.count
      }
      audit = try await CloudAudit(place, relay)
      try await audit.expectSound(recipients: 5000, in: cloud)
      print("CloudPipelineTests: 6 kills, \(doubts.count) uncertain, \(known.count) settled by Send events")
      #expect(audit.counts[.accepted] == relay.mails.count)
      #expect(audit.counts[.uncertain] ?? 0 == doubts.count - known.count)
    }

    @Test(arguments: [("embedded", "ses"), ("sqs", "simulator")])
    func everyMixOfQueueAndProviderWorks(_ queue: String, _ provider: String) async throws {
      defer { relay.close() }
      var settings = try await CloudResources(cloud).environment(ses: relay.url)
      settings["SENDBOARD_QUEUE"] = queue
      settings["SENDBOARD_PROVIDER"] = provider
      try await send(120, "mix", settings)
      let time = provider == "simulator" ? ["--simulator-time-scale", "0"] : []
      try await run(["--only", "worker"] + time, settings)
      #expect(relay.mails.count == (provider == "ses" ? 120 : 0))
      // The simulator may refuse some, as its dice fall.
      let counts = try await CloudAudit(place, relay).counts
      #expect(counts[.accepted, default: 0] + counts[.refused, default: 0] == 120, "\(counts)")
      #expect(provider == "simulator" || counts == [.accepted: 120])
    }

    /// Email by SES and texts by the simulator, by one worker; the events of both come in.
    @Test func eachChannelGoesByItsOwnProvider() async throws {
      defer { relay.close() }
      let settings = try await CloudResources(cloud).environment(ses: relay.url).merging(
        ["SENDBOARD_PROVIDERS_SMS": "simulator"]) { $1 }
      try await send(60, "mails", settings)
      let texts = (1...20).map { "+8210\(10_000_000 + $0),n\($0)" }
      let audience = try place.write("phone,name\n" + texts.joined(separator: "\n") + "\n", to: "texts.csv")
      let words = try place.write("Hello {{name}}", to: "words.txt")
      let sent = try await place.run(
        ["send", "--name", "texts", "--channel", "sms", "--recipients", audience, "--from", "Shop", "--text", words],
        environment: settings)
      #expect(sent.status == 0, "\(sent.errors)")
      try await run(["--simulator-time-scale", "0"], settings)
      #expect(relay.mails.count == 60)
      let campaigns = try await place.openStore().campaigns()
      #expect(campaigns.first { $0.channel == .email }?.counts == [.accepted: 60])
      let counts = try #require(campaigns.first { $0.channel == .sms }).counts
      #expect(counts.values.reduce(0, +) == 20)
      #expect(counts[.delivered, default: 0] > 0 && counts[.queued] == nil, "\(counts)")
    }

    /// Launches a campaign on each of so many stores, and gives their settings.
    private func launch(_ recipients: Int, stores: Int) async throws -> [[String: String]] {
      var settings: [[String: String]] = []
      for number in 0..<stores {
        let own = try await CloudResources(cloud).environment(ses: relay.url)
        settings.append(own.merging(["SENDBOARD_STORE": place.file("store/pace-\(number).db")]) { $1 })
        try await send(recipients / stores, "pace-\(number)-", settings[number])
      }
      return settings
    }

    /// On one store or on two: the rate is the account's.
    @Test(arguments: [1, 2]) func twoProcessesTogetherKeepTheAccountsRate(stores: Int) async throws {
      defer { relay.close() }
      let rate = 300
      relay.setAccount(Relay.account(rate: Double(rate)))
      let settings = try await launch(900, stores: stores)
      let workers = try (0..<2).map { number in
        try place.start(["run", "--only", "worker"], environment: settings[number % stores])
      }
      try await eventually("all are sent") { (relay.mails.count == 900) }
      for worker in workers { worker.signal(SIGTERM) }
      for worker in workers { #expect(try await worker.wait().status == 0) }
      let times = relay.mails.map(\.at)
      let most = times.map { start in times.count { $0 >= start && $0 - start < .seconds(1) } }.max() ?? 0
      print("CloudPipelineTests: two processes, at most \(most) in a second of \(rate) allowed")
      // A call may go at once, one may be under way when the second begins, and on a busy machine calls arrive in bunches.
      #expect(most <= rate + 200)
      #expect((times.max() ?? .now) - (times.min() ?? .now) > .seconds(2))
    }

    /// How many processes tell in their store that the day's quota makes them wait.
    private static func waiting(_ settings: [String: String]) throws -> Int {
      var configuration = Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(10)
      return try DatabaseQueue(path: #require(settings["SENDBOARD_STORE"]), configuration: configuration).read { db in
        try Int.fetchOne(db, sql: "SELECT count(DISTINCT process) FROM trouble WHERE link = 'SES (daily quota)'") ?? 0
      }
    }

    /// SES's figure stays what it was, since it comes late: only what the processes tell each other holds them back.
    @Test(arguments: [1, 2]) func twoProcessesTogetherKeepTheDaysQuota(stores: Int) async throws {
      defer { relay.close() }
      relay.setAccount(Relay.account(rate: 100_000, daily: 1000, sent: 400))
      // No campaign fits into what the day has left: whichever process is quicker must not be done with its own.
      let settings = try await launch(700 * stores, stores: stores)
      let workers = try (0..<2).map { number in
        try place.start(["run", "--only", "worker"], environment: settings[number % stores])
      }
      try await eventually("both wait for the quota, and say so", within: .seconds(60)) {
        try relay.mails.count > 500 && settings.allSatisfy { try Self.waiting($0) == workers.count / stores }
      }
      relay.setAccount(Relay.account(rate: 100_000, daily: 1000, sent: 1000))
      for own in settings {
        try await eventually("the campaign is paused") {
          try await
            (EventStore.open(path: #require(own["SENDBOARD_STORE"]), newID: "unused").campaigns()[0].state == .paused)
        }
      }
      for worker in workers { worker.signal(SIGTERM) }
      for worker in workers { #expect(try await worker.wait().status == 0) }
      print("CloudPipelineTests: two processes, \(relay.mails.count) mails of 600 that the day has left")
      #expect(relay.mails.count <= 600 && relay.mails.count > 500)
    }
  }
}
