import Logging

/// Hands what is logged to a test, as `level: words`.
struct Listener: LogHandler {
  var logLevel = Logger.Level.trace
  var metadata: Logger.Metadata = [:]
  let hear: @Sendable (String) -> Void

  init(hear: @escaping @Sendable (String) -> Void) { self.hear = hear }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) { hear("\(event.level): \(event.message)") }
}
