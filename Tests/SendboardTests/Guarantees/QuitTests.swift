import EventStore
import Foundation
import Model
import Testing
import TestSupport

extension GuaranteesEndToEnd {
  /// The dashboard ends in the middle of a send.
  @Suite struct QuitTests {
    /// Ways to end it that finish what is in flight.
    enum Way: String, CaseIterable {
      case key, controlC, terminate, hangUp, interrupt, closedTerminal
    }

    private let place: Workplace
    /// Slow enough that calls are in flight at any moment.
    private var dashboard: [String] {
      ["dashboard", "--simulator-ledger", place.ledger, "--simulator-latency", "0.4", "--simulator-time-scale", "0"]
    }

    init() throws { place = try Workplace() }

    @Test(.timeLimit(.minutes(4)))
    func whateverEndsItFinishesOrGivesBackWhatIsInFlight() async throws {
      _ = try await place.json(place.sendArguments(place.writeAudience(6000)))
      var sent = 0
      for way in Way.allCases {
        let terminal = try await TerminalSession(place)
        let process = try await terminal.launch(dashboard)
        // Something new has gone out, and calls are under way.
        try await eventually("it sends (\(way))") { Ledger.lines(place.ledger) > sent ? () : nil }
        try await end(terminal, process, by: way)
        try await eventually("the process ends (\(way))", within: .seconds(10)) { (!Self.isRunning(process)) }
        if way != .closedTerminal {
          let ending = try await terminal.ending()
          #expect(ending.status == 0, "\(way)")
          #expect(ending.isSane, "\(way)")
          #expect(try await terminal.isRestored(), "\(way)")
        }
        let sending = try await place.json(["messages", "--status", "sending"])
        #expect(sending.isEmpty, "\(way) left \(sending.count) sending")
        sent = try Ledger(path: place.ledger).messages.count
        #expect(sent < 6000, "everything was sent before all ways were tried")
      }
      // With two minutes of visibility, a batch that was not given back would keep this waiting.
      let drained = try await place.run(
        ["run", "--drain", "--simulator-ledger", place.ledger, "--simulator-latency", "0"], within: .seconds(90))
      #expect(drained.isDrained, "\(drained.errors)")
      let audit = try await Audit(place)
      try await audit.expectSound(recipients: 6000)
      try await audit.expectSettled()
      #expect(try await audit.store.deadLetters(limit: 1000).isEmpty)
      let doubts = audit.messages.filter { $0.status == .uncertain }
      #expect(doubts.allSatisfy { $0.reason?.contains("worker stopped") != true }, "an orderly end leaves no doubt")
    }

    /// A process that has ended may stay in the table until its parent looks.
    private static func isRunning(_ process: pid_t) -> Bool {
      guard kill(process, 0) == 0 else { return false }
      // Not there outside Linux, where `kill` has to do.
      guard let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return true }
      return line.split(separator: ")").last?.hasPrefix(" Z") != true
    }

    private func end(_ terminal: TerminalSession, _ process: pid_t, by way: Way) async throws {
      switch way {
      case .key, .controlC:
        try await terminal.wait(for: "in flight")
        try await terminal.send(way == .key ? "q" : "C-c")
        try await terminal.wait(for: "Quit while a send is under way")
        try await terminal.send("y")
      case .terminate: kill(process, SIGTERM)
      case .hangUp: kill(process, SIGHUP)
      case .interrupt: kill(process, SIGINT)
      case .closedTerminal: try await terminal.close()
      }
    }

    @Test(arguments: [SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL])
    func aCrashRestoresTheTerminal(signal: Int32) async throws {
      let terminal = try await TerminalSession(place)
      let process = try await terminal.launch(["demo", "--recipients", "500"])
      try await terminal.wait(for: "msg/s")
      kill(process, signal)
      let ending = try await terminal.ending()
      #expect(ending.status == 128 + Int(signal))
      #expect(ending.isSane)
      try await eventually("the terminal is as it was") { try await terminal.isRestored() }
      #expect(try await !terminal.screen().contains { $0.contains("msg/s") })
    }
  }
}
