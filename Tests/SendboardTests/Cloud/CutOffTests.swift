import Emulator
import EventStore
import Foundation
import Model
import Testing
import TestSupport

extension CloudEndToEnd {
  /// The dashboard while AWS cannot be used: what the store holds stays usable, the status line says what is wrong and
  /// since when, and nobody has to do anything here for it to go on.
  @Suite struct CutOffTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// Sends a campaign of 60.
    private func fill(_ cloud: Emulator, _ resources: CloudResources) async throws {
      let relay = try Relay(cloud)
      defer { relay.close() }
      let settings = resources.environment(ses: relay.url)
      _ = try await place.json(place.sendArguments(place.writeAudience(60), name: "Newsletter"), environment: settings)
      let worker = try place.start(["run", "--only", "worker"], environment: settings)
      let store = try await place.openStore()
      try await eventually("it is sent") { try await (store.campaigns().first?.state == .finished) }
      worker.signal(SIGTERM)
      let end = try await worker.wait()
      #expect(end.status == 0, "\(end.errors)")
    }

    /// Opens a dashboard.
    private func open(_ settings: [String: String]) async throws -> TerminalSession {
      let terminal = try await TerminalSession(place, width: 160)
      _ = try await terminal.launch(["dashboard"], environment: settings)
      try await terminal.wait(for: "finished")
      return terminal
    }

    /// Expects the trouble to be told with its time, and the store to be as readable as ever.
    private func expectUsable(_ terminal: TerminalSession, telling words: String) async throws {
      let screen = try await terminal.wait(for: "✗ since ", within: .seconds(40))
      let line = try #require(screen.first { $0.contains("✗ since ") })
      #expect(line.contains(/✗ since \d\d:\d\d:\d\d .*\(SQS \w+/), "\(line)")
      try await terminal.wait(for: words, within: .seconds(40))
      try await terminal.send("Enter")
      try await terminal.wait(for: "user7@example.com", within: .seconds(30))
      try await terminal.send("1")
      try await terminal.wait(for: "[1 Campaigns]", within: .seconds(30))
    }

    private func quit(_ terminal: TerminalSession) async throws {
      try await terminal.send("q")
      let end = try await terminal.ending(within: .seconds(30))
      #expect(end.status == 0)
      #expect(end.isSane)
    }

    @Test(.timeLimit(.minutes(10))) func awsIsOutOfReachAndComesBack() async throws {
      let cloud = try await Emulator()
      let resources = try await CloudResources(cloud)
      try await fill(cloud, resources)
      let terminal = try await open(resources.environment())
      try await cloud.stop()
      try await expectUsable(terminal, telling: "SQS")
      let again = try await Emulator(port: cloud.port)
      try await resources.makeAgain(in: again)
      try await terminal.waitWithout("✗ since ", within: .seconds(60))
      try await quit(terminal)
      try await again.stop()
    }

    @Test(.timeLimit(.minutes(10))) func aQueueIsDeletedUnderIt() async throws {
      let cloud = try await Emulator.shared.value
      let resources = try await CloudResources(cloud)
      try await fill(cloud, resources)
      let terminal = try await open(resources.environment())
      try await cloud.call(
        "sqs", form: [("Action", "DeleteQueue"), ("Version", "2012-11-05"), ("QueueUrl", resources.sendQueue)])
      try await expectUsable(terminal, telling: "QueueDoesNotExist")
      try await resources.makeAgain(in: cloud)
      try await terminal.waitWithout("✗ since ", within: .seconds(60))
      try await quit(terminal)
    }

    /// Who sends is another process; whoever looks at the dashboard has to know.
    @Test(.timeLimit(.minutes(10))) func theWorkersTroublesAreToldToo() async throws {
      let cloud = try await Emulator.shared.value
      let resources = try await CloudResources(cloud)
      let relay = try Relay(cloud)
      defer { relay.close() }
      relay.setRule { _, _ in .answer(Relay.denied("SendBulkEmail")) }
      _ = try await place.json(
        place.sendArguments(place.writeAudience(5), name: "Denied"), environment: resources.environment())
      let worker = try place.start(["run", "--only", "worker"], environment: resources.environment(ses: relay.url))
      let terminal = try await TerminalSession(place, width: 160)
      _ = try await terminal.launch(["dashboard"], environment: resources.environment())
      let screen = try await terminal.wait(for: "✗ since ", within: .seconds(30))
      let advice =
        "access is denied: allow the call to these credentials in IAM (SES SendBulkEmail, AccessDeniedException)"
      #expect(screen.contains { $0.contains("✗ since ") && $0.contains(advice) }, "\(screen)")
      // The log has room for all that AWS says.
      try await terminal.send("6")
      let log = try await terminal.wait(for: "[6 Log]", within: .seconds(30))
      let words = log.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
      #expect(words.contains("user/ops is not authorized to perform: ses:SendBulkEmail"), "\(log)")
      try await terminal.send("1")
      relay.setRule { _, _ in .pass }
      try await terminal.waitWithout("✗ since ", within: .seconds(60))
      try await terminal.wait(for: "finished", within: .seconds(60))
      worker.signal(SIGTERM)
      let end = try await worker.wait()
      #expect(end.status == 0)
      // Once when it began, however often it was tried.
      let told = end.errorLines.count { $0.contains("is not authorized to perform") }
      #expect((1...2).contains(told), "\(end.errors)")
      try await quit(terminal)
    }

    /// The campaign is on disk: a second `send` would mail everybody twice.
    @Test func aSendThatCannotReachTheQueueSaysThatTheCampaignIsStored() async throws {
      let settings = [
        "SENDBOARD_QUEUE": "sqs", "SENDBOARD_AWS_SEND_QUEUE": "http://127.0.0.1:9/1/send",
        "SENDBOARD_AWS_DEAD_LETTER_QUEUE": "http://127.0.0.1:9/1/dlq", "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_EC2_METADATA_DISABLED": "true",
      ]
      let result = try await place.run(
        place.sendArguments(place.writeAudience(5), name: "Stored"), environment: settings, within: .seconds(60))
      #expect(result.status == 1 && result.output.isEmpty)
      #expect(result.errorLines.last?.contains("Campaign 1 IS stored: do not send it again") == true, "\(result)")
      #expect(try await place.openStore().campaigns().map(\.name) == ["Stored"])
    }

    @Test(.timeLimit(.minutes(10))) func credentialsExpireAndAreRenewed() async throws {
      let cloud = try await Emulator.shared.value
      let resources = try await CloudResources(cloud)
      func write(_ expiration: Date) async throws {
        let time = ISO8601DateFormatter().string(from: expiration)
        try place.write(
          #"{"Version":1,"AccessKeyId":"test","SecretAccessKey":"test","SessionToken":"t","Expiration":"\#(time)"}"#,
          to: "keys.json")
      }
      try place.write("[default]\ncredential_process = cat \(place.file("keys.json"))\n", to: "config")
      var settings = resources.environment()
      settings["AWS_ACCESS_KEY_ID"] = nil
      settings["AWS_SECRET_ACCESS_KEY"] = nil
      settings["AWS_CONFIG_FILE"] = place.file("config")
      try await fill(cloud, resources)
      try await write(.now + 8)
      let terminal = try await open(settings)
      try await expectUsable(terminal, telling: "expired")
      try await write(.now + 3600)
      try await terminal.waitWithout("✗ since ", within: .seconds(60))
      try await quit(terminal)
    }
  }
}
