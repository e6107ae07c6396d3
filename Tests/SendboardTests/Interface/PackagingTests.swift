import ArgumentParser
import Foundation
import Testing

@testable import sendboard

extension InterfaceEndToEnd {
  /// What is installed beside the binary calls it as it is.
  @Suite struct PackagingTests {
    @Test func theUnitCallsACommand() async throws {
      let unit = try String(contentsOf: Self.folder.appending(path: "sendboard.service"), encoding: .utf8)
      let line = try #require(unit.split(separator: "\n").first { $0.hasPrefix("ExecStart=") })
      let words = line.split(separator: " ").dropFirst().map(String.init)
      let command = try await Sendboard.asyncParseAsRoot(words)
      #expect(words.first == "run" && command is RunCommand)
    }

    @Test func bashCompletesCommandsAndOptions() async throws {
      let place = try Workplace()
      let script = try await place.run(["--generate-completion-script", "bash"])
      #expect(script.status == 0 && script.errors == "")
      #expect(try Self.completions(of: "sendboard cam", by: script.output) == ["campaigns"])
      #expect(try Self.completions(of: "sendboard send --unsub", by: script.output) == ["--unsubscribe"])
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../Packaging")

    /// What bash offers for a line that is half typed.
    private static func completions(of line: String, by script: String) throws -> [String] {
      let words = line.split(separator: " ")
      let bash = Process()
      bash.executableURL = URL(filePath: "/bin/bash")
      bash.arguments = [
        "-c",
        """
        \(script)
        COMP_WORDS=(\(words.joined(separator: " "))) COMP_CWORD=\(words.count - 1)
        COMP_LINE='\(line)' COMP_POINT=\(line.utf8.count)
        _sendboard sendboard '\(words.last ?? "")' '\(words.dropLast().last ?? "")'
        printf '%s\\n' "${COMPREPLY[@]}"
        """,
      ]
      let output = Pipe()
      bash.standardOutput = output
      try bash.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      bash.waitUntilExit()
      return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }
}
