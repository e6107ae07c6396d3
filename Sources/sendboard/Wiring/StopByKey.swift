import Dashboard
import Foundation
import UnixSignals

/// Lets Ctrl-C and SIGTERM stop work between two steps of it; the second time they end the process as ever.
final class StopByKey: Sendable {
  let control = WorkControl()

  init() {
    let control = control
    Task.detached {
      for await _ in await UnixSignalsSequence(trapping: .sigint, .sigterm) {
        if control.isStopped { _exit(130) }
        control.take(.stop)
      }
    }
  }
}
