import Foundation
import Yams

/// What `sendboard provision` made, in a file of its own beside the configuration: what the operator wrote is never touched,
/// and wins over it.
struct ProvisionedFile {
  let path: String

  /// The one that belongs to a configuration: `config.provisioned.yaml` beside `config.yaml`. Each configuration has its
  /// own, since several may lie in one folder and name different accounts.
  init(beside configuration: String) {
    let ending = [".yaml", ".yml"].first { configuration.hasSuffix($0) } ?? ""
    path = configuration.dropLast(ending.count) + ".provisioned.yaml"
  }

  /// Reads it; it need not be there.
  ///
  /// - Throws: ``CommandError``.
  func read() throws -> ConfigurationDocument { try ConfigurationDocument.read(path, allowMissing: true) }

  /// Makes sure that it can be written, before anything is made that it is to name.
  ///
  /// - Throws: ``CommandError``.
  func requireWritable() throws {
    try makeFolder()
    guard access(folder, W_OK) == 0 else { throw failure(folder, errno) }
  }

  /// Writes values, in place of all that was there.
  ///
  /// - Parameter values: keys as `aws.region`, in their order; those of a block follow each other.
  /// - Returns: whether anything was to be written.
  /// - Throws: ``CommandError``.
  func write(_ values: [(key: String, value: String)]) throws -> Bool {
    let text = try Self.text(values)
    // Whatever it is that cannot be read is written anew.
    if let before = try? TextFile.read(path, limit: PlainYAML.sizeLimit), before == text { return false }
    try replace(with: Array(text.utf8))
    return true
  }

  private static func text(_ values: [(key: String, value: String)]) throws -> String {
    var top: [(Node, Node)] = []
    var blocks: [String: [(Node, Node)]] = [:]
    for (key, value) in values {
      let names = key.split(separator: ".", maxSplits: 1).map(String.init)
      guard names.count == 2 else {
        top.append((Node(key), .scalar(value.represented())))
        continue
      }
      if blocks[names[0]] == nil { top.append((Node(names[0]), Node(""))) }
      blocks[names[0], default: []].append((Node(names[1]), .scalar(value.represented())))
    }
    let whole = top.map { name, value in (name, blocks[name.string ?? ""].map { .mapping(.init($0)) } ?? value) }
    return """
      # Written anew by each 'sendboard provision': what you set yourself belongs into your configuration, which wins over this.
      \(try Yams.serialize(node: .mapping(.init(whole)), width: -1, allowUnicode: true))
      """
  }

  private var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }

  private func makeFolder() throws {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      throw failure(folder, errno)
    }
  }

  /// The new text takes the old one's place in one step: whoever reads meanwhile, and a crash, sees one or the other.
  private func replace(with bytes: [UInt8]) throws {
    try makeFolder()
    let temporary = path + "-\(ProcessInfo.processInfo.processIdentifier).tmp"
    // Left by a process that was killed and had the same number.
    unlink(temporary)
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(folder, errno) }
    var number: Int32 = 0
    var done = 0
    while done < bytes.count, number == 0 {
      let count = bytes[done...].withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count > 0 { done += count } else { number = count < 0 ? errno : ENOSPC }
    }
    if number == 0, fsync(file) != 0 { number = errno }
    if close(file) != 0, number == 0 { number = errno }
    if number == 0, rename(temporary, path) != 0 { number = errno }
    guard number == 0 else {
      unlink(temporary)
      throw failure(path, number)
    }
  }

  private func failure(_ what: String, _ number: Int32) -> CommandError {
    CommandError(
      "\(path) cannot be written (\(what): \(String(cString: strerror(number)))): what is provisioned is noted there, "
        + "beside the configuration; name another with --config")
  }
}
