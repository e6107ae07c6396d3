import Foundation
import Testing

extension ScreenEndToEnd {
  /// In which language the dashboard is, and that the command line stays in English.
  @Suite struct LanguageScreenTests {
    /// What is shown in each language before anything is loaded, too.
    private static let bars = ["en": "[1 Campaigns]", "ko": "[1 캠페인]"]

    /// The flag wins over the environment, that over the file, and that over the locale, of which the first variable that
    /// is not empty counts.
    @Test(
      arguments: [
        ([], "", ["LC_ALL": "C.UTF-8"], "en"), ([], "", ["LC_ALL": "ko_KR.UTF-8"], "ko"),
        ([], "", ["LC_ALL": "", "LC_MESSAGES": "ko_KR.UTF-8", "LANG": "C.UTF-8"], "ko"),
        ([], "", ["LC_ALL": "", "LC_MESSAGES": "", "LANG": "ko_KR.UTF-8"], "ko"),
        ([], "", ["LC_ALL": "C.UTF-8", "LANG": "ko_KR.UTF-8"], "en"),
        ([], "language: ko\n", ["LC_ALL": "C.UTF-8"], "ko"), ([], "language: en\n", ["LC_ALL": "ko_KR.UTF-8"], "en"),
        ([], "language: en\n", ["SENDBOARD_LANGUAGE": "ko"], "ko"),
        (["--language", "en"], "language: ko\n", ["SENDBOARD_LANGUAGE": "ko"], "en"),
      ] as [([String], String, [String: String], String)])
    func itIsChosen(flags: [String], file: String, environment: [String: String], code: String) async throws {
      let place = try Workplace()
      let configuration = try place.write(file, to: "config.yaml")
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["dashboard", "--config", configuration] + flags, environment: environment)
      try await terminal.wait(for: try #require(Self.bars[code]))
      try await terminal.quit()
    }

    @Test func itIsChangedWhileItRuns() async throws {
      let place = try Workplace()
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["demo", "--recipients", "200"])
      try await terminal.wait(for: "[1 Campaigns]")
      try await terminal.send("F2")
      try await terminal.wait(for: "[1 캠페인]")
      let screen = try await terminal.wait(for: "한국어로 표시합니다")
      #expect(!screen.joined().contains("Batches"))
      try await terminal.type("L")
      try await terminal.wait(for: "in English now")
      try await terminal.quit()
    }

    @Test func oneThatThereIsNotIsAnErrorThatNamesThoseThereAre() async throws {
      let place = try Workplace()
      let variable = try await place.run(["campaigns"], environment: ["SENDBOARD_LANGUAGE": "fr"])
      #expect(variable.status == 1)
      #expect(variable.errors == "Error: SENDBOARD_LANGUAGE: 'fr' is none of en, ko\n")
      let flag = try await place.run(["campaigns", "--language", "fr"])
      #expect(flag.status == 64)
      #expect(
        flag.errors.contains("'fr'") && flag.errors.contains("en") && flag.errors.contains("ko"), "\(flag.errors)")
    }

    /// Scripts read it.
    @Test func theCommandLineStaysInEnglish() async throws {
      let place = try Workplace()
      let korean = ["LC_ALL": "ko_KR.UTF-8", "SENDBOARD_LANGUAGE": "ko"]
      let people = try place.write("email,name\nkim@example.com,Kim\nlee@example.com,Lee\n", to: "a.csv")
      let text = try place.write("Hello {{name}}\n", to: "a.txt")
      let send = [
        "send", "--name", "May", "--recipients", people, "--from", "news@example.com", "--subject", "News", "--text",
        text,
      ]
      let commands = [send, ["campaigns"], ["messages"], ["messages", "--json"], ["failures"], ["history"]]
      for command in commands + [["pause", "May"], ["timeline", "kim@example.com"], ["resume", "Nobody"]] {
        let result = try await place.run(command, environment: korean)
        #expect(result.status == (command == ["resume", "Nobody"] ? 1 : 0), "\(command): \(result.errors)")
        let hangul = (result.output + result.errors).unicodeScalars.filter { (0xAC00...0xD7A3).contains($0.value) }
        #expect(hangul.isEmpty, "\(command): \(result)")
      }
    }
  }
}
