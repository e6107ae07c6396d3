import Foundation

/// The configuration file, written whole or not at all.
struct ConfigurationFile {
  let path: String

  /// What it holds; nothing when it is not there.
  ///
  /// - Throws: ``CommandError`` when it cannot be read.
  func read() throws -> String {
    guard FileManager.default.fileExists(atPath: path) else { return "" }
    do { return try TextFile.read(path, limit: PlainYAML.sizeLimit) } catch {
      throw CommandError("the configuration \(path) cannot be read: \(error)", underlying: error)
    }
  }

  /// Sets values in it, keeping every other line and who may read it.
  ///
  /// - Returns: whether anything was to be written.
  /// - Throws: ``CommandError``.
  func set(top: [(String, String)], blocks: [(name: String, values: [(String, String)])]) throws -> Bool {
    let before = try read()
    var text = try ConfigurationText(before, path: path)
    try text.set(top: top, blocks: blocks)
    if text.text == before { return false }
    try write(text.text)
    return true
  }

  /// The new text takes the old one's place in one step: whoever reads meanwhile, and a crash, sees one or the other.
  private func write(_ text: String) throws {
    // A link stays a link: what it names is replaced.
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let folder = URL(fileURLWithPath: target).deletingLastPathComponent().path
    let temporary = folder + "/.config-\(ProcessInfo.processInfo.processIdentifier).tmp"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw failure(folder, String(cString: strerror(errno)))
    }
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(folder, String(cString: strerror(errno))) }
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(file, $0.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count <= 0 { break }
      done += count
    }
    let isWhole = done == bytes.count && fchmod(file, mode) == 0 && fsync(file) == 0
    let number = errno
    let isClosed = Foundation.close(file) == 0
    guard isWhole, isClosed, rename(temporary, target) == 0 else {
      let words = String(cString: strerror(isWhole ? errno : number))
      unlink(temporary)
      throw failure(target, words)
    }
  }

  private func failure(_ what: String, _ words: String) -> CommandError {
    CommandError("the configuration \(path) cannot be written (\(what): \(words)): name another with --config")
  }
}
