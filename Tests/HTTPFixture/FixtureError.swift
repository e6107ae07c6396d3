/// Why the fixture could not do what a test wants of it.
public struct FixtureError: Error, CustomStringConvertible {
  /// What happened, in words.
  public var description: String

  init(_ description: String) { self.description = description }
}
