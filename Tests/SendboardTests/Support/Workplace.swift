import EventStore
import Foundation
import Model

/// A temporary folder with a home, a store and an environment of its own; it goes away with the test.
final class Workplace: Sendable {
  let folder: String
  /// The store's file; `$SENDBOARD_STORE` names it to every program started here.
  let store: String

  init() throws {
    folder = NSTemporaryDirectory() + "/sendboard-e2e-\(UUID().uuidString.prefix(8))"
    store = folder + "/store/board.db"
    for name in ["home", "store", "tmp"] {
      try FileManager.default.createDirectory(atPath: folder + "/" + name, withIntermediateDirectories: true)
    }
  }

  deinit {
    // What is left behind lies in the machine's folder for such things.
    try? FileManager.default.removeItem(atPath: folder)
  }

  func file(_ name: String) -> String { folder + "/" + name }

  /// Where the simulator writes down what it was handed.
  var ledger: String { file("ledger.ndjson") }

  /// The arguments that send all there is and end; the simulator's events come at once.
  var drain: [String] { ["run", "--drain", "--simulator-ledger", ledger, "--simulator-time-scale", "0"] }

  /// Whether anybody has made the store.
  var hasStore: Bool { FileManager.default.fileExists(atPath: store) }

  /// What a program started here sees: nothing of the developer's own settings. An empty value takes one away.
  func environment(_ more: [String: String] = [:]) -> [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    let base = [
      "PATH": path, "HOME": file("home"), "TMPDIR": file("tmp"), "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "SENDBOARD_STORE": store, "SENDBOARD_OPERATOR": "mina",
      // The toolchain's own crash reporter would ask questions on the terminal.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    return base.merging(more) { _, own in own }.filter { !$0.value.isEmpty }
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
    return file(name)
  }

  func read(_ name: String) throws -> String { try String(contentsOfFile: file(name), encoding: .utf8) }

  /// Writes an audience of so many, in one domain.
  func writeAudience(_ count: Int, to name: String = "audience.csv", prefix: String = "user") throws -> String {
    var text = "email,name\n"
    for n in 1...count { text += "\(prefix)\(n)@example.com,이름\(n)\n" }
    return try write(text, to: name)
  }

  /// The arguments of a plain email campaign.
  func sendArguments(_ recipients: String, name: String = "May") throws -> [String] {
    try write("안녕하세요\n", to: "text.txt")
    return [
      "send", "--name", name, "--recipients", recipients, "--from", "news@example.com", "--subject", "소식", "--text",
      file("text.txt"), "--json",
    ]
  }

  /// Opens the store as the program does.
  func openStore() async throws -> EventStore { try await EventStore.open(path: store, newID: "unused") }
}
