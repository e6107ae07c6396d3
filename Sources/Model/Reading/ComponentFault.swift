/// What a process depends on and cannot use now, such as a queue that is out of reach.
package struct ComponentFault: Equatable, Sendable {
  /// Names what it is: `send queue`, `event queue`, `SES`.
  package var component: String
  /// When it was first so, in a row.
  package var since: Timestamp
  /// What is wrong.
  package var problem: Fault

  /// Makes a value from its parts.
  package init(component: String, since: Timestamp, problem: Fault) {
    self.component = component
    self.since = since
    self.problem = problem
  }
}
