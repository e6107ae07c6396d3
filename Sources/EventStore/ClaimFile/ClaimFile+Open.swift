import Foundation
import Model

extension ClaimFile {
  /// The file while it is read or written. Opened anew each time: one that was removed or replaced must not be written to,
  /// where nobody would find it.
  final class Open {
    private let file: CInt
    private let path: String
    private let store: Int64
    /// Which file it is; `nil` where that cannot be told.
    let origin: Int64?
    /// Which file it was when it was made; 0 in one of an earlier version.
    private let written: Int64
    /// The last claim that was written when it was opened.
    private let last: Int64
    static let header = 8 * MemoryLayout<Int64>.size
    /// How far apart two processes' records may have changed places.
    private static let disorder = 256

    /// - Returns: `nil` when its head is not that of a record of the store's.
    /// - Throws: ``StoreError``.
    init?(file: CInt, path: String, store: Int64) throws {
      self.file = file
      self.path = path
      self.store = store
      origin = FileOrigin.number(of: file)
      do {
        let head = try ClaimFile.read(file, path, from: 0, bytes: Self.header)
        let isWhole = head.count * MemoryLayout<Int64>.size == Self.header
        (written, last) = isWhole ? (head[2], head[3]) : (0, 0)
        guard head == ClaimFile.head(of: store, origin: written, claim: last) else { return nil }
      } catch {
        close(file)
        throw error
      }
    }

    /// Whether it is a copy that somebody put here: what was written to the original since is not in it.
    var isCopy: Bool { written != 0 && origin != nil && written != origin }

    /// Makes a copy the original, when it was looked into what it may lack.
    ///
    /// - Throws: ``StoreError``.
    func adopt() throws {
      guard let origin, written != origin else { return }
      try change(origin, at: 2)
    }

    /// Writes a word of the head. This file is open for appending, which Linux does wherever a write says it is to be
    /// (https://man7.org/linux/man-pages/man2/pwrite.2.html).
    private func change(_ word: Int64, at place: Int) throws {
      let head = Foundation.open(path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW)
      guard head >= 0 else { throw ClaimFile.failure(path, .write) }
      defer { close(head) }
      let size = MemoryLayout<Int64>.size
      guard FileIdentity(file: head) == FileIdentity(file: file),
        withUnsafeBytes(of: word, { pwrite(head, $0.baseAddress, size, off_t(place * size)) == size })
      else { throw ClaimFile.failure(path, .write) }
    }

    deinit { close(file) }

    /// Reads the highest numbers of its last records.
    ///
    /// - Throws: ``StoreError``.
    func latest() throws -> HighWaterMark {
      var mark = HighWaterMark(claim: last)
      var left = Self.disorder
      try backwards { records in
        for record in records { mark.raise(to: record) }
        left -= records.count
        return left > 0
      }
      return mark
    }

    /// Goes over the records from a place on.
    ///
    /// - Throws: ``StoreError``.
    func forEach(from start: Int = 0, _ body: (ClaimRecord) throws -> Void) throws {
      let end = try count
      for place in stride(from: start, to: end, by: 4096) {
        for record in try records(from: place, count: min(4096, end - place)) { try body(record) }
      }
    }

    /// Reads all of it, in short.
    ///
    /// - Throws: ``StoreError``.
    func history() throws -> ClaimHistory {
      var history = ClaimHistory()
      try forEach { history.add($0) }
      return history
    }

    /// Reads the records of later claims than one.
    ///
    /// - Throws: ``StoreError``.
    func records(after claim: Int64) throws -> [ClaimRecord] {
      var found: [ClaimRecord] = []
      try forEach { if $0.claim > claim { found.append($0) } }
      return found
    }

    /// Reads what tells a claim from others with its number.
    ///
    /// - Returns: the nonces on record for it; more than one when a copy of the store made one too.
    /// - Throws: ``StoreError``.
    func nonces(of claim: Int64) throws -> Set<UInt32> {
      var found: Set<UInt32> = []
      try backwards { records in
        for record in records where record.claim == claim { found.insert(record.nonce) }
        return records.isEmpty || records.contains { $0.claim >= claim - Int64(Self.disorder) }
      }
      return found
    }

    /// Goes over the records that can be read, some hundred at a time, the last first; until told to end.
    private func backwards(_ body: ([ClaimRecord]) -> Bool) throws {
      var end = try count
      while end > 0 {
        let start = max(0, end - Self.disorder)
        guard body(try records(from: start, count: end - start)) else { return }
        end = start
      }
    }

    /// Appends records, all of them or none.
    ///
    /// - Throws: ``StoreError``.
    func append(_ records: [ClaimRecord]) async throws {
      guard await FileTurn.begin(file) else { throw ClaimFile.failure(path, .write, EWOULDBLOCK) }
      defer { FileTurn.end(file) }
      let start = try alignedEnd()
      let highest = try ClaimFile.read(file, path, from: 3 * MemoryLayout<Int64>.size, bytes: MemoryLayout<Int64>.size)
      let claim = records.map(\.claim).max() ?? 0
      if claim > highest.first ?? 0 { try change(claim, at: 3) }
      let words = records.flatMap { $0.words(of: store) }
      let size = words.count * MemoryLayout<Int64>.size
      let written = words.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      guard written == size else {
        let number = written >= 0 ? ENOSPC : errno
        if written > 0 { _ = ftruncate(file, off_t(start)) }
        throw ClaimFile.failure(path, .write, number)
      }
    }

    /// Cuts off what a write left that was torn, or somebody else: it would put all later records out of step. Nobody else
    /// is writing: it is our turn.
    private func alignedEnd() throws -> Int {
      let size = try bytes
      let rest = (size - Self.header) % ClaimRecord.size
      guard rest != 0 else { return size }
      guard ftruncate(file, off_t(size - rest)) == 0 else { throw ClaimFile.failure(path, .write) }
      return size - rest
    }

    private var bytes: Int {
      get throws {
        var status = stat()
        guard fstat(file, &status) == 0 else { throw ClaimFile.failure(path, .read) }
        return Int(status.st_size)
      }
    }

    /// Places for records.
    var count: Int { get throws { max(0, try bytes - Self.header) / ClaimRecord.size } }

    /// Reads those of some places that are records.
    private func records(from place: Int, count: Int) throws -> [ClaimRecord] {
      let words = try ClaimFile.read(
        file, path, from: Self.header + place * ClaimRecord.size, bytes: count * ClaimRecord.size)
      return (0..<words.count / ClaimRecord.words).compactMap { index in
        ClaimRecord(words[(index * ClaimRecord.words)..<((index + 1) * ClaimRecord.words)], of: store)
      }
    }

  }

  static func read(_ file: CInt, _ path: String, from place: Int, bytes: Int) throws -> [Int64] {
    var words = [Int64](repeating: 0, count: bytes / MemoryLayout<Int64>.size)
    let found = words.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, off_t(place)) }
    guard found >= 0 else { throw failure(path, .read) }
    return Array(words.prefix(found / MemoryLayout<Int64>.size))
  }
}
