/// A process that sends from a store.
package struct WorkerPresence: Equatable, Sendable {
  /// A name no other process has.
  package var process: String
  /// Names the machine it runs on.
  package var host: String
  /// The number the machine knows it by.
  package var pid: Int
  /// Names what it hands messages to: `ses`, `simulator`.
  package var provider: String
  /// When it began.
  package var since: Timestamp
  /// When it was last heard of.
  package var seenAt: Timestamp

  /// Makes a value from its parts.
  package init(process: String, host: String, pid: Int, provider: String, since: Timestamp, seenAt: Timestamp) {
    self.process = process
    self.host = host
    self.pid = pid
    self.provider = provider
    self.since = since
    self.seenAt = seenAt
  }
}
