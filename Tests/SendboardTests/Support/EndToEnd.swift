import Testing

/// Every test that drives the real binary is in one of seven suites, named as the folders are, each of which runs its own one
/// at a time. The first six mostly wait, and run beside each other.
///
/// What an operator does by commands: sends, resends, redrives, schedules, suppresses.
@Suite(.serialized) enum ActionsEndToEnd {}

/// What commands take and print, and what they leave as it was.
@Suite(.serialized) enum InterfaceEndToEnd {}

/// What an operator sees and presses, in a real terminal.
@Suite(.serialized) enum ScreenEndToEnd {}

/// What is made at AWS and looked at there before the first send, by AWS's emulator: it waits as AWS asks for.
@Suite(.serialized) enum SetupEndToEnd {}

/// What works with AWS's emulator: it waits for allowances, polls and leases.
@Suite(.serialized) enum CloudEndToEnd {}

/// What is asked of database servers, which are the tests' own.
@Suite(.serialized) enum DatabasesEndToEnd {}

/// What is measured, or killed at a moment: wants the processor to itself.
@Suite(.serialized) enum GuaranteesEndToEnd {}

/// A step of a test that could not be done at all, such as a program that is not there.
struct Obstacle: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
