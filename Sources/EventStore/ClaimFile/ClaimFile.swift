import Foundation
import Model
import Ports

/// What a store's claims were, kept outside the store: a file beside it to which each claim appends a record.
///
/// A store that is put back to an earlier state has forgotten claims, and would have their recipients sent to again. The
/// file has not: its records' numbers are higher than the store's own, and the attempts in it are those that a part of the
/// store would make again. The file says whose it is, so that another store's proves nothing, and which file it is, so that a
/// copy of it is known; and a note elsewhere on the host (``HostNote``) tells when store and file were put back together, and
/// when two copies of the store are at work.
///
/// What is not on record counts as unknown, never as nothing: a claim that is missing between others, one of whose records
/// is missing or fails its check, and all below a line that says so (`ClaimRecord.isFloor`). Of a store that is behind such a
/// one, everybody who may have been sent to becomes `uncertain`.
///
/// Crash points of a claim:
/// 1. before the store commits: nobody has it.
/// 2. after that, before the note has it: the store is ahead, which says nothing; the claim's worker is dead and has called
///    nobody. Its number is missing in the record for good: a store put back behind it finds more uncertain than need be.
/// 3. after that, before the record is appended: as before; who opens the store finds that the note's last claim is its own
///    file's. A file that was moved meanwhile finds another's, and more uncertain than need be.
/// 4. where the note was taken by a copy, before that is on record: the copy's claim is not on this record either, and the
///    next start finds that.
/// 5. while it is appended: the head says so before; what is torn fails its check, is cut off before the next record, and
///    counts as missing.
/// 6. after that: all have it, and the provider is called.
/// A power cut may lose records that were not yet on the disk: they count as missing where a later one or the note says that
/// there was a claim, and then more is uncertain, never less.
///
/// Crash points where a record is made anew: before it has its name, there is none, and the next start makes it. Where it is
/// made of one of an earlier form: before it has its name, the old one bears it; after that, the new one does, whole.
///
/// Several processes append: their records may stand in another order than their numbers, by a few.
struct ClaimFile: Sendable {
  private let path: String
  private let store: Int64
  let note: HostNote?
  private let reader = ClaimReader()
  private static let magic: Int64 = 0x5342_636c_6169_6d33  // "SBclaim3"

  /// Names the file of a store, whatever link the store is reached by.
  static func path(of store: String) -> String {
    URL(fileURLWithPath: store).resolvingSymlinksInPath().path + "-claims"
  }

  /// - Parameters:
  ///   - origin: which file it is, so that a copy of it is known for one.
  ///   - claim: the last claim that was written, so that what is cut off at the end is missed.
  static func head(of store: Int64, origin: Int64, claim: Int64) -> [Int64] {
    [magic, store, origin, claim, 0, 0, 0, 0]
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
    return try Open(file: file, path: path, store: store)
  }

  /// Makes an empty record where there is none, of a store that never had a claim.
  ///
  /// - Throws: ``StoreError``.
  func makeEmpty() throws { if try open() == nil { _ = try make([]) } }

  /// Writes down what is no claim, into a record that is made with it where there is none.
  ///
  /// - Throws: ``StoreError``.
  func write(_ lines: [ClaimRecord]) async throws {
    if try open() == nil, try make(lines) { return }
    guard let open = try open() else { throw gone }
    try await open.append(lines)
  }

  /// Makes a record, unless another process has made it by then; one of another store is moved aside.
  ///
  /// - Returns: whether it was made.
  private func make(_ records: [ClaimRecord]) throws -> Bool {
    let new = try makeUnnamed(records)
    defer { unlink(new) }
    // A name is given only where none is: of several processes that make it at once, one does.
    while link(new, path) != 0 {
      guard errno == EEXIST else { throw Self.failure(path, .make) }
      if try open() != nil { return false }
      // Whose it was may be put back some day, and then needs it.
      let aside = path + ".other"
      guard rename(path, aside) == 0 || errno == ENOENT else { throw Self.failure(path, .make) }
      // Another process may have put the right one there between the look and the move.
      if try open(aside) != nil, link(aside, path) == 0 { return false }
    }
    return true
  }

  /// Writes a record under a name of no meaning.
  private func makeUnnamed(_ records: [ClaimRecord]) throws -> String {
    let new = path + "-\(UUID().uuidString)"
    let file = Foundation.open(new, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Self.failure(path, .make) }
    defer { close(file) }
    let words =
      Self.head(
        of: store, origin: FileOrigin.number(of: file) ?? 0, claim: records.map(\.claim).max() ?? 0)
      + records.flatMap { $0.words(of: store) }
    guard words.withUnsafeBytes({ Foundation.write(file, $0.baseAddress, $0.count) == $0.count }), fsync(file) == 0
    else {
      let number = errno
      unlink(new)
      throw Self.failure(path, .make, number)
    }
    return new
  }

