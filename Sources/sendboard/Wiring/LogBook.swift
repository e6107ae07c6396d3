import Foundation
import Model
import Synchronization

/// The log on disk, beside the store: a line a record, written by every process that works on it.
///
/// Each line goes out in one write at the file's end, which no other process's can come between. Past its bound the file
/// becomes the older one, and the older one before it goes: together they are never much larger than two bounds. What cannot
/// be written stops nothing: it is told of, and the next line is tried.
///
/// It is the record of what happened. What is out of order at this moment is the store's table of trouble, which forgets; who did
/// what is the store's history.
final class LogBook: Sendable {
  private let path: String
  /// Who writes here.
  let process: String
  private let bound: Int
  private struct Condition {
    var failure: Int32?
    /// Whether the last line was cut short by a full disk: the next one begins a line of its own.
    var isCut = false
  }
  private let condition = Mutex(Condition())

  /// - Parameters:
  ///   - process: the writer's host and number.
  ///   - bound: bytes after which the file becomes the older one.
  init(_ path: String, process: String, bound: Int = 1024 * 1024) {
    (self.path, self.process, self.bound) = (path, process, bound)
  }

  /// Where the older records are.
  static func older(of path: String) -> String { path + ".1" }

  /// The system's number for why the last record could not be written; `nil` when it could.
  var failure: Int32? { condition.withLock { $0.failure } }

  /// Writes a record.
  func append(_ level: LogRecord.Level, _ event: Occurrence, at: Timestamp = .now) {
    let line = LogLine.line(LogRecord(at: at, level: level, event: event, process: process))
    condition.withLock { condition in
      let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else {
        condition.failure = errno
        return
      }
      defer { close(descriptor) }
      let bytes = Array(((condition.isCut ? "\n" : "") + line + "\n").utf8)
      let count = Foundation.write(descriptor, bytes, bytes.count)
      condition.failure = count == bytes.count ? nil : count < 0 ? errno : ENOSPC
      condition.isCut = count < bytes.count && (count > 0 || condition.isCut)
      turnIfFull(descriptor)
    }
  }

  /// Makes the file the older one when it is full. Of several processes that see it so, the one that has its lock does it, and the
  /// others find another file under the name by then.
  private func turnIfFull(_ descriptor: Int32) {
    var own = stat()
    guard fstat(descriptor, &own) == 0, own.st_size >= bound, flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { return }
    var named = stat()
    guard stat(path, &named) == 0, named.st_ino == own.st_ino, named.st_dev == own.st_dev else { return }
    _ = rename(path, Self.older(of: path))
  }

  /// Reads the newest records, oldest first; what nobody can read is left out. A log that is not there has none.
  ///
  /// - Parameters:
  ///   - since: only what happened from then on.
  ///   - limit: records at most.
  static func read(_ path: String, since: Timestamp? = nil, limit: Int = .max) -> [LogRecord] {
    var records: [LogRecord] = []
    for file in [older(of: path), path] {
      // Not there: nothing was written yet, or nothing so much that there is an older one.
      guard let data = try? Data(contentsOf: URL(fileURLWithPath: file)) else { continue }
      for line in data.split(separator: 0x0A) {
        guard let record = LogLine.record(line) else { continue }
        if let since, record.at < since { continue }
        records.append(record)
      }
    }
    // Lines stand in the order they were written in, and a process may have been late.
    records.sort { $0.at < $1.at }
    return Array(records.withoutEchoes.suffix(limit))
  }
}

/// A record as a line of JSON.
enum LogLine {
  static func line(_ record: LogRecord) -> String {
    var line = JSONLine()
    line.add("at", record.at)
    line.add("level", .string(record.level.rawValue))
    line.add("code", .string(record.event.code))
    line.add("arguments", .list(record.event.arguments.map { .string($0) }))
    line.add("process", .string(record.process))
    return line.finished
  }

  private struct Fields: Decodable {
    var at, level, code, process: String
    var arguments: [String]
  }

  /// Reads a line; `nil` for what is none.
  static func record(_ line: Data) -> LogRecord? {
    guard let fields = try? JSONDecoder().decode(Fields.self, from: line), let at = Timestamp(iso8601: fields.at),
      let level = LogRecord.Level(rawValue: fields.level),
      let event = Occurrence(code: fields.code, arguments: fields.arguments)
    else { return nil }
    return LogRecord(at: at, level: level, event: event, process: fields.process)
  }
}
