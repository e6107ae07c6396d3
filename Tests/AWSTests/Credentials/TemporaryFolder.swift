import Foundation

/// A folder of its own for one test, removed at its end, laid out like a home.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "sendboard-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path + "/.aws", withIntermediateDirectories: true)
  }

  deinit {
    // A folder that stays behind is no reason to fail.
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)"))
  }

  /// Writes lines for a shell.
  ///
  /// - Returns: the command that runs them. Not a program of its own: while another test starts a process, that one
  ///   holds the file open for writing for a moment, and the kernel refuses to run it.
  func script(_ name: String, _ text: String) throws -> String {
    try write(text, to: name)
    return "/bin/sh \(path)/\(name)"
  }
}
