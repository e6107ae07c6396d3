/// Why the fixture could not do what a test wants of it.
package struct FixtureError: Error, CustomStringConvertible {
  /// What happened, in words.
  package var description: String

  init(_ description: String) { self.description = description }
}
