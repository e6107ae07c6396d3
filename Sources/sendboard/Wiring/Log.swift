import Foundation
import Logging
import Model
import Services
import Synchronization

/// Where log lines go: standard error, or a file while the dashboard owns the terminal.
enum Log {
  static func standardError(_ level: Logger.Level) -> Logger {
    logger(level, LineHandler { StandardError.print($0) })
  }

  /// Writes to a book beside a store, and tells once, in words, when that cannot be done.
  ///
  /// - Parameters:
  ///   - isShown: whether the lines go to standard error as well.
  ///   - tell: told why nothing is kept.
  static func kept(_ book: LogBook, _ level: Logger.Level, isShown: Bool, tell: @escaping @Sendable (String) -> Void)
    -> Logger
  {
    let told = Mutex(false)
    return logger(
      level,
      LineHandler { line in
        if isShown { StandardError.print(line) }
      } keep: { level, event in
        book.append(level, event)
        let isNew = told.withLock { told in
          defer { told = book.failure != nil }
          return book.failure != nil && !told
        }
        if isNew, let failure = book.failure {
          tell(
            "the log cannot be written (\(String(cString: strerror(failure)))): work goes on, and nothing is kept of it"
          )
        }
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
  let keep: @Sendable (LogRecord.Level, Occurrence) -> Void

  init(
    write: @escaping @Sendable (String) -> Void,
    keep: @escaping @Sendable (LogRecord.Level, Occurrence) -> Void = { _, _ in }
  ) {
    (self.write, self.keep) = (write, keep)
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  func log(event: LogEvent) {
    // One line, also in a file that somebody will look at on a terminal.
    keep(LogRecord.Level(event.level), Occurrence(event.metadata) ?? .said("\(event.message)"))
    write("\(Timestamp.now) \(event.level): \("\(event.message)".withoutControls())")
  }
}

extension LogRecord.Level {
  fileprivate init(_ level: Logger.Level) {
    switch level {
    case .trace, .debug, .info, .notice: self = .information
    case .warning: self = .warning
    case .error, .critical: self = .error
    }
  }
}
