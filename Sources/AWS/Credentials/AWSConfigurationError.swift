/// Why it is not known which region, endpoint or profile is meant.
package struct AWSConfigurationError: Error, Equatable, CustomStringConvertible {
  /// The cases a caller can tell apart.
  package enum Code: String, Sendable {
    /// A shared file cannot be read, or is not of its form.
    case brokenFile
    /// A profile was named that is in no file.
    case noSuchProfile
    /// No source names a region.
    case noRegion
    /// The region is not one that a host's name can hold.
    case invalidRegion
    /// An endpoint is not an absolute URL.
    case invalidEndpoint
  }

  /// Tells what kind of error it is.
  package var code: Code
  /// What is wrong, where, and what to do about it; never a line of a file, which may hold a secret.
  package var context: String

  /// Makes a value from its parts.
  package init(_ code: Code, _ context: String) {
    self.code = code
    self.context = context
  }

  /// Says what is wrong, in one line.
  package var description: String { context }
}
