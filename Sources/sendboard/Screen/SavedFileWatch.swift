import Foundation
import Synchronization

/// Looks a few times a second whether a file was saved, by whatever way an editor has of doing it.
final class SavedFileWatch: Sendable {
  private struct Mark: Equatable {
    var seconds, nanoseconds, size, inode: Int

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
      (size, inode) = (Int(status.st_size), Int(status.st_ino))
    }
  }

  private let path: String
  private let onSave: @Sendable () -> Void
  private let last: Mutex<Mark?>
  private let queue = DispatchQueue(label: "sendboard.saved-file")
  private let timer: Mutex<any DispatchSourceTimer>

  /// Begins to look.
  ///
  /// - Parameter onSave: told of each change, on a thread of its own.
  init(_ path: String, onSave: @escaping @Sendable () -> Void) {
    (self.path, self.onSave) = (path, onSave)
    last = Mutex(Mark(path))
    timer = Mutex(DispatchSource.makeTimerSource(queue: queue))
    timer.withLock { timer in
      timer.schedule(deadline: .now() + .milliseconds(200), repeating: .milliseconds(200), leeway: .milliseconds(50))
      timer.setEventHandler { [weak self] in self?.look() }
      timer.resume()
    }
  }

  private func look() {
    let mark = Mark(path)
    let isNew = last.withLock { last in
      defer { last = mark }
      return mark != nil && mark != last
    }
    if isNew { onSave() }
  }

  /// Looks once more, and no longer.
  func stop() {
    timer.withLock { $0.cancel() }
    queue.sync { look() }
  }
}
