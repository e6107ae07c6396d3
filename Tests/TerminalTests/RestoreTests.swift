import Foundation
import Testing

/// Whatever ends the process, the terminal must be as it was.
@Suite(.serialized) struct RestoreTests {
  @Test func aQuitRestores() throws {
    let tmux = try Tmux()
    try tmux.startProbe()
    #expect(try tmux.format("#{alternate_on} #{cursor_flag}") == "1 0")
    try tmux.press("q")
    try tmux.wait(for: "bye")
    try tmux.expectRestored()
  }

  @Test(arguments: [(SIGTERM, "terminate"), (SIGHUP, "hangup"), (SIGINT, "interrupt")])
  func aSignalArrivesAsAnEvent(signal: Int32, reason: String) throws {
    let tmux = try Tmux()
    kill(try tmux.startProbe(), signal)
    try tmux.wait(for: "stopped: \(reason)")
    try tmux.expectRestored()
  }

  @Test(arguments: [("F", "asked to fail"), ("S", "Segmentation fault"), ("O", "Segmentation fault"), ("X", "ready>")])
  func aCrashRestores(key: String, message: String) throws {
    let tmux = try Tmux()
    try tmux.startProbe()
    try tmux.press(key)
    try tmux.wait(for: message)
    try tmux.expectRestored()
  }

  /// No handler sees these; `G` takes the process's whole group along.
  @Test(arguments: ["T", "K", "G"])
  func aDeathThatNoHandlerSeesRestores(key: String) throws {
    let tmux = try Tmux()
    let process = try tmux.startProbe()
    try tmux.press("E", key)
    // Whether the shell's own word of it comes before or after is the kernel's choice.
    try tmux.wait(for: "the program died, and the terminal was restored")
    try tmux.wait(for: "written to standard error")
    try tmux.press("Enter")
    try tmux.expectRestored()
    #expect(kill(process, 0) != 0)
    try tmux.wait("the end of the guardian") { try tmux.processes(of: "TerminalProbe").isEmpty }
  }

  /// A guardian is no burden: it goes with the screen, and holds nothing of the process's.
  @Test func theGuardianEndsWithTheScreenAndHoldsOnlyTheTerminal() throws {
    let tmux = try Tmux()
    let process = try tmux.startProbe()
    let guardian = try #require(tmux.processes(of: "TerminalProbe").first { $0 != process })
    let held = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(guardian)/fd").compactMap {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(guardian)/fd/\($0)")
    }
    #expect(held.count { $0.hasPrefix("pipe:") } == 1, "\(held)")
    #expect(
      held.allSatisfy { $0.hasPrefix("pipe:") || $0.hasPrefix("/dev/pts") || $0.hasSuffix("(deleted)") }, "\(held)")
    try tmux.press("q")
    try tmux.wait(for: "bye")
    try tmux.wait("the end of the guardian") { kill(guardian, 0) != 0 }
    try tmux.expectRestored()
  }

  @Test(arguments: [SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP])
  func aDeadlySignalRestoresAndKills(signal: Int32) throws {
    let tmux = try Tmux()
    let process = try tmux.startProbe()
    kill(process, signal)
    try tmux.wait("the end of the process") { kill(process, 0) != 0 }
    try tmux.expectRestored()
  }

  @Test func aProcessThatHangsDiesOfTheThirdSignal() throws {
    let tmux = try Tmux()
    let process = try tmux.startProbe()
    try tmux.press("H")
    // The probe reads no signals from here on; before that, it may take one or two as events.
    try tmux.wait("the end of the process") {
      kill(process, SIGTERM)
      return kill(process, 0) != 0
    }
    try tmux.expectRestored()
  }

  @Test func whatIsWrittenToStandardErrorIsShownAfterwards() throws {
    let tmux = try Tmux()
    try tmux.startProbe()
    try tmux.press("E", "Down")
    try tmux.wait(for: "key down")
    #expect(try !tmux.screen().contains("written to standard error"))
    try tmux.press("q")
    try tmux.wait(for: "written to standard error")
    try tmux.expectRestored()
  }

  @Test func controlZStopsAndForegroundComesBack() throws {
    let tmux = try Tmux()
    try tmux.startProbe()
    try tmux.press("C-z")
    try tmux.wait(for: "Stopped")
    try tmux.expectRestored()
    try tmux.type("fg")
    try tmux.wait(for: "key resize")
    #expect(try tmux.format("#{alternate_on} #{cursor_flag}") == "1 0")
    try tmux.press("Down")
    try tmux.wait(for: "key down")
    try tmux.press("q")
    try tmux.wait(for: "bye")
    try tmux.expectRestored()
  }

  @Test func aStopFromOutsideDoesTheSame() throws {
    let tmux = try Tmux()
    let process = try tmux.startProbe()
    kill(process, SIGTSTP)
    try tmux.wait(for: "Stopped")
    try tmux.expectRestored()
    try tmux.type("fg")
    try tmux.wait(for: "key resize")
    kill(process, SIGTERM)
    try tmux.wait(for: "stopped: terminate")
    try tmux.expectRestored()
  }

  /// A shell that fetches back a job which goes on already puts its own settings of the terminal back, and nobody is told.
  @Test func keysArriveAfterTheShellHasFetchedBackWhatGoesOnAlready() throws {
    let tmux = try Tmux()
    let process = try tmux.startProbe()
    kill(process, SIGSTOP)
    try tmux.wait(for: "Stopped")
    kill(process, SIGCONT)
    // It goes on behind the shell, and leaves it the screen and the keys.
    try tmux.type("echo still $((40 + 2)) here")
    try tmux.wait(for: "still 42 here")
    try tmux.type("fg")
    try tmux.wait(for: "key resize")
    #expect(try !tmux.screen().contains("still 42 here"))
    try tmux.press("Down")
    try tmux.wait(for: "key down")
    try tmux.press("q")
    try tmux.wait(for: "bye")
    try tmux.expectRestored()
  }

  @Test func aClosedTerminalIsNoticed() throws {
    let tmux = try Tmux()
    let process = try tmux.startProbe()
    try tmux.run("kill-server")
    try tmux.wait("the end of the process") { kill(process, 0) != 0 }
    #expect(["stopped: hangup\n", "stopped: terminalClosed\n"].contains(try tmux.contents("log")))
  }

  @Test func aClosedTerminalIsNoticedWithoutItsSignal() throws {
    let tmux = try Tmux()
    try tmux.type("trap '' HUP")
    let process = try tmux.startProbe()
    try tmux.run("kill-server")
    try tmux.wait("the end of the process") { kill(process, 0) != 0 }
    #expect(try tmux.contents("log") == "stopped: terminalClosed\n")
  }
}
