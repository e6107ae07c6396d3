import Canvas
import Model

/// What the last frame on a canvas showed. Most keys change one pane of several on a wide screen; the others are left as they
/// stand there, which on 200×50 saves a third of what a key costs.
package struct LastFrame {
  private struct Drawn {
    var state: State
    var canvas: Size
    var panes: [(pane: Pane, rect: Rect)]
  }

  private var drawn: Drawn?
  /// Counts the panes that were left as they stood.
  private(set) var spared = 0

  /// Knows of no frame: the next one is drawn as a whole.
  package init() {}

  /// What looks in a new state as it stands on the canvas.
  struct Standing {
    var header = false
    var tabs = false
    var panes: [Pane] = []
  }

  /// What can stay where it is; `nil` when the canvas is to be emptied.
  mutating func standing(_ state: State, _ layout: Layout, on canvas: Size) -> Standing? {
    guard let drawn, drawn.canvas == canvas, drawn.state.size == state.size,
      drawn.panes.elementsEqual(layout.panes, by: { $0 == $1 })
    else { return nil }
    let old = drawn.state
    // The clock shows minutes, and panes whose figures age with the seconds do not look the same.
    guard old.now.minute == state.now.minute, old.wallTime == state.wallTime,
      old.language == state.language,
      old.isZoomed == state.isZoomed
    else { return Standing() }
    let panes = layout.visible.filter { pane in
      (old.focus == pane) == (state.focus == pane) && pane.behavior.looksTheSame(old, state)
    }
    spared += panes.count
    return Standing(
      header: HeaderPane.looksTheSame(old, state), tabs: old.home == state.home, panes: panes)
  }

  /// Takes in what was drawn.
  ///
  /// - Parameter isCovered: whether something was drawn over panes; the next frame is drawn as a whole then.
  mutating func note(_ state: State, _ layout: Layout, on canvas: Size, isCovered: Bool) {
    drawn = isCovered ? nil : Drawn(state: state, canvas: canvas, panes: layout.panes)
  }
}

extension Timestamp {
  fileprivate var minute: Int64 { milliseconds / 60_000 - (milliseconds % 60_000 < 0 ? 1 : 0) }
}

extension State {
  /// Whether the lists of campaigns show the same figures. How long an open question has waited is shown by the second.
  func sharesCampaigns(with other: State) -> Bool {
    panes.campaigns == other.panes.campaigns && snapshot == other.snapshot && pace == other.pace
      && snapshotLoader.outstanding == nil && other.snapshotLoader.outstanding == nil
      && !hasScheduled
  }

  /// Whether a time to come may make another picture of the campaigns.
  private var hasScheduled: Bool {
    guard let campaigns = snapshot?.campaigns else { return false }
    return campaigns.indices.contains { campaigns[$0].state == .scheduled }
  }
}
