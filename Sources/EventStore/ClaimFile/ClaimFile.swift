import Foundation
import Model

/// What a store's claims were, kept outside the store: a file beside it to which each claim appends a record.
///
/// A store that is put back to an earlier state has forgotten claims, and would have their recipients sent to again. The
/// file has not: its records' numbers are higher than the store's own. The file says whose it is, so that another store's
/// proves nothing; and a note elsewhere on the host (``HostNote``) tells when store and file were put back together.
///
/// Crash points of a claim: before the store commits, neither has it. After that, before the record is appended: the store is
/// ahead, which says nothing; the claim's worker is dead and has called nobody. After that: both have it. The record is
/// written before the provider is called, so whoever was sent to is on record. A power cut may lose records that were not
/// yet on the disk: then less is noticed, never more. The note comes after the record, and may lag by a claim.
///
/// Several processes append: their records may stand in another order than their numbers, by a few.
struct ClaimFile: Sendable {
  private let path: String
  private let store: Int64
  private let note: HostNote?
  /// How far apart two processes' records may have changed places.
  private static let disorder = 256
  private static let magic: Int64 = 0x5342_636c_6169_6d32  // "SBclaim2"

  /// Names the file of a store, whatever link the store is reached by.
  static func path(of store: String) -> String {
    URL(fileURLWithPath: store).resolvingSymlinksInPath().path + "-claims"
  }

  /// Names a store's record of claims.
  ///
  /// - Parameter id: the store's.
  init(path: String, store id: String, note: HostNote?) {
    self.path = path
    store = StableHash.hash(id)
    self.note = note
  }

  /// Opens the record for one look or one claim.
  ///
  /// - Returns: `nil` when there is none, or it is another store's.
  /// - Throws: ``StoreError``.
  func open() throws -> Open? { try open(path) }

  private func open(_ path: String) throws -> Open? {
    let file = Foundation.open(path, O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw Self.failure(path, .open)
    }
    let open = Open(file: file, path: path)
    return try open.read(from: 0, bytes: Open.header) == [Self.magic, store, 0, 0] ? open : nil
  }

  /// Makes an empty record, unless another process has made it by then; one of another store, or of an earlier version, is
  /// moved aside.
  ///
  /// - Throws: ``StoreError``.
  func make() throws {
    let new = path + "-\(UUID().uuidString)"
    let file = Foundation.open(new, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Self.failure(path, .make) }
    defer {
      close(file)
      unlink(new)
    }
    let words = [Self.magic, store, 0, 0]
    guard words.withUnsafeBytes({ write(file, $0.baseAddress, $0.count) }) == Open.header, fsync(file) == 0 else {
      throw Self.failure(path, .make)
    }
    // A name is given only where none is: of several processes that make it at once, one does.
    while link(new, path) != 0 {
      guard errno == EEXIST else { throw Self.failure(path, .make) }
      if try open() != nil { return }
      // Whose it was may be put back some day, and then needs it.
      let aside = path + ".other"
      guard rename(path, aside) == 0 || errno == ENOENT else { throw Self.failure(path, .make) }
      // Another process may have put the right one there between the look and the move.
      if try open(aside) != nil, link(aside, path) == 0 { return }
    }
  }

  /// The highest numbers that anything outside the store knows of; `nil` when nothing does.
  ///
  /// - Throws: ``StoreError``.
  func latest() throws -> HighWaterMark? { try latest(in: open()) }

  private func latest(in record: Open?) throws -> HighWaterMark? {
    let recorded = try record?.latest()
    guard let noted = note?.read() else { return recorded }
    var mark = recorded ?? HighWaterMark()
    mark.raise(to: noted)
    return mark
  }

  /// The highest numbers, before a claim.
  ///
  /// - Throws: ``StoreError`` with `replaced` when there is no record to write it to.
  func required() throws -> HighWaterMark? {
    guard let record = try open() else { throw gone }
    return try latest(in: record)
  }

  private var gone: StoreError {
    StoreError(.replaced, .claimsGone(path))
  }

  /// Makes the record of a store that never had a claim, and takes over one of an earlier version.
  ///
  /// - Parameter known: the claims that the store knows of.
  /// - Throws: ``StoreError``.
  func prepare(known: Int64) throws {
    if try open() != nil { return }
    let old = try FirstVersion.read(path)
    if known == 0, old.isEmpty, note?.read() == nil { return try make() }
    // One whose last claim is no claim of this store's is another store's.
    guard let last = old.map(\.claim).max(), last >= known else { return }
    try make()
    try open()?.append(old)
  }

