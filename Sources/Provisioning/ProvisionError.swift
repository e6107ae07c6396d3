package import Model

/// Why the AWS side cannot be brought to the wanted state.
package struct ProvisionError: Error, CustomStringConvertible {
  /// The cases a caller can tell apart.
  package typealias Code = ProvisioningProblem

  /// Tells what kind of error it is.
  package var code: Code
  /// What happened, with what, and what to do about it.
  package var context: String
  /// The error below, when there is one.
  package var underlying: (any Error)?

  /// Makes a value from its parts.
  package init(_ code: Code, _ context: String, underlying: (any Error)? = nil) {
    self.code = code
    self.context = context
    self.underlying = underlying
  }

  /// Says what happened, in one line.
  package var description: String { context }
}
