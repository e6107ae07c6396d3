package import Logging
package import Model

/// How services tell the log what happened: their words go to whoever reads along, and beside them, as metadata, the code and its
/// arguments to the file that is read in another language.
extension Occurrence {
  private static let key = "event"

  /// What is handed to a logger with the words.
  package var metadata: Logger.Metadata { [Self.key: .array(([code] + arguments).map { .string($0) })] }

  /// Reads what was handed over; `nil` when nothing was.
  package init?(_ metadata: Logger.Metadata?) {
    guard case .array(let parts)? = metadata?[Self.key] else { return nil }
    let texts = parts.map { part in if case .string(let text) = part { text } else { "" } }
    guard let code = texts.first else { return nil }
    self.init(code: code, arguments: Array(texts.dropFirst()))
  }
}
