import Foundation
import Testing

extension ScreenEndToEnd {
  /// Colours: none when they are not wanted, and each theme's own.
  @Suite struct ColourTests {
    @Test func noColourIsShownWhenNoneIsWanted() async throws {
      let plain = try await frame(["NO_COLOR": "1"])
      #expect(Self.colours(in: plain) == [])
      // The same screen does have colours otherwise, or this would prove nothing.
      #expect(try await !Self.colours(in: frame([:])).isEmpty)
      #expect(try await !Self.colours(in: frame(["NO_COLOR": ""])).isEmpty)
    }

    @Test func eachThemeLoadsAndLooksLikeNoOther() async throws {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../themes")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
      #expect(names.count >= 2)
      var looks: Set<Set<String>> = []
      for name in names { looks.insert(Self.colours(in: try await frame(["SENDBOARD_THEME": name], folder.path))) }
      #expect(looks.count == names.count)
    }

    /// Colours are no reason to keep an operator from their mail.
    @Test(arguments: [("nosuch", "", "theme nosuch: not found"), ("broken", "text: {fg: mauve}\n", "mauve")])
    func aThemeThatIsNotThereOrBrokenFallsBack(name: String, text: String, words: String) async throws {
      let place = try Workplace()
      let themes = place.file("home/.config/sendboard/themes")
      try FileManager.default.createDirectory(atPath: themes, withIntermediateDirectories: true)
      if !text.isEmpty { try place.write(text, to: "home/.config/sendboard/themes/\(name).yaml") }
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["dashboard"], environment: ["SENDBOARD_THEME": name])
      try await terminal.wait(for: "Campaigns")
      #expect(try await !Self.colours(in: terminal.screen(escapes: true)).isEmpty)
      // Said where one looks, and to be read again in the log.
      try await terminal.wait(for: name == "nosuch" ? "theme nosuch: not found" : "! ")
      try await terminal.send("6")
      try await terminal.wait(for: name == "nosuch" ? "looked in" : words)
      try await terminal.wait(for: "standard colours are used")
      try await terminal.quit()
      #expect(try await terminal.ending().status == 0)
      let after = try await terminal.screen().joined()
      #expect(after.contains(words) && after.contains("the standard theme is used"), "\(after)")
      #expect(try await terminal.isRestored())
    }

    private func frame(_ environment: [String: String], _ themes: String? = nil) async throws -> [String] {
      let place = try Workplace()
      if let themes {
        // The binary may lie outside the clone.
        let home = place.file("home/.config/sendboard")
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: themes, toPath: home + "/themes")
      }
      let terminal = try await TerminalSession(place)
      _ = try await terminal.launch(["demo", "--recipients", "300"], environment: environment)
      try await terminal.wait(for: "delivered")
      let frame = try await terminal.screen(escapes: true)
      try await terminal.quit()
      return frame
    }

    /// The SGR parameters that choose a colour: 30–38, 40–48, 90–97, 100–107, and what follows 38 and 48.
    private static func colours(in frame: [String]) -> Set<String> {
      var found: Set<String> = []
      for line in frame {
        for match in line.matches(of: /\u{1B}\[([0-9;]*)m/) {
          let parameters = match.output.1.split(separator: ";").compactMap { Int($0) }
          if parameters.contains(where: { (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0) })
          {
            found.insert(String(match.output.1))
          }
        }
      }
      return found
    }
  }
}
