import Foundation
import Testing

/// Ten thousand requests one after the other, in a process of their own: other tests would be counted as well.
@Suite(.timeLimit(.minutes(10))) struct CurlSoakTests {
  @Test func nothingIsLeftOfRequests() async throws {
    let process = Process()
    let tests =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    process.executableURL = URL(fileURLWithPath: tests).deletingLastPathComponent().appending(path: "HTTPBench")
    process.arguments = ["soak", "10000"]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
    let counts = Dictionary(uniqueKeysWithValues: lines.map { ($0[0], $0.dropFirst().compactMap { Int($0) }) })
    let (warm, done, closed) = try (
      #require(counts["warm"]), #require(counts["done"]), #require(counts["closed"])
    )
    // The server's connections and threads come and go, by one or two.
    #expect(abs(done[0] - warm[0]) <= 4, "files: \(text)")
    #expect(abs(done[1] - warm[1]) <= 4, "threads: \(text)")
    #expect(done[2] - warm[2] < 4_096, "kilobytes: \(text)")
    #expect(closed[0] < done[0], "files: \(text)")
  }
}
