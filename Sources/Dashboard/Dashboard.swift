import Canvas
package import Model

/// The dashboard: a pure function from what happened to what is shown and what is to be done.
package enum Dashboard {
  /// Takes in what happened at a time, by which loads are paced, and says what the shell is to do for it.
  package static func update(_ state: inout State, _ action: Action, at now: Timestamp) -> [Effect] {
    state.pass(to: now)
    return update(&state, action)
  }

  /// Takes an action in at the time of the one before, and says what the shell is to do for it.
  package static func update(_ state: inout State, _ action: Action) -> [Effect] {
    var effects: [Effect] = []
    let wasAtCampaigns = state.focus == .campaigns
    switch action {
    case .key(let key): effects = state.press(key)
    case .resized(let width, let height): state.size = Size(width: width, height: height)
    case .tick(let now): state.pass(to: now)
    case .stop: effects = state.run(.quit)
    case .storeChanged: state.invalidate()
    case .answered(let answer): state.receive(answer)
    case .loadFailed(let load, let problem):
      state.receive(failed: load, problem)
      state.dropHeldKeys()
    case .audienceCounted(let composition, let count): state.receive(composition, count)
    case .recipientFound(let composition, let wish, let view): state.receive(composition, wish, view)
    case .resendCounted(let condition, let count): state.receive(condition, count)
    case .peopleCounted(let scope, let people, let listed, let sample):
      state.confirmSuppress(scope, people, listed: listed, sample)
    case .accountLookedUp(let entry): state.receive(entry)
    case .settleCounted(let condition, let count): state.receive(condition, count)
    case .edited(let id, let text): effects = state.receive(edited: text, of: id)
    case .written(let body, let text): effects = state.receive(written: text, for: body)
    case .completed(let path): effects = state.receive(path)
    case .correctionChecked(let id, let text, let events, let problem):
      state.confirmCorrection(of: id, text, events: events, problem: problem)
    case .leftAlone(let scope, let entries): state.receive(scope, entries)
    case .gathered(let gathering, let gathered): effects = state.receive(gathering, gathered)
    case .gatherFailed(_, let problem): state.notices.note(.error, .cannotCopy(problem), at: state.now)
    case .countFailed(let count, let problem): state.receive(failed: count, problem)
    case .progressed(let command, let progress): state.receive(progress, of: command)
    case .done(let command, let outcome): effects = state.receive(done: command, outcome)
    case .draftNotKept(let problem): state.receive(draftNotKept: problem)
    case .failed(let command, let problem): effects = state.receive(failed: command, problem)
    }
    effects = state.refuseChanges(effects + state.obeyHeldKeys())
    state.fit()
    state.watchCampaigns(wasThere: wasAtCampaigns)
    for case .command(let command) in effects {
      state.running.append(State.Running(command: command, since: state.now))
      state.showWork(of: command)
    }
    return effects + state.load().map(Effect.load)
  }
}

extension State {
  fileprivate mutating func pass(to time: Timestamp) {
    // A clock that was set back: nothing that was asked at a time to come says when to ask next.
    if time < now { invalidate() }
    now = time
  }
}
