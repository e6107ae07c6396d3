import Dashboard
import Synchronization

/// The commands under way, by what they are told.
final class Works: Sendable {
  private let controls = Mutex<[(command: Command, control: WorkControl)]>([])

  /// Begins to control a command.
  func begin(_ command: Command) -> WorkControl {
    let control = WorkControl()
    controls.withLock { $0.append((command, control)) }
    return control
  }

  /// Forgets one that is over.
  func end(_ control: WorkControl) { controls.withLock { $0.removeAll { $0.control === control } } }

  /// Tells a command what the operator wants of it.
  func steer(_ command: Command, _ steering: Steering) {
    let control = controls.withLock { $0.first { $0.command == command }?.control }
    control?.take(steering)
  }
}
