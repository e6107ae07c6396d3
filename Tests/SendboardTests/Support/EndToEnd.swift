import Testing

/// Every test that drives the real binary is in one of three suites, each of which runs its own one at a time.
///
/// This one is what an operator does, by commands and on the screen. It mostly waits, and runs beside ``CloudEndToEnd``.
@Suite(.serialized) enum EndToEnd {}

/// What works with AWS's emulator: it mostly waits for allowances, polls and leases.
@Suite(.serialized) enum CloudEndToEnd {}

/// What is measured, or killed at a moment: wants the processor to itself.
@Suite(.serialized) enum GuaranteesEndToEnd {}

/// A step of a test that could not be done at all, such as a program that is not there.
struct Obstacle: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
