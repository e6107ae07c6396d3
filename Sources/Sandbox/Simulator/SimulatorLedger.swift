import Ports
import JSON
import Model
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file with one JSON line for each message the simulator accepted, for checks from outside.
///
/// A line: `{"message":"12","address":"a@example.com","at":"2026-11-21T09:05:00.120Z","providerID":"0100…"}`.
/// Several processes may share the file. Not synced: it survives the process, not the machine.
///
/// Crash point: a process killed in the middle of an append leaves the beginning of a line, for the kernel may end a
/// write between two pages. That message was not accepted, since lines are written before the simulator answers; who
/// opens or appends next takes the piece away.
package final class SimulatorLedger: Sendable {
  /// The file.
  package let path: String
  private let descriptor: CInt
  /// The file's lock keeps processes apart, this one the threads of a process.
  private let gate = Mutex<Void>(())

  /// Opens a ledger for appending, making the file when there is none.
  ///
  /// - Throws: ``QueueStoreError``.
  package init(path: String) throws {
    self.path = path
    descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor < 0 { throw Self.error(path) }
    try alone { _ in }
  }

  deinit { close(descriptor) }

  /// Appends a line for each message.
  func append(_ accepted: [EventDocuments.Accepted]) throws {
    if accepted.isEmpty { return }
    var lines = JSONWriter(capacity: accepted.count * 200)
    for message in accepted {
      lines.raw(#"{"message":""# + message.recipient.message.description + #"","address":"#)
      lines.string(message.recipient.address)
      lines.raw(#","at":""# + message.at.description + #"","providerID":""# + message.providerID + "\"}\n")
    }
    try alone { end in try put(lines.bytes, at: end) }
  }

  /// Appends all bytes or none: a full disk may take a part of them, and lines of a call that is turned away would lie.
  private func put(_ bytes: [UInt8], at end: off_t?) throws {
    let written = bytes.withUnsafeBytes { bytes -> Int in
      while true {
        let count = write(descriptor, bytes.baseAddress, bytes.count)
        if count >= 0 || errno != EINTR { return count }
      }
    }
    guard written != bytes.count else { return }
    // A file takes a part only when there is no room for the rest.
    if written >= 0 { errno = ENOSPC }
    let failure = Self.error(path)
    if let end, written > 0, ftruncate(descriptor, end) != 0 { throw Self.error(path) }
    throw failure
  }

  /// Acts while no other process or thread does, on a file of whole lines, whose length it is told; `nil` for a pipe or
  /// a device.
  private func alone(_ act: (_ end: off_t?) throws -> Void) throws {
    try gate.withLock { _ in
      while flock(descriptor, LOCK_EX) != 0 {
        if errno != EINTR { throw Self.error(path) }
      }
      defer { flock(descriptor, LOCK_UN) }
      try act(removeTornLine())
    }
  }

  private func removeTornLine() throws -> off_t? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    var end = status.st_size
    var byte: UInt8 = 0
    while end > 0, pread(descriptor, &byte, 1, end - 1) == 1, byte != UInt8(ascii: "\n") { end -= 1 }
    if end < status.st_size, ftruncate(descriptor, end) != 0 { throw Self.error(path) }
    return end
  }

  private static func error(_ path: String) -> QueueStoreError {
    let code = errno
    let context = "the ledger \(path) cannot be written: \(String(cString: strerror(code)))"
    return QueueStoreError(code == ENOSPC ? .diskFull : .readOnly, context: context)
  }
}
