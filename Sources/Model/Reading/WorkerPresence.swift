/// A process that sends from a store.
public struct WorkerPresence: Equatable, Sendable {
  /// A name no other process has.
  public var process: String
  /// Names the machine it runs on.
  public var host: String
  /// The number the machine knows it by.
  public var pid: Int
  /// Names what it hands messages to: `ses`, `simulator`.
  public var provider: String
  /// When it began.
  public var since: Timestamp
  /// When it was last heard of.
  public var seenAt: Timestamp

  /// Makes a value from its parts.
  public init(process: String, host: String, pid: Int, provider: String, since: Timestamp, seenAt: Timestamp) {
    self.process = process
    self.host = host
    self.pid = pid
    self.provider = provider
    self.since = since
    self.seenAt = seenAt
  }
}
