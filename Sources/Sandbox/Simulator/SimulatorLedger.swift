import JSON
import Model
import Pipeline

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file with one JSON line for each message the simulator accepted, for checks from outside.
///
/// A line: `{"message":"12","address":"a@example.com","at":"2026-11-21T09:05:00.120Z","providerID":"0100…"}`.
/// The lines of a call are appended in one write, so several processes may share the file; a process that is killed
/// leaves whole lines. Not synced: it survives the process, not the machine.
public final class SimulatorLedger: Sendable {
  /// The file.
  public let path: String
  private let descriptor: CInt

  /// Opens a ledger for appending, making the file when there is none.
  ///
  /// - Throws: ``QueueStoreError``.
  public init(path: String) throws {
    self.path = path
    descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    if descriptor < 0 { throw Self.error(path) }
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
    let written = lines.bytes.withUnsafeBytes { bytes -> Int in
      while true {
        let count = write(descriptor, bytes.baseAddress, bytes.count)
        if count >= 0 || errno != EINTR { return count }
      }
    }
    if written != lines.bytes.count { throw Self.error(path) }
  }

  private static func error(_ path: String) -> QueueStoreError {
    let code = errno
    let context = "the ledger \(path) cannot be written: \(String(cString: strerror(code)))"
    return QueueStoreError(code == ENOSPC ? .diskFull : .readOnly, context: context)
  }
}
