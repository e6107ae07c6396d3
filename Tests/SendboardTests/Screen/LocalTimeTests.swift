import Testing

extension ScreenEndToEnd {
  /// The operator's clock is the one that the header shows.
  @Suite struct LocalTimeTests {
    @Test(arguments: [
      ("Asia/Seoul", "UTC+9"), ("UTC", "UTC"), ("Asia/Kolkata", "UTC+5:30"), ("EST5", "UTC-5"),
    ])
    func zone(name: String, shown: String) async throws {
      let terminal = try await TerminalSession(try Workplace())
      _ = try await terminal.launch(["dashboard"], environment: ["TZ": name])
      let screen = try await terminal.wait(for: "[1 Campaigns]")
      let header = try #require(screen.first { $0.contains("UTC") })
      #expect(header.hasSuffix(" " + shown), "\(header)")
      try await terminal.quit()
    }
  }
}
