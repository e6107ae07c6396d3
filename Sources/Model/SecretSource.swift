/// Where a secret is kept: never in a configuration.
package enum SecretSource: Equatable, Sendable {
  /// A variable of the environment.
  case environment(String)
  /// A file that nobody else may read.
  case file(String)
  /// A program that prints it, and its arguments.
  case command([String])
}
