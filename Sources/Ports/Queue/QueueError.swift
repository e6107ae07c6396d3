/// What went wrong at a queue.
package struct QueueError: Error, Equatable, CustomStringConvertible {
  /// The cases a caller can tell apart.
  package enum Code: String, Sendable {
    /// More than 10 entries, or none; a span, size or character out of bounds.
    case invalidRequest
    /// The receipt handle is not of the latest receive, or the message is no longer in flight.
    case staleReceipt
    /// The queue does not exist.
    case noSuchQueue
    /// Credentials or policy forbid it.
    case accessDenied
    /// The queue cannot be reached now; it may be at the next try.
    case unavailable
    /// The queue's own store cannot be written: its disk is full, or fails. Trying again does not help.
    case cannotWrite
  }

  /// Tells what kind of error it is.
  package var code: Code
  /// The queue's name.
  package var queue: String
  /// What happened, in words.
  package var context: String
  /// The error below, when there is one.
  package var underlying: (any Error)?

  /// Makes a value from its parts.
  package init(_ code: Code, queue: String, context: String, underlying: (any Error)? = nil) {
    self.code = code
    self.queue = queue
    self.context = context
    self.underlying = underlying
  }

  /// Compares what the operator sees: code, queue and words.
  package static func == (left: QueueError, right: QueueError) -> Bool {
    left.code == right.code && left.queue == right.queue && left.context == right.context
  }

  /// Says what happened and where, in one line.
  package var description: String {
    "queue \(queue): \(context)" + (underlying.map { " (\($0))" } ?? "")
  }
}
