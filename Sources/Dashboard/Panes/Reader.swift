import Model

/// What reads something to be shown: a pane, or the header. Whoever is one is asked for by ``State/load()``, and for
/// nothing else does anybody list loaders.
protocol Reader: SendableMetatype {
  /// Where its loader is.
  static var loader: WritableKeyPath<State, Loader> & Sendable { get }

  /// What is to be read; `nil` for nothing at this moment.
  static func wanted(_ state: State) -> Load?

  /// Whether ``wanted(_:)`` only renews what is shown; `nil` when it does if it is the same.
  static func isRenewal(_ state: State) -> Bool?

  /// How often to read again although nobody committed; `nil` for what only changes with a commit.
  static func poll(_ state: State) -> Duration?

  /// The shortest time between two questions about the same thing.
  static func pause(_ state: State) -> Duration

  /// Takes an answer in.
  ///
  /// - Returns: whether it was one to this reader's question, shown or not.
  static func receive(_ answer: Answer, _ state: inout State) -> Bool

  /// Shows the answer to the question that was open, if it is still wanted. No other answer comes here.
  static func show(_ answer: Answer, _ state: inout State)
}

extension Reader {
  static func isRenewal(_ state: State) -> Bool? { nil }
  static func poll(_ state: State) -> Duration? { nil }
  static func pause(_ state: State) -> Duration { Loader.pause }

  static func receive(_ answer: Answer, _ state: inout State) -> Bool {
    guard state[keyPath: loader].receive(answer.load) else { return false }
    show(answer, &state)
    return true
  }

  /// When a poll is due; `nil` while one is under way.
  static func pollDue(_ state: State) -> Timestamp? {
    guard let poll = poll(state), state[keyPath: loader].outstanding == nil else { return nil }
    return state[keyPath: loader].askedAt.map { $0 + poll }
  }

  /// When to ask next; `nil` for when something else happens first.
  static func due(_ state: State) -> Timestamp? {
    let due = state[keyPath: loader].due(
      wanted(state), isRenewal: isRenewal(state), pause: pause(state))
    return [due, pollDue(state)].compactMap { $0 }.min()
  }

  /// The question to ask now, if any.
  static func next(_ state: inout State) -> Load? {
    if let due = pollDue(state), due <= state.now { state[keyPath: loader].invalidate() }
    return state[keyPath: loader].next(
      wanted(state), isRenewal: isRenewal(state), pause: pause(state), now: state.now)
  }
}
