import Foundation
import Logging
import Model
import Synchronization

/// Where log lines go: standard error, or a file while the dashboard owns the terminal.
enum Log {
  static func standardError(_ level: Logger.Level) -> Logger {
    logger(level, LineHandler { StandardError.print($0) })
  }

  /// Appends to a file; falls back to nothing when it cannot be opened, for a log must not stop a send.
  static func file(_ path: String, _ level: Logger.Level) -> Logger {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    return logger(
      level,
      LineHandler { line in
        guard descriptor >= 0 else { return }
        let bytes = Array((line + "\n").utf8)
        _ = write(descriptor, bytes, bytes.count)
      })
  }

  /// Goes nowhere.
  static var none: Logger { Logger(label: "sendboard") { _ in SwiftLogNoOpLogHandler() } }

  private static func logger(_ level: Logger.Level, _ handler: LineHandler) -> Logger {
    var logger = Logger(label: "sendboard") { _ in handler }
    logger.logLevel = level
    return logger
  }
}

/// Writes one line an entry: time, level, message.
private struct LineHandler: LogHandler {
  var logLevel = Logger.Level.notice
  var metadata: Logger.Metadata = [:]
  let write: @Sendable (String) -> Void

  init(write: @escaping @Sendable (String) -> Void) { self.write = write }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  func log(event: LogEvent) {
    // One line, also in a file that somebody will look at on a terminal.
    write("\(Timestamp.now) \(event.level): \("\(event.message)".withoutControls())")
  }
}
