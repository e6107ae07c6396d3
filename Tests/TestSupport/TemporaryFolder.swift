import Foundation

/// A folder of its own for one test, gone at its end.
package final class TemporaryFolder: Sendable {
  /// The folder, without a slash at its end.
  package let path: String

  /// Makes the folder.
  ///
  /// - Throws: Foundation's error when it cannot be made.
  package init() throws {
    path = FileManager.default.temporaryDirectory.appending(path: "sendboard-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    // A folder that stays behind is no reason to fail.
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Names a file in it.
  package func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, making the folders on the way.
  ///
  /// - Throws: Foundation's error.
  package func write(_ text: String, to name: String) throws {
    let url = URL(filePath: file(name))
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}
