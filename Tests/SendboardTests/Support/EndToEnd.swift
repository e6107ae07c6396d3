import Testing

/// Holds every test that drives the real binary: one at a time, for each wants the processor's two cores to itself.
@Suite(.serialized) enum EndToEnd {}

/// A step of a test that could not be done at all, such as a program that is not there.
struct Obstacle: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
