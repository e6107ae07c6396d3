import Dispatch

/// Does something when a time is over, from a thread of its own, unless it is cancelled before.
struct Deadline {
  private let work: DispatchWorkItem

  init(after limit: Duration, _ body: @escaping @Sendable () -> Void) {
    work = DispatchWorkItem(block: body)
    let milliseconds = limit.components.seconds * 1000 + limit.components.attoseconds / 1_000_000_000_000_000
    DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(Int(milliseconds)), execute: work)
  }

  func cancel() { work.cancel() }
}
