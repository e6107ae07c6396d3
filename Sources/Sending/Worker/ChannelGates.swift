import Model
import Pacing

/// Knows which channels can be used, for all lanes of a worker: each channel's provider is asked by one of them for all.
///
/// A lane passes before it receives, as soon as one channel is open: what keeps one provider back keeps nobody from the
/// others.
actor ChannelGates {
  private let channels: [Channel]
  private let isOpenNow: @Sendable (Channel) async -> Bool
  private let open: @Sendable (Channel) async throws -> Void
  private let time: Timekeeper
  /// Channels that are being asked about, and since when.
  private var asking: [Channel: (task: Task<Void, Never>, since: ContinuousClock.Instant)] = [:]
  /// How often each was found open.
  private var opened: [Channel: Int] = [:]
  private var failure: (any Error)?
  private let bell = Bell()

  /// - Parameters:
  ///   - isOpenNow: whether a channel is known to be usable, without waiting.
  ///   - open: returns once a channel can be used.
  init(
    _ channels: [Channel], time: Timekeeper, isOpenNow: @escaping @Sendable (Channel) async -> Bool = { _ in false },
    open: @escaping @Sendable (Channel) async throws -> Void
  ) {
    self.channels = channels
    self.isOpenNow = isOpenNow
    self.time = time
    self.open = open
  }

  /// Waits until a channel is open.
  ///
  /// - Throws: `CancellationError`; what asking failed with.
  func pass() async throws {
    try Task.checkCancellation()
    let before = opened
    var isAnyOpen = false
    for channel in channels {
      if await isOpenNow(channel) { isAnyOpen = true } else { ask(about: channel) }
    }
    if isAnyOpen, failure == nil { return }
    _ = try await wait(until: nil) { $0 != before }
  }

  /// Whether a channel is open, or opens soon; one that was asked about for long already is not waited for.
  ///
  /// - Throws: `CancellationError`; what asking failed with.
  func isOpen(_ channel: Channel, within patience: Duration) async throws -> Bool {
    let before = opened[channel]
    ask(about: channel)
    let since = asking[channel]?.since ?? time.now
    return try await wait(until: since + patience) { $0[channel] != before }
  }

  /// Returns once a channel has not been open for so long; at once when that is known.
  ///
  /// - Throws: `CancellationError`; what asking failed with.
  func untilClosed(_ channel: Channel, for patience: Duration) async throws {
    if isClosed(channel, for: patience) { return }
    repeat { try await time.sleep(until: time.now + patience) } while try await isOpen(channel, within: patience)
  }

  /// Whether a channel is known not to have been open for so long.
  func isClosed(_ channel: Channel, for patience: Duration) -> Bool {
    asking[channel].map { time.now - $0.since >= patience } ?? false
  }

  /// Ends all questions.
  func close() {
    for asked in asking.values { asked.task.cancel() }
  }

  private func ask(about channel: Channel) {
    guard asking[channel] == nil else { return }
    let task = Task {
      do {
        try await open(channel)
        opened[channel, default: 0] += 1
      } catch is CancellationError {
        // Nobody waits for it any more.
      } catch {
        failure = failure ?? error
      }
      asking[channel] = nil
      bell.ring()
    }
    asking[channel] = (task, time.now)
  }

  private func wait(
    until end: ContinuousClock.Instant?, _ isOver: ([Channel: Int]) -> Bool
  ) async throws -> Bool {
    while true {
      let rings = bell.rings
      if let failure { throw failure }
      if isOver(opened) { return true }
      if let end, time.now >= end { return false }
      try await bell.wait(since: rings, until: end, by: time)
    }
  }
}
