import Foundation

/// Files of recipients' data: their owner's alone, whatever the umask.
package enum PrivateFile {
  /// Makes an empty file (mode 0600) where nothing is, not even a link; SQLite gives the files beside it the same mode.
  ///
  /// - Returns: 0, or the system's number for why not.
  @discardableResult
  package static func makeNew(_ path: String) -> Int32 {
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if file < 0 { return errno }
    close(file)
    return 0
  }

  /// Makes a folder (mode 0700) and those it lies in, where they are missing.
  ///
  /// - Throws: an error of the file system.
  package static func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }
}