  /// Appends the records of a claim.
  ///
  /// - Throws: ``StoreError``: the claim must not be acted on then.
  func append(_ records: [ClaimRecord]) throws {
    guard let open = try open() else { throw gone }
    try open.append(records)
    var mark = HighWaterMark()
    for record in records { mark.raise(to: record) }
    note?.raise(to: mark)
  }

  /// Writes down the highest numbers, without a claim.
  ///
  /// - Throws: ``StoreError``.
  func append(_ mark: HighWaterMark) throws {
    try append([
      ClaimRecord(
        claim: mark.claim, batch: mark.batch, campaign: mark.campaign, digest: 0, first: mark.message + 1,
        last: mark.message)
    ])
  }

  fileprivate static func failure(_ path: String, _ access: StoreObjection.Access, _ number: Int32 = errno)
    -> StoreError
  {
    StoreError(
      number == ENOSPC || number == EDQUOT ? .diskFull : .cannotOpen,
      .claimsUnusable(path, access, said: String(cString: strerror(number))))
  }
}

extension ClaimFile {
  /// The file while it is read or written. Opened anew each time: one that was removed or replaced must not be written to,
  /// where nobody would find it.
  final class Open {
    private let file: CInt
    private let path: String
    fileprivate static let header = 4 * MemoryLayout<Int64>.size

    fileprivate init(file: CInt, path: String) {
      self.file = file
      self.path = path
    }

    deinit { close(file) }

    /// Reads the highest numbers of its last records.
    ///
    /// - Throws: ``StoreError``.
    func latest() throws -> HighWaterMark {
      let end = try count
      var mark = HighWaterMark()
      for record in try records(from: max(0, end - ClaimFile.disorder), count: ClaimFile.disorder) {
        mark.raise(to: record)
      }
      return mark
    }

    /// Goes over the records of later claims than one.
    ///
    /// - Throws: ``StoreError``.
    func forEach(after claim: Int64, _ body: (ClaimRecord) throws -> Void) throws {
      var place = 0
      while true {
        let found = try records(from: place, count: 4096)
        if found.isEmpty { return }
        for record in found where record.claim > claim { try body(record) }
        place += found.count
      }
    }

    fileprivate func append(_ records: [ClaimRecord]) throws {
      let words = records.flatMap(\.words)
      let size = words.count * MemoryLayout<Int64>.size
      let written = words.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard written == size else {
        let number = written >= 0 ? ENOSPC : errno
        // A torn record would put all later ones out of step.
        var status = stat()
        if written > 0, fstat(file, &status) == 0 {
          let body = status.st_size - off_t(Self.header)
          _ = ftruncate(file, off_t(Self.header) + body - body % off_t(ClaimRecord.size))
        }
        throw ClaimFile.failure(path, .write, number)
      }
    }

    private var count: Int {
      get throws {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw ClaimFile.failure(path, .read) }
        return (Int(status.st_size) - Self.header) / ClaimRecord.size
      }
    }

    private func records(from place: Int, count: Int) throws -> [ClaimRecord] {
      let words = try read(from: Self.header + place * ClaimRecord.size, bytes: count * ClaimRecord.size)
      return (0..<words.count / ClaimRecord.words).map { index in
        ClaimRecord(words[(index * ClaimRecord.words)..<((index + 1) * ClaimRecord.words)])
      }
    }

    fileprivate func read(from place: Int, bytes: Int) throws -> [Int64] {
      var words = [Int64](repeating: 0, count: bytes / MemoryLayout<Int64>.size)
      let found = words.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, off_t(place)) }
      guard found >= 0 else { throw ClaimFile.failure(path, .read) }
      return Array(words.prefix(found / MemoryLayout<Int64>.size))
    }
  }
}

/// What was kept before a record said whose it is and which messages: four numbers a claim, the last its highest message.
private enum FirstVersion {
  private static let words = 4

  /// Reads it; nothing when there is none, or it is of a later version.
  static func read(_ path: String) throws -> [ClaimRecord] {
    guard let data = FileManager.default.contents(atPath: path), data.count % (words * 8) == 0 else { return [] }
    let numbers = data.withUnsafeBytes { Array($0.bindMemory(to: Int64.self)) }
    guard numbers.first.map({ $0 < 1 << 40 }) ?? false else { return [] }
    return stride(from: 0, to: numbers.count, by: words).map { at in
      ClaimRecord(
        claim: numbers[at], batch: numbers[at + 1], campaign: numbers[at + 2], digest: 0, first: 0,
        last: numbers[at + 3])
    }
  }
}
