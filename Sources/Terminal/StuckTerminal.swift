@preconcurrency import Dispatch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Notices that a signal to end is not heard: the screen's thread hangs in a terminal that takes nothing, as behind a network
/// that is gone or a reader that has stopped, and whoever ended the process shall not have it go on.
///
/// Costs nothing while no signal comes.
package final class StuckTerminal: Sendable {
  /// How long a signal may wait; a screen takes it within milliseconds.
  private static let patience = Duration.seconds(2)
  private static let pause: useconds_t = 100_000

  private let source: any DispatchSourceRead

  /// Watches from now on.
  ///
  /// - Parameter stop: called once, on a thread of its own.
  package init(_ screen: Screen, _ stop: @escaping @Sendable () -> Void) {
    let signals = screen.signals
    // One of its own: the screen closes its own whenever it is closed.
    let descriptor = dup(signals.descriptor)
    let source = DispatchSource.makeReadSource(
      fileDescriptor: descriptor, queue: DispatchQueue(label: "sendboard.stuck-terminal"))
    self.source = source
    source.setEventHandler {
      let since = ContinuousClock.now
      // At least once: as long as signals wait, this is called again and again.
      repeat {
        usleep(Self.pause)
        guard signals.hasUnheardStop else { return }
      } while ContinuousClock.now - since < Self.patience
      source.cancel()
      stop()
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
  }

  /// Ends the watch.
  package func end() { source.cancel() }
}
