import Model

/// Reads the provider's names for earlier attempts, while these stand beside each other.
enum AttemptNames: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.timeline.attemptsLoader }

  static func wanted(_ state: State) -> Load? {
    let timeline = state.panes.timeline
    guard timeline.showsAttempts, timeline.shows(state.wantedTimeline), let id = timeline.summary?.id else {
      return nil
    }
    let load = Load.attempts(id, count: timeline.attemptCount)
    // What is known of earlier attempts stays so until there is another one.
    return timeline.attemptsLoader.answered == load ? nil : load
  }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .attempts(let id, _, let names) = answer { state.panes.timeline.receive(names, of: id) }
  }
}
