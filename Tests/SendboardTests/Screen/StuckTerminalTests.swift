import Foundation
import Model
import TestSupport
import Testing

extension ScreenEndToEnd {
  /// A terminal that takes nothing, as behind a network that is gone: its reader is stopped here.
  @Suite struct StuckTerminalTests {
    @Test(arguments: [SIGTERM, SIGHUP]) func aStopIsHeardAndNothingIsSentAfterIt(number: Int32) async throws {
      let place = try Workplace()
      _ = try await place.json(place.sendArguments(place.writeAudience(5_000)))
      let terminal = try await TerminalSession(place)
      let process = try await terminal.launch(
        ["dashboard", "--simulator-ledger", place.ledger], environment: ["SENDBOARD_RATE": "100"])
      try await eventually("something is sent") { Ledger.lines(place.ledger) > 100 }
      let server = try #require(
        pid_t(
          try await terminal.command(["display-message", "-p", "#{pid}"]).trimmingCharacters(
            in: .whitespacesAndNewlines)))
      kill(server, SIGSTOP)
      defer { kill(server, SIGCONT) }
      // Each has the whole screen painted anew: many times what the terminal's line can hold.
      for _ in 0..<100 {
        kill(process, SIGWINCH)
        try await Task.sleep(for: .milliseconds(20))
      }
      kill(process, number)
      try await eventually("the process ends", within: .seconds(30)) { kill(process, 0) != 0 }
      let sent = try Ledger(path: place.ledger).addresses
      #expect(sent.count < 2_000 && Set(sent).count == sent.count)
      kill(server, SIGCONT)
      try await eventually("the terminal is given back") { try await terminal.isRestored() }
      #expect(try await terminal.ending().status == 0)
      // What was not handed over waits for the next.
      let drain = [
        "run", "--drain", "--simulator-time-scale", "0", "--simulator-failures", "0", "--simulator-ledger",
        place.ledger,
      ]
      #expect(try await place.run(drain).status == 0)
      let audit = try await Audit(place)
      try await audit.expectSound(recipients: 5_000)
      try await audit.expectSettled()
      #expect(audit.messages.count { $0.status == .uncertain } == 0)
    }
  }
}
