import Canvas
import Model

/// The dashboard: a pure function from what happened to what is shown and what is to be done.
package enum Dashboard {
  /// Takes an action in and says what the shell is to do for it.
  ///
  /// Send `.tick` with the present time before every batch of other actions: loads are paced by it.
  package static func update(_ state: inout State, _ action: Action) -> [Effect] {
    var effects: [Effect] = []
    switch action {
    case .key(let key): effects = state.press(key)
    case .resized(let width, let height): state.size = Size(width: width, height: height)
    case .tick(let now):
      // A clock that was set back: nothing that was asked at a time to come says when to ask next.
      if now < state.now { state.invalidate() }
      state.now = now
    case .stop: effects = state.run(.quit)
    case .storeChanged: state.invalidate()
    case .snapshot(let snapshot): state.receive(snapshot)
    case .page(let page): state.receive(page)
    case .timeline(let summary, let events, let earlier, let content):
      state.receive(summary, events, earlier: earlier, content)
    case .failures(let campaign, let counts):
      state.failures.receive(campaign, counts)
      state.notices.recover(Effect.loadFailures(campaign).about, at: state.now)
    case .deadLetters(let page):
      state.deadLetters.receive(page)
      state.notices.recover(Effect.loadDeadLetters(limit: 0).about, at: state.now)
    case .audienceCounted(let composition, let count): state.receive(composition, count)
    case .resendCounted(let condition, let count): state.receive(condition, count)
    case .done(let effect, let outcome): state.receive(done: effect, outcome)
    case .failed(let effect, let problem): state.receive(failed: effect, problem)
    }
    state.fit()
    for effect in effects where effect.isCommand && effect != .quit {
      state.running.append(State.Running(effect: effect, since: state.now))
    }
    return effects + state.load()
  }
}
