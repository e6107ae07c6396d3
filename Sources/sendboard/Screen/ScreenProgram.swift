import Canvas
import Terminal

/// Says what the loop runs: the dashboard, or a small one in tests.
struct ScreenProgram<State, Action: Sendable, Effect: Sendable> {
  /// Names what the loop itself has to tell.
  enum Event: Hashable {
    /// The operator did something; `resize` comes first of all, with the size at the start.
    case key(Key)
    /// The time that `nextTick` asked for has passed.
    case tick
    /// The process has been asked to end, or the terminal is gone. A second one means that somebody is impatient.
    case stop(StopReason)
  }

  /// Changes the state and says what is to be done outside.
  var update: (inout State, Action) -> [Effect]
  /// Draws the state on a canvas of the display's size, which holds what was drawn last; nothing of it when the size is another.
  var draw: (State, inout Canvas) -> Void
  /// Does what an update asked for, once it is shown, and sends what comes of it, from whatever thread.
  ///
  /// Must return at once. It is `@Sendable`, and therefore not isolated to the main actor, on purpose: a `Task` begun in
  /// it would otherwise inherit the main actor, which the loop never leaves, and would never run.
  var perform: @Sendable (Effect, @escaping @Sendable (Action) -> Void) -> Void
  /// What of an effect wants the terminal for itself, such as an editor: it is run on the loop's own thread, which waits for it;
  /// nil for an effect that does not.
  var borrows: (Effect) -> (() -> Action)? = { _ in nil }
  /// Turns what happened into an action; nil when it means nothing.
  var action: (Event) -> Action?
  /// Returns the text that an effect puts on the terminal's clipboard; nil for every other.
  var clipboard: (Effect) -> String? = { _ in nil }
  /// Says when the state wants the next tick, also when that is over already; nil when nothing moves by itself.
  var nextTick: (State) -> ContinuousClock.Instant? = { _ in nil }
  /// Tells whether the loop is done.
  var isFinished: (State) -> Bool
}
