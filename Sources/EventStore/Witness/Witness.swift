import Foundation
import Synchronization

/// What a store's claims were, kept outside the store: a file beside it to which each claim appends a record.
///
/// A store that is put back to an earlier state has forgotten claims, and would have their recipients sent to again. The
/// file has not: its last record's number is higher than the store's own.
///
/// Crash points of a claim: before the store commits, neither has it. After that, before the record is appended: the store is
/// ahead, which says nothing; the claim's worker is dead and has called nobody. After that: both have it. The record is
/// written before the provider is called, so whoever was sent to is on record. A power cut may lose records that were not
/// yet on the disk: then less is noticed, never more.
///
/// Several processes append: their records may stand in another order than their numbers, by a few.
final class Witness: Sendable {
  private let descriptor: Mutex<CInt>
  private let path: String
  /// How far apart two processes' records may have changed places.
  private static let disorder = 64

  /// Names the file of a store, whatever link the store is reached by.
  static func path(of store: String) -> String {
    URL(fileURLWithPath: store).resolvingSymlinksInPath().path + "-claims"
  }

  /// Opens the file, if there is one.
  ///
  /// - Parameter makes: whether to make one: for a store without claims, and for no other.
  /// - Throws: ``StoreError``.
  init(path: String, makes: Bool) throws {
    self.path = path
    let file = open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | (makes ? O_CREAT : 0), 0o600)
    guard file >= 0 || errno == ENOENT else { throw Self.failure(path, "opened") }
    descriptor = Mutex(file)
  }

  /// Whether there is a file.
  var exists: Bool { descriptor.withLock { $0 >= 0 } }

  deinit {
    let file = descriptor.withLock { $0 }
    if file >= 0 { close(file) }
  }

  /// Reads the record with the highest number; `nil` when there is none.
  ///
  /// - Throws: ``StoreError``.
  func latest() throws -> ClaimMark? {
    let file = descriptor.withLock { $0 }
    guard file >= 0 else { return nil }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Self.failure(path, "read") }
    let end = Int(status.st_size) / ClaimMark.size
    return try read(file, from: max(0, end - Self.disorder), count: Self.disorder).max { $0.claims < $1.claims }
  }

  /// Goes over the records with higher numbers than one.
  ///
  /// - Throws: ``StoreError``.
  func forEach(after claims: Int64, _ body: (ClaimMark) -> Void) throws {
    let file = descriptor.withLock { $0 }
    guard file >= 0 else { return }
    var place = 0
    while true {
      let marks = try read(file, from: place, count: 4096)
      if marks.isEmpty { return }
      for mark in marks where mark.claims > claims { body(mark) }
      place += marks.count
    }
  }

  /// Appends a record, making the file when there is none.
  ///
  /// - Throws: ``StoreError``: the claim must not be acted on then.
  func append(_ mark: ClaimMark) throws {
    try descriptor.withLock { file in
      if file < 0 { file = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600) }
      guard file >= 0 else { throw Self.failure(path, "made") }
      let count = mark.words.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count == ClaimMark.size else {
        // A torn record would put all later ones out of step.
        var status = stat()
        if count > 0, fstat(file, &status) == 0 {
          _ = ftruncate(file, status.st_size - status.st_size % off_t(ClaimMark.size))
        }
        throw Self.failure(path, "written", count >= 0 ? ENOSPC : errno)
      }
    }
  }

  private func read(_ file: CInt, from place: Int, count: Int) throws -> [ClaimMark] {
    var words = [Int64](repeating: 0, count: count * ClaimMark.words)
    let bytes = words.withUnsafeMutableBytes {
      pread(file, $0.baseAddress, $0.count, off_t(place * ClaimMark.size))
    }
    guard bytes >= 0 else { throw Self.failure(path, "read") }
    return (0..<bytes / ClaimMark.size).map { index in
      ClaimMark(words[(index * ClaimMark.words)..<((index + 1) * ClaimMark.words)])
    }
  }

  private static func failure(_ path: String, _ done: String, _ number: Int32 = errno) -> StoreError {
    StoreError(
      number == ENOSPC || number == EDQUOT ? .diskFull : .cannotOpen,
      "the record of claims \(path) cannot be \(done) (\(String(cString: strerror(number)))): nothing is sent without it"
    )
  }
}
