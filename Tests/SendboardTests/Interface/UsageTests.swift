import ArgumentParser
import Canvas
import Foundation
import Testing

@testable import sendboard

extension InterfaceEndToEnd {
  /// Help, wrong usage and failure, the same for every command.
  @Suite struct UsageTests {
    /// Every command and what is below it, as the parser knows them.
    static let commands = commands(in: Sendboard.self)

    private static func commands(
      in command: any ParsableCommand.Type, words: [String] = []
    ) -> [(name: String, isParent: Bool)] {
      let below = command.configuration.subcommands
      return [(words.joined(separator: " "), !below.isEmpty)]
        + below.flatMap { commands(in: $0, words: words + [$0._commandName]) }
    }

    @Test func everyCommandHelpsWithAnExample() async throws {
      let place = try Workplace()
      for (command, _) in Self.commands {
        let result = try await place.run(Self.words(command) + ["--help"])
        #expect(result.status == 0, "\(command)")
        #expect(result.output.contains("Example"), "\(command)")
        #expect(result.output.contains("  sendboard"), "\(command)")
        #expect(result.errors == "", "\(command)")
        let lines = result.output.split(separator: "\n")
        #expect(lines.filter { TextWidth.of($0) > 80 } == [], "\(command)")
        #expect(Self.torn(result.output) == [], "\(command)")
        // The manual pages are made of this, and lose everything else.
        #expect(result.output.utf8.allSatisfy { $0 < 0x80 }, "\(command)")
      }
    }

    /// Lines of the overview that end before the next word had to, and examples that go on in the first column.
    private static func torn(_ help: String) -> [Substring] {
      let lines = help.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.hasPrefix("USAGE") }
      return zip(lines, lines.dropFirst()).filter { line, next in
        guard !line.isEmpty, let word = next.split(separator: " ").first, !next.hasPrefix(" ") else { return false }
        return line.hasPrefix(" ") || (!line.hasSuffix(":") && TextWidth.of(line) + 1 + TextWidth.of(word) < 80)
      }.map(\.0)
    }

    @Test func everyCommandTakesJSON() async throws {
      let place = try Workplace()
      // Those that only have commands below them hand it on.
      for (command, isParent) in Self.commands where !isParent {
        #expect(try await place.run(Self.words(command) + ["--help"]).output.contains("--json"), "\(command)")
      }
      let screen = try await place.run(["dashboard", "--json"])
      #expect(screen.status == 64 && screen.errors.contains("'sendboard campaigns --json'"), "\(screen.errors)")
    }

    @Test func theHeadlessDemoTakesJSON() async throws {
      let place = try Workplace()
      let campaign = try await place.json(["demo", "--headless", "--json", "--recipients", "5"]).first
      #expect(campaign?["recipients"] as? Int == 5)
      #expect(try await place.run(["demo", "--json"]).status == 64)
    }

    @Test func wrongUsageFitsEightyColumnsToo() async throws {
      // Of a command with more options than these the usage names none.
      let result = try await Workplace().run(["failures", "--limit", "0"])
      #expect(result.errorLines.filter { TextWidth.of($0) > 80 } == [])
      #expect(result.errors.contains("[--language <code>]\n        [--log-level <level>] [--json] "))
    }

    @Test func wrongUsageExitsWith64AndDoesNothing() async throws {
      let place = try Workplace()
      let wrong = [
        "bogus", "send", "send --name x", "run --only everything", "run --concurrency 0", "run --rate -1",
        "messages --status nosuch", "messages --limit 0", "messages --kind nosuch", "timeline", "ingest", "pause",
        "resend", "resend May --yes 0", "resend May --yes", "settle 1", "settle --all --resend",
        "settle 1 --all --undo",
        "settle 1 --resend --assume-sent", "settle x --resend", "deadletters redrive",
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

    @Test func aMisspeltCommandIsAnsweredWithTheCommands() async throws {
      let result = try await Workplace().run(["campagns"])
      #expect(result.status == 64)
      #expect(result.errors.contains("there is no command 'campagns'; did you mean 'campaigns'?"))
      for command in ["send", "run", "deadletters", "history"] { #expect(result.errors.contains(command)) }
      #expect(!result.errors.contains("--simulator"))
    }

    @Test func numbersOutOfBoundsAreNamedWithTheBounds() async throws {
      let place = try Workplace()
      let send = "send --name x --recipients x.csv --from a@example.com --subject s --text t"
      let numbers = [
        ("run", "--rate", ["0", "0.009", "1000001", "-1", "nan", "inf", "1e9", "ten", ""], "0.01 to 1000000"),
        ("run", "--concurrency", ["0", "1001", "-1", "1.5", "99999999999999999999", "ten"], "1 to 1000"),
        (send, "--batch-size", ["0", "51", "-1", "2.5", "99999999999999999999", "ten"], "1 to 50"),
      ]
      for (command, option, values, bounds) in numbers {
        for value in values {
          let result = try await place.run(Self.words(command) + ["\(option)=\(value)"])
          #expect(result.status == 64, "\(option) \(value)")
          #expect(result.output == "", "\(option) \(value)")
          let errors = result.errorLines.filter { $0.hasPrefix("Error:") }
          #expect(errors.count == 1 && errors[0].contains(option), "\(option) \(value): \(result.errors)")
          // What is no number at all is the parser's to refuse, in its own words.
          if Double(value) != nil, !value.contains("."), value.count < 9 {
            #expect(result.errors.contains(bounds), "\(option) \(value): \(result.errors)")
          }
        }
      }
      #expect(!FileManager.default.fileExists(atPath: place.store))
      for accepted in ["--rate=0.01", "--rate=1000000", "--concurrency=1", "--concurrency=1000"] {
        let result = try await place.run(["run", "--drain", "--create", accepted])
        #expect(result.status == 0 && result.errors == "0 messages handed over\n", "\(accepted): \(result.errors)")
      }
      for (size, batches) in [("1", 3), ("50", 1)] {
        let arguments = try place.sendArguments(place.writeAudience(3)) + ["--dry-run", "--batch-size", size]
        #expect(try await place.json(arguments).first?["batches"] as? Int == batches)
      }
    }

    @Test func aFailureIsOneLineAndExitsWith1() async throws {
      let place = try Workplace()
      _ = try await place.json(place.sendArguments(place.writeAudience(3)))
      try place.write("queue: kafka\n", to: "queue.yaml")
      try place.write("a: [\n", to: "broken.yaml")
      let failing = [
        ("pause Nope", "Nope"), ("resume 99", "99"), ("cancel 99", "99"), ("resend 99", "99"),
        ("messages --campaign Nope", "Nope"), ("failures --campaign Nope", "Nope"), ("resume May", "May"),
        ("settle 1 --resend", "message 1"), ("settle 999 --assume-sent", "999"),
        ("deadletters redrive nosuch", "nosuch"), ("deadletters discard nosuch", "nosuch"),
        ("ingest missing.json", "missing.json"), ("timeline nobody@example.com", "nobody@example.com"),
        ("campaigns --config missing.yaml", "missing.yaml"), ("campaigns --config queue.yaml", "kafka"),
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
        ("SENDBOARD_CONCURRENCY", "1.5"), ("SENDBOARD_RATE", "nan"), ("SENDBOARD_RATE", "1000001"),
        ("SENDBOARD_CONCURRENCY", "1001"), ("SENDBOARD_CONCURRENCY", "0"),
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
