package import Canvas

/// Names what ended a wait for the terminal.
package enum ScreenInput: Hashable, Sendable {
  /// The operator did something, or the window has another size.
  case key(Key)
  /// The descriptor given to wake up by is readable.
  case woken
  /// The process has been asked to end.
  case stop(StopReason)
}

/// Says who asked the process to end.
package enum StopReason: Hashable, Sendable {
  /// SIGTERM.
  case terminate
  /// SIGINT; Control-C at the keyboard arrives as a key.
  case interrupt
  /// SIGHUP.
  case hangup
  /// The terminal is gone: nothing can be read from it or shown on it any more.
  case terminalClosed
}
