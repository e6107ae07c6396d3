package import Model

/// The newest of what is kept of what happened.
package struct LogPage: Equatable, Sendable {
  /// At most as many as were asked for, oldest first.
  package var records: [LogRecord]
  /// The name under which this process writes.
  package var own: String
  /// Why nothing can be kept at the moment, in the system's words; `nil` when it can.
  package var problem: String?

  /// Makes a page.
  package init(records: [LogRecord], own: String = "", problem: String? = nil) {
    (self.records, self.own, self.problem) = (records, own, problem)
  }
}
