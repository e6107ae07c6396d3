import Dashboard
import Foundation
import Ports
import Synchronization
import Words

/// What there is to say of the rows of an audience that was counted, as lines of CSV: who is left out, and who lacks a value.
///
/// In a file that has no name: it is gone with whoever holds it, also when that is killed.
final class AudienceRemarks: Sendable {
  fileprivate struct Spool {
    var descriptor: CInt
    var pending: [UInt8] = []
    /// What writing failed with.
    var failure: CInt = 0
  }

  private let spool: Mutex<Spool>
  private let words: any Words
  private static let pieceSize = 64 * 1024

  /// - Parameter folder: where there is room for it.
  /// - Throws: ``CommandError``.
  init(folder: String, _ language: Language) throws {
    words = language.words
    let path = folder + "/.sendboard-remarks-\(UUID().uuidString)"
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw CommandError(.cannotWrite(file: path), ending: ": \(String(cString: strerror(errno)))")
    }
    unlink(path)
    spool = Mutex(Spool(descriptor: descriptor))
  }

  deinit { spool.withLock { _ = close($0.descriptor) } }

  /// Takes a remark in.
  func add(_ note: AudienceNote) {
    switch note {
    case .invalid(let row): add(row.line, row.text, words.row(row.problem))
    case .duplicate(let row): add(row.line, row.address, words.compose(.sameAs(line: row.first)))
    case .incomplete(let row): add(row.line, row.address, words.compose(.lacks(row.variables)))
    }
  }

  private func add(_ line: Int, _ address: String, _ why: String) {
    let text = ExportSheet.line([String(line), address, why]) + "\n"
    spool.withLock { spool in
      spool.pending.append(contentsOf: text.utf8)
      if spool.pending.count >= Self.pieceSize { spool.flush() }
    }
  }

  /// The header of the columns.
  static let header = ExportSheet.line(["line", "address", "why"])

  /// Hands out all that was taken in, a piece after another.
  ///
  /// - Returns: how many lines there are.
  /// - Throws: ``CommandError`` when something of it could not be kept; what the body throws.
  func read(_ body: ([UInt8]) throws -> Void) throws -> Int {
    let (descriptor, failure) = spool.withLock { spool in
      spool.flush()
      return (spool.descriptor, spool.failure)
    }
    guard failure == 0 else {
      throw CommandError(
        "what there is to say of the recipients could not be kept: \(String(cString: strerror(failure)))")
    }
    var (offset, lines) = (0, 0)
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    while true {
      let count = pread(descriptor, &piece, piece.count, offset)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw CommandError("reading failed: \(String(cString: strerror(errno)))") }
      if count == 0 { return lines }
      lines += piece[..<count].count { $0 == 0x0A }
      try body(Array(piece[..<count]))
      offset += count
    }
  }
}

extension AudienceRemarks.Spool {
  fileprivate mutating func flush() {
    var start = 0
    while failure == 0, start < pending.count {
      let count = pending.withUnsafeBytes { bytes in
        Foundation.write(descriptor, bytes.baseAddress?.advanced(by: start), bytes.count - start)
      }
      if count >= 0 { start += count } else if errno != EINTR { failure = errno }
    }
    pending.removeAll(keepingCapacity: true)
  }
}
