import AWS

/// Tells our task from all others in SQS's list of the tasks that move messages from a queue.
///
/// The list lags behind, so it may show the task before ours as its latest; and it names tasks by handle only while they
/// run, so ours is known by the time it started when it has ended
/// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasksResultEntry.html>).
struct SQSMoveWatch {
  private let handle: String
  private let earlier: [SQSMoveTask]
  private var started: Int64?

  /// Makes a watch of the task with a handle.
  ///
  /// - Parameter earlier: the list as it was before the task was started.
  init(_ handle: String, earlier: [SQSMoveTask]) {
    self.handle = handle
    self.earlier = earlier
  }

  /// Finds our task; `nil` while the list does not show it.
  mutating func find(in tasks: [SQSMoveTask]) -> SQSMoveTask? {
    if let task = tasks.first(where: { $0.handle == handle }) {
      started = task.startedMilliseconds ?? started
      return task
    }
    if let started { return tasks.first { $0.startedMilliseconds == started } }
    // It ended before it was seen at work. One task runs at a time: it is the latest that was not there before.
    let latest = earlier.compactMap(\.startedMilliseconds).max() ?? .min
    return tasks.filter { ($0.startedMilliseconds ?? .min) > latest && $0.handle == nil }
      .max { ($0.startedMilliseconds ?? .min) < ($1.startedMilliseconds ?? .min) }
  }
}
