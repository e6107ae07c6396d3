import Canvas
import Model
import Words

/// Commands that take long: how far they are, and what the operator wants of them.
extension State {
  mutating func receive(_ progress: WorkProgress, of command: Command) {
    guard let place = running.firstIndex(where: { $0.command == command }) else { return }
    running[place].progress = progress
  }

  /// Shows how a command gets on that has just been handed out, when that may take long.
  mutating func showWork(of command: Command) {
    if command.canBeStopped, modal == nil { modal = .work(command) }
  }

  /// Shows what is under way again.
  mutating func showWork() {
    guard let running = running.first(where: { $0.command.canBeStopped }) else {
      notices.say(words.work(.nothingUnderWay))
      return
    }
    modal = .work(running.command)
  }

  /// Takes the box away when what it shows is over.
  mutating func hideWork(of command: Command) {
    if case .work(command) = modal { modal = nil }
  }

  mutating func press(_ key: Key, on command: Command) -> [Effect] {
    let progress = running.first { $0.command == command }?.progress
    switch key {
    case .character("s"): return [.steer(command, .stop)]
    case .character("p") where command.canBePaused:
      let isPaused = progress?.isPaused == true
      receive(
        WorkProgress(done: progress?.done ?? 0, total: progress?.total, isPaused: !isPaused), of: command)
      return [.steer(command, isPaused ? .goOn : .pause)]
    case .escape, .enter, .character("w"), .character("q"): modal = nil
    default: notices.say(words.work(.keys(canPause: command.canBePaused)))
    }
    return []
  }

  /// What a command under way is called, with how far it is.
  func textWithProgress(_ running: Running) -> String {
    guard let progress = running.progress else { return text(running.command) }
    let line = words.work(.underWay(text(running.command), progress.done, of: progress.total))
    return progress.isPaused ? "\(line) · \(words.work(.paused))" : line
  }
}
