import GRDB
import Model

extension EventWriter {
  /// Opens the next attempt of a message: a row with `id`, `attempt` and `providerID`, which stays known as that of the
  /// attempt it is of.
  ///
  /// - Returns: the attempt that was opened.
  @discardableResult
  func openAttempt(
    of row: Row, _ type: EventType, at: Timestamp, source: Event.Source = .operator, reason: String? = nil
  ) throws -> Int {
    let message = MessageID(rawValue: row["id"])
    if let providerID = row["providerID"] as String? {
      try keep(providerID, of: message, attempt: row["attempt"])
    }
    // The attempt that counts may be an earlier one than the last, which did not go out.
    let last = try highestAttempt(of: message) ?? row["attempt"]
    try append(.own(type, message: message, attempt: last, at: at, source: source, reason: reason))
    try db.execute(
      sql: "UPDATE message SET providerID = NULL, providerKey = NULL WHERE id = ?", arguments: [message.rawValue])
    return last + 1
  }
}
