import Foundation
import Testing

extension EndToEnd {
  /// Help, wrong usage and failure, the same for every command.
  @Suite struct UsageTests {
    static let commands = [
      "", "dashboard", "demo", "send", "run", "ingest", "campaigns", "messages", "timeline", "failures", "deadletters",
      "deadletters list", "deadletters redrive", "deadletters discard", "resend", "pause", "resume", "cancel", "settle",
      "quarantine", "history",
    ]

    @Test func everyCommandHelpsWithAnExample() async throws {
      let place = try Workplace()
      for command in Self.commands {
        let result = try await place.run(Self.words(command) + ["--help"])
        #expect(result.status == 0, "\(command)")
        #expect(result.output.contains("Example"), "\(command)")
        #expect(result.output.contains("  sendboard"), "\(command)")
        #expect(result.errors == "", "\(command)")
      }
    }

    @Test func wrongUsageExitsWith64AndDoesNothing() async throws {
      let place = try Workplace()
      let wrong = [
        "bogus", "send", "send --name x", "run --only everything", "run --concurrency 0", "run --rate -1",
        "messages --status nosuch", "messages --limit 0", "messages --kind nosuch", "timeline", "ingest", "pause",
        "resend", "settle 1", "settle 1 --resend --assume-sent", "settle x --resend", "deadletters redrive",
        "deadletters redrive 1 --all", "deadletters discard", "campaigns extra", "demo --recipients 0",
        "run --simulator-rate 0", "campaigns --log-level loud",
        "send --name x --recipients x.csv --from a@example.com --subject s",
        "send --name x --recipients x.csv --from a@example.com --text t",
        "send --name x --recipients x.csv --from a --subject s --text t --channel sms",
        "send --name x --recipients x.csv --from a@example.com --subject s --text t --batch-size 51",
      ]
      for command in wrong {
        let result = try await place.run(Self.words(command))
        #expect(result.status == 64, "\(command)")
        #expect(result.output == "", "\(command)")
        #expect(result.errors.contains("Usage:"), "\(command)")
      }
      #expect(!FileManager.default.fileExists(atPath: place.store))
    }

    @Test func aFailureIsOneLineAndExitsWith1() async throws {
      let place = try Workplace()
      _ = try await place.json(place.sendArguments(place.writeAudience(3)))
      try place.write("queue: sqs\n", to: "queue.yaml")
      try place.write("a: [\n", to: "broken.yaml")
      let failing = [
        ("pause Nope", "Nope"), ("resume 99", "99"), ("cancel 99", "99"), ("resend 99", "99"),
        ("messages --campaign Nope", "Nope"), ("failures --campaign Nope", "Nope"), ("resume May", "May"),
        ("settle 1 --resend", "message 1"), ("settle 999 --assume-sent", "999"),
        ("deadletters redrive nosuch", "nosuch"), ("deadletters discard nosuch", "nosuch"),
        ("ingest missing.json", "missing.json"), ("timeline nobody@example.com", "nobody@example.com"),
        ("campaigns --config missing.yaml", "missing.yaml"), ("campaigns --config queue.yaml", "sqs"),
        ("campaigns --config broken.yaml", "broken.yaml"), ("dashboard", "terminal"), ("demo", "terminal"),
      ]
      for (command, subject) in failing {
        let result = try await place.run(Self.words(command))
        #expect(result.status == 1, "\(command)")
        #expect(result.output == "", "\(command)")
        #expect(result.errorLines.count == 1, "\(command): \(result.errors)")
        #expect(result.errors.contains(subject), "\(command): \(result.errors)")
      }
    }

    @Test func settingsOutOfBoundsAreNamed() async throws {
      let place = try Workplace()
      for (name, value) in [
        ("SENDBOARD_VISIBILITY_TIMEOUT", "0"), ("SENDBOARD_MAX_RECEIVE_COUNT", "many"), ("SENDBOARD_RATE", "-2"),
        ("SENDBOARD_CONCURRENCY", "1.5"),
      ] {
        let result = try await place.run(["campaigns"], environment: [name: value])
        #expect(result.status == 1, "\(name)")
        #expect(result.errorLines.count == 1 && result.errors.contains(value), "\(name): \(result.errors)")
      }
    }

    @Test func flagsWinOverTheEnvironmentAndThatOverTheFile() async throws {
      let place = try Workplace()
      try place.write("store: \(place.file("from-file.db"))\noperator: file\n", to: "config.yaml")
      try await send(place, [:], ["--store", place.file("flag.db"), "--config", place.file("config.yaml")])
      try await send(place, ["SENDBOARD_STORE": place.file("environment.db")], ["--config", place.file("config.yaml")])
      try await send(
        place, ["SENDBOARD_STORE": "", "SENDBOARD_OPERATOR": ""], ["--config", place.file("config.yaml")])
      for (name, operatorName) in [("flag.db", "mina"), ("environment.db", "mina"), ("from-file.db", "file")] {
        #expect(FileManager.default.fileExists(atPath: place.file(name)), "\(name)")
        let history = try await place.json(["history", "--store", place.file(name)])
        #expect(history.count == 1)
        #expect(history.first?["operator"] as? String == operatorName)
      }
    }

    private func send(_ place: Workplace, _ environment: [String: String], _ flags: [String]) async throws {
      let arguments = try place.sendArguments(place.writeAudience(2)) + flags
      _ = try await place.json(arguments, environment: environment)
    }

    private static func words(_ command: String) -> [String] { command.split(separator: " ").map(String.init) }
  }
}
