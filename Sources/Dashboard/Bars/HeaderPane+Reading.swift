import Model
import Words

/// The figures of the header and of the campaigns, which are on every screen.
extension HeaderPane: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.snapshotLoader }
  static func wanted(_ state: State) -> Load? { .snapshot }
  static func poll(_ state: State) -> Duration? { state.isActive ? State.activePoll : State.restingPoll }

  /// Figures nobody asked for are as good, unless they are older than those on the screen.
  static func receive(_ answer: Answer, _ state: inout State) -> Bool {
    guard case .snapshot(let snapshot) = answer else { return false }
    let isAnswer = state.snapshotLoader.receive(answer.load)
    guard isAnswer || snapshot.at > (state.snapshot?.at ?? Timestamp(milliseconds: .min)) else { return false }
    show(answer, &state)
    return true
  }

  static func show(_ answer: Answer, _ state: inout State) {
    guard case .snapshot(let snapshot) = answer else { return }
    state.notices.show(snapshot.health.faults, at: state.now)
    state.snapshot = snapshot
    state.forgetOwnDrafts()
    if state.panes.campaigns.cursor.id == nil, let first = state.campaignRows.first {
      // Who opens the dashboard looks at what is sent; what is to be sent is one row above.
      state.panes.campaigns.cursor.put(on: .campaign(first.id), in: state.campaignListIDs)
    }
    state.pace.note(snapshot)
    state.now = max(state.now, snapshot.at)
    state.tellOfMissed()
    state.showLaunched()
    state.fit()
    state.followChosenCampaign()
  }
}
