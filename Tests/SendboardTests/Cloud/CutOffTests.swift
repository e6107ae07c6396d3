import Counterpart
import Foundation
import Testing

extension EndToEnd {
  /// The dashboard while AWS cannot be used: what the store holds stays usable, the status line says what is wrong and
  /// since when, and nobody has to do anything here for it to go on.
  @Suite struct CutOffTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// A dashboard on a sent campaign of 60.
    private func open(_ cloud: Counterpart, _ resources: CloudResources, _ settings: [String: String]) async throws
      -> TerminalSession
    {
      let relay = try Relay(cloud)
      defer { relay.close() }
      let audience = try place.writeAudience(60)
      let working = resources.environment(ses: relay.url)
      _ = try await place.json(place.sendArguments(audience, name: "Newsletter"), environment: working)
      let sent = try await place.run(["run", "--drain", "--only", "worker"], environment: working)
      #expect(sent.status == 0, "\(sent.errors)")
      let terminal = try await TerminalSession(place, width: 160)
      _ = try await terminal.launch(["dashboard"], environment: settings)
      try await terminal.wait(for: "finished")
      return terminal
    }

    /// Expects the trouble to be told with its time, and the store to be as readable as ever.
    private func expectUsable(_ terminal: TerminalSession, telling words: String) async throws {
      let screen = try await terminal.wait(for: "✗ since ", within: .seconds(40))
      let line = try #require(screen.first { $0.contains("✗ since ") })
      #expect(line.contains(/✗ since \d\d:\d\d:\d\d (send|send-dead-letters|events) \(/), "\(line)")
      try await terminal.wait(for: words, within: .seconds(40))
      try await terminal.send("Enter")
      try await terminal.wait(for: "user7@example.com", within: .seconds(5))
      try await terminal.send("1")
      try await terminal.wait(for: "[1 Campaigns]", within: .seconds(5))
    }

    private func quit(_ terminal: TerminalSession) async throws {
      try await terminal.send("q")
      let end = try await terminal.ending(within: .seconds(30))
      #expect(end.status == 0)
      #expect(end.isSane)
    }

    @Test(.timeLimit(.minutes(3))) func awsIsOutOfReachAndComesBack() async throws {
      let cloud = try await Counterpart()
      let resources = try await CloudResources(cloud)
      let terminal = try await open(cloud, resources, resources.environment())
      try await cloud.stop()
      try await expectUsable(terminal, telling: "SQS")
      let again = try await Counterpart(port: cloud.port)
      try await resources.makeAgain(in: again)
      try await terminal.waitWithout("✗ since ", within: .seconds(60))
      try await quit(terminal)
      try await again.stop()
    }

    @Test(.timeLimit(.minutes(3))) func aQueueIsDeletedUnderIt() async throws {
      let cloud = try await Counterpart.shared.value
      let resources = try await CloudResources(cloud)
      let terminal = try await open(cloud, resources, resources.environment())
      try await cloud.call(
        "sqs", form: [("Action", "DeleteQueue"), ("Version", "2012-11-05"), ("QueueUrl", resources.sendQueue)])
      try await expectUsable(terminal, telling: "QueueDoesNotExist")
      try await resources.makeAgain(in: cloud)
      try await terminal.waitWithout("✗ since ", within: .seconds(60))
      try await quit(terminal)
    }

    @Test(.timeLimit(.minutes(3))) func credentialsExpireAndAreRenewed() async throws {
      let cloud = try await Counterpart.shared.value
      let resources = try await CloudResources(cloud)
      func write(_ expiration: Date) throws {
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
      let terminal: TerminalSession
      try write(.now + 40)
      terminal = try await open(cloud, resources, settings)
      try await expectUsable(terminal, telling: "expired")
      try write(.now + 3600)
      try await terminal.waitWithout("✗ since ", within: .seconds(60))
      try await quit(terminal)
    }
  }
}
