package import Model

/// What went wrong at a queue.
package struct QueueError: Error, Equatable, CustomStringConvertible {
  /// The cases a caller can tell apart.
  package typealias Code = QueueProblem

  /// Tells what kind of error it is.
  package var code: Code
  /// The queue's name.
  package var queue: String
  /// What happened.
  package var fault: Fault
  /// What was done with letters before it happened.
  package var run: LetterRun?
  /// The error below, when there is one.
  package var underlying: (any Error)?

  /// Makes a value from its parts.
  package init(
    _ code: Code, queue: String, _ fault: Fault, after run: LetterRun? = nil, underlying: (any Error)? = nil
  ) {
    self.code = code
    self.queue = queue
    self.fault = fault
    self.run = run
    self.underlying = underlying
  }

  /// Makes an error of words that only a log and a command line show.
  package init(_ code: Code, queue: String, context: String, underlying: (any Error)? = nil) {
    self.init(code, queue: queue, .said(context), underlying: underlying)
  }

  /// What happened, in words for a log and a command line.
  package var context: String { (run.map { "\($0.sentence); the reason: " } ?? "") + fault.sentence }

  /// Compares what the operator sees: code, queue and words.
  package static func == (left: QueueError, right: QueueError) -> Bool {
    left.code == right.code && left.queue == right.queue && left.context == right.context
  }

  /// Says what happened and where, in one line.
  package var description: String {
    "queue \(queue): \(context)" + (underlying.map { " (\($0))" } ?? "")
  }
}
