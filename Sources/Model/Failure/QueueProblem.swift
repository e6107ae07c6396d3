/// What may be wrong with a queue.
package enum QueueProblem: String, CaseIterable, Sendable {
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

/// What may be wrong with the file of the embedded queue.
package enum QueueFileProblem: String, CaseIterable, Sendable {
  /// A newer Sendboard wrote the file.
  case newerVersion
  /// The file is not a queue store, or is damaged.
  case corrupt
  /// The file or its folder cannot be written.
  case readOnly
  /// The disk is full, or fails.
  case diskFull
  /// Other processes kept the file locked for too long.
  case busy
  /// Any other failure of the file.
  case unavailable
}
