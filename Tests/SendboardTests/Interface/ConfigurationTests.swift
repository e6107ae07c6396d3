import Foundation
import Testing

@testable import sendboard

extension InterfaceEndToEnd {
  /// What is wrong with a configuration is said, and what nobody reads is not passed over.
  @Suite struct ConfigurationTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    @Test func aKeyNobodyReadsIsNamedWithTheNearestThatIs() async throws {
      let file = try place.write(
        "operater: kim\nsimulator:\n  latencey: 1\n  seed: 3\nwholly: other\n", to: "config.yaml")
      _ = try await place.openStore()
      let result = try await place.run(
        ["campaigns", "--json", "--config", file],
        environment: ["SENDBOARD_STORRE": "x", "SENDBOARD_SIMULATOR_TIME_SCALE": "0", "SENDBOARD_ELSE_": "x"])
      #expect(result.status == 0)
      #expect(result.output == "")
      #expect(
        result.errorLines == [
          "nothing reads the environment variable 'SENDBOARD_ELSE_'",
          "nothing reads the environment variable 'SENDBOARD_STORRE'; did you mean 'SENDBOARD_STORE'?",
          "\(file): nothing reads the key 'operater'; did you mean 'operator'?",
          "\(file): nothing reads the key 'simulator.latencey'; did you mean 'simulator.latency'?",
          "\(file): nothing reads the key 'wholly'",
        ])
    }

    @Test(arguments: ["", "# nothing yet\n", "---\n", "\n\n"]) func oneThatSaysNothingIsAsGoodAsNone(text: String)
      async throws
    {
      let file = try place.write(text, to: "config.yaml")
      _ = try await place.openStore()
      let result = try await place.run(["campaigns", "--config", file])
      #expect(result.status == 0 && result.errorLines.count <= 1, "\(result)")
    }

    /// `~` is what the shell says it is.
    @Test func theUsersFolderIsWhereHOMESays() async throws {
      let result = try await place.run(["campaigns"], environment: ["SENDBOARD_STORE": ""])
      #expect(result.errors.contains(place.file("home/.local/state/sendboard/sendboard.db")), "\(result.errors)")
    }

    @Test(arguments: [
      ("a: [1\nb: 2\n", "line 2, column 2: did not find expected ',' or ']' while parsing a flow sequence"),
      ("store: x\n  b: 2\n", "line 2, column 4: mapping values are not allowed in this context"),
    ])
    func whatIsNoYAMLIsSaidInOneLine(text: String, words: String) async throws {
      let file = try place.write(text, to: "config.yaml")
      let result = try await place.run(["campaigns", "--config", file])
      #expect(result.status == 1)
      #expect(result.errorLines.count == 1)
      #expect(result.errors.contains("the configuration \(file) cannot be read: \(words)"), "\(result.errors)")
      #expect(!result.errors.hasSuffix(":\n"))
    }

    @Test(arguments: [
      ("operator: mina\nrate: [5]\n", ":2: 'rate' takes one value, not a list"),
      ("\naws: 3\n", ":2: 'aws' takes names and values on lines of their own below it"),
      ("theme: {}\n", ":1: 'theme' takes one value, not names and values"),
      ("aws:\n  region:\n    a: b\n", ":3: 'aws.region' takes one value, not names and values"),
      ("simulator: [1]\n", ":1: 'simulator' takes names and values"),
      ("- a\n", ":1: a configuration is names and values"),
      ("just words\n", ":1: a configuration is names and values"), ("rate: fast\n", ":1: rate: 'fast' is not a number"),
      ("queue: sqs\nconcurrency: 1.5\n", ":2: concurrency: '1.5' is not a whole number"),
      ("queue: rabbit\n", ":1: queue: 'rabbit' is not known"), ("logLevel: loud\n", ":1: logLevel: 'loud' is none of"),
      ("operator: kim\nlanguage: fr\n", ":2: language: 'fr' is none of en, ko"),
      ("store: &s x\n", ":1: anchors and aliases"), ("links: x\n", ":1: 'links' takes a list"),
      (
        "operator: kim\nlinks:\n- {name: T, url: 'https://t.example/{adress}'}\n",
        ":3: the link 'T': there is no {adress}"
      ),
      ("links:\n- name: T\n  url: t.example\n", ":3: the link 'T': it does not begin with a scheme"),
      ("links: [{url: 'https://t.example'}]\n", ":1: this link has no name"),
      ("links: [{name: T}]\n", ":1: the link 'T' has no url"),
      ("links:\n- name: T\n  href: x\n", ":3: a link has a name and a url, and no 'href'"),
    ])
    func aValueOfTheWrongFormIsAnErrorWithItsLine(text: String, words: String) async throws {
      let file = try place.write(text, to: "config.yaml")
      for command in [["campaigns"], ["doctor"], ["provision", "--dry-run"]] {
        let result = try await place.run(command + ["--config", file])
        #expect(result.status == 1, "\(command)")
        #expect((result.errors + result.output).contains(file + words), "\(result)")
      }
    }

    @Test func aWrongVariableIsNamed() async throws {
      let file = try place.write("rate: 5\n", to: "config.yaml")
      let result = try await place.run(
        ["campaigns", "--config", file], environment: ["SENDBOARD_RATE": "quick", "SENDBOARD_STORE": ""])
      #expect(result.errors == "Error: SENDBOARD_RATE: 'quick' is not a number from 0.01 to 1000000.0\n")
    }

    /// What looks like a number is a text where a text is wanted.
    @Test func aTextOfDigitsIsNotPassedOver() async throws {
      let file = try place.write("operator: 0815\nstore: \(place.file("store/x.db"))\n", to: "config.yaml")
      let people = try place.writeAudience(1)
      let arguments = try place.sendArguments(people) + ["--config", file]
      let variables = ["SENDBOARD_OPERATOR": "", "SENDBOARD_STORE": ""]
      #expect(try await place.run(arguments, environment: variables).status == 0)
      let campaigns = try await place.json(["campaigns", "--store", place.file("store/x.db")])
      #expect(campaigns.first?["operator"] as? String == "0815")
    }

    @Test func aFolderIsNoConfiguration() async throws {
      let result = try await place.run(["campaigns", "--config", place.folder])
      #expect(result.errors == "Error: the configuration \(place.folder) is a folder: name a file in it\n")
    }

    /// The list of keys must not fall behind what is read.
    @Test func everyKeyThatIsReadIsKnown() async throws {
      let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      let folder = tests.deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/sendboard/Settings")
      var read: Set<String> = []
      for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /(?:forKey: |reader, )"([A-Za-z.]+)"/) { read.insert(String(match.1)) }
      }
      #expect(read.count > 10)
      #expect(read.subtracting(ConfigurationKeys.all) == [])
    }
  }
}
