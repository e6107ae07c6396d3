import Canvas

/// Where everything is on a screen of a given size.
///
/// Below 150 columns one pane has the whole width, and the campaigns share the height with the batches of the chosen
/// one. From 150×30 on the campaigns stay on the left and what the operator looks at is on the right. One that is zoomed has
/// all of it.
struct Layout {
  private(set) var header = Rect.zero
  private(set) var tabs = Rect.zero
  private(set) var status = Rect.zero
  private(set) var keys = Rect.zero
  /// What is left for the panes, and what dialogs and the form may cover.
  private(set) var body = Rect.zero
  private(set) var panes: [(pane: Pane, rect: Rect)] = []

  init(_ state: borrowing State) {
    let size = state.size
    var rest = Rect(origin: .zero, size: size)
    header = rest.takeTop(size.height >= 16 && size.width >= 72 ? 2 : size.height >= 4 ? 1 : 0)
    if size.height >= 16 { tabs = rest.takeTop(1) }
    if size.height >= 6 { keys = rest.takeBottom(1) }
    if size.height >= 3 { status = rest.takeBottom(1) }
    body = rest
    if state.isZoomed {
      panes = [(state.focus, rest)]
    } else if size.width >= 150, size.height >= 30 {
      placeColumns(rest, state)
    } else if state.focus == .campaigns, rest.height >= 16 {
      let batches = rest.takeBottom(rest.height >= 26 ? 10 : 8)
      panes = [(.campaigns, rest), (.batches, batches)]
    } else {
      panes = [(state.focus, rest)]
    }
  }

  private mutating func placeColumns(_ body: Rect, _ state: borrowing State) {
    var rest = body
    let focus = state.focus
    var left = rest.takeLeft(min(88, body.width * 42 / 100))
    _ = rest.takeLeft(1)
    let failures = left.takeBottom(left.height * 3 / 10)
    let batches = left.takeBottom(10)
    panes = [(.campaigns, left), (.batches, batches), (.failures, failures)]
    switch focus.behavior.side {
    case .whole: panes.append((focus, rest))
    case .left, .list, .detail:
      let timeline = rest.takeBottom(rest.height * 45 / 100)
      // A message is shown beside the list that it was opened from.
      let list = [focus, state.home].first { $0.behavior.side == .list } ?? .messages
      panes += [(list, rest), (.timeline, timeline)]
    }
  }

  /// The panes on the screen.
  var visible: [Pane] { panes.map(\.pane) }

  /// Where a pane is; empty when it is not on the screen.
  func rect(_ pane: Pane) -> Rect { panes.first { $0.pane == pane }?.rect ?? .zero }

  /// The pane at a point of the screen.
  func pane(at point: Point) -> Pane? { panes.first { $0.rect.contains(point) }?.pane }
}
