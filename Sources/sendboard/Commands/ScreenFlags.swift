import ArgumentParser

/// The options of what has a screen.
struct ScreenFlags: ParsableArguments {
  @Flag(help: "Leave the mouse to the terminal, which then selects text as usual.")
  var noMouse = false

  /// Puts them above what is set elsewhere.
  func apply(to settings: inout Settings) {
    if noMouse { settings.usesMouse = false }
  }
}