  /// The highest numbers that anything outside the store knows of; `nil` when nothing does.
  ///
  /// - Throws: ``StoreError``.
  func latest() throws -> HighWaterMark? {
    let recorded = try open()?.latest()
    guard let noted = note?.read() else { return recorded }
    var mark = recorded ?? HighWaterMark()
    mark.raise(to: noted.mark)
    return mark
  }

  /// The highest numbers, before a claim.
  ///
  /// - Parameter copy: tells the store's file from any other.
  /// - Returns: whether the highest claim is one that another file took, too.
  /// - Throws: ``StoreError`` with `replaced` when there is no record to write it to.
  func required(for copy: Int64) throws -> (mark: HighWaterMark, isOfCopy: Bool) {
    guard let record = try open() else { throw gone }
    var mark = try reader.read(record) { $0.mark }
    guard let noted = note?.read() else { return (mark, false) }
    let isOfCopy = noted.mark.claim > mark.claim && noted.copy != 0 && noted.copy != copy
    mark.raise(to: noted.mark)
    return (mark, isOfCopy)
  }

  /// Whether messages that are about to be claimed are on record of this attempt, or a later one, as of ``required(for:)``.
  func has(_ messages: [ClaimedMessage]) -> Bool {
    reader.has { history in messages.contains { history.attempt(of: $0.message.rawValue) >= $0.attempt } }
  }

  /// Whether the claim that the host notes as the last is none that is on record here: a copy of the store made it.
  ///
  /// - Parameter copy: tells the store's file from any other.
  /// - Throws: ``StoreError``.
  func isOfCopy(_ noted: HostNote.Content, record: Open, for copy: Int64) throws -> Bool {
    guard noted.nonce != 0 else { return false }
    let nonces = try record.nonces(of: noted.mark.claim)
    // Who took it last and died before it was on record.
    return nonces.isEmpty ? noted.copy != copy : !nonces.contains(noted.nonce)
  }

  private var gone: StoreError {
    StoreError(.replaced, .claimsGone(path))
  }

  /// Makes the record of a store that nothing can have been claimed of, and takes over one of an earlier form. Blocks its
  /// thread while another process takes it over.
  ///
  /// - Parameters:
  ///   - known: the claims that the store knows of.
  ///   - isNew: nothing was launched of it yet, or claims had no record then.
  /// - Throws: ``StoreError``.
  func prepare(known: Int64, isNew: Bool) throws {
    while try open() == nil {
      let file = Foundation.open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
      guard file >= 0 else { break }
      defer {
        FileTurn.end(file)
        close(file)
      }
      flock(file, LOCK_EX)
      // What was waited for may be that another process has replaced it.
      guard FileIdentity(file: file) == FileIdentity(path: path) else { continue }
      if try takeOver(known: known) { return }
      break
    }
    if isNew, try open() == nil, known == 0, note?.read() == nil { try makeEmpty() }
  }

  private func takeOver(known: Int64) throws -> Bool {
    guard let former = FormerClaims(path, store: store) else { return false }
    let last = former.records.map(\.claim).max() ?? 0
    // One of the first form did not say whose it is: one whose last claim is no claim of this store's is another's.
    guard former.saysWhose || (last > 0 && last >= known) else { return false }
    var records = former.records
    if former.isDamaged {
      records.append(ClaimRecord(HighWaterMark(claim: max(last, known, 1)), isFloor: true, nonce: 0))
    }
    let new = try makeUnnamed(records)
    guard rename(new, path) == 0 else {
      let number = errno
      unlink(new)
      throw Self.failure(path, .make, number)
    }
    return true
  }

  /// Takes a claim's number, and appends its records.
  ///
  /// - Parameters:
  ///   - copy: tells the store's file from any other.
  ///   - launch: what is claimed of, when that may not be noted yet.
  /// - Throws: ``StoreError``: the claim must not be acted on then; with `wentBack` when a copy of the store is at work.
  func append(_ records: [ClaimRecord], launch: LaunchNote?, for copy: Int64, store path: String) async throws {
    guard let open = try open() else { throw gone }
    if let note {
      if let launch { await note.launches.add(launch) }
      var mark = HighWaterMark()
      for record in records { mark.raise(to: record) }
      let nonce = records.first?.nonce ?? 0
      let isTaken = try await note.take(mark, nonce: nonce, for: copy) { noted in
        try open.nonces(of: noted.mark.claim).contains(noted.nonce)
      }
      guard isTaken else {
        // Its number was a copy's, whatever file this one becomes.
        try await open.append([ClaimRecord(mark, isFloor: true, nonce: nonce)])
        throw StoreError(.wentBack, .copyAtWork(path))
      }
    }
    try await open.append(records)
  }

  static func failure(_ path: String, _ access: StoreObjection.Access, _ number: Int32 = errno) -> StoreError {
    StoreError(
      number == ENOSPC || number == EDQUOT ? .diskFull : .cannotOpen,
      .claimsUnusable(path, access, said: String(cString: strerror(number))))
  }
}
