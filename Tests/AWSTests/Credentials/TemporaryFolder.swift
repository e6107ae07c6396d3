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

  /// Writes a program that a shell runs.
  func script(_ name: String, _ text: String) throws -> String {
    try write("#!/bin/sh\n" + text, to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(path)/\(name)")
    return "\(path)/\(name)"
  }
}
