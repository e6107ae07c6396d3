package import Canvas
import Model
import Words

extension Dashboard {
  /// Draws a state on a canvas of any size; the state's own size says how it is laid out.
  ///
  /// - Parameters:
  ///   - canvas: holds what it did after the frame before; anything when there was none.
  ///   - last: that frame, with the same theme; this one afterwards.
  package static func draw(_ state: State, _ canvas: inout Canvas, theme: Theme, after last: inout LastFrame) {
    let layout = Layout(state)
    let standing = last.standing(state, layout, on: canvas.gridSize)
    if standing == nil { canvas.reset(size: canvas.gridSize, style: theme[.text]) }
    canvas.hideCursor()
    func draw(in rect: Rect, _ body: (inout Canvas) -> Void) {
      guard !rect.isEmpty else { return }
      canvas.draw(in: rect) {
        if standing != nil { $0.fill($0.bounds, style: theme[.text]) }
        body(&$0)
      }
    }
    if standing?.header != true { draw(in: layout.header) { HeaderPane.draw(state, &$0, theme) } }
    if standing?.tabs != true { draw(in: layout.tabs) { tabs(state).draw(on: &$0, in: $0.bounds, theme: theme) } }
    for (pane, rect) in layout.panes where standing?.panes.contains(pane) != true {
      draw(in: rect) { pane.behavior.draw(state, &$0, theme) }
    }
    if standing == nil { drawGaps(layout, &canvas, theme) }
    let hasModal = drawModal(state, &canvas, layout.body, theme)
    draw(in: layout.status) { StatusLine.draw(state, &$0, theme) }
    let isLong = StatusLine.drawWhole(state, &canvas, above: layout.status, theme)
    draw(in: layout.keys) { KeyLine.draw(state, &$0, theme) }
    last.note(state, layout, on: canvas.gridSize, isCovered: hasModal || isLong)
  }

  /// Draws a line where two panes stand side by side.
  private static func drawGaps(_ layout: Layout, _ canvas: inout Canvas, _ theme: Theme) {
    let left = layout.rect(.campaigns)
    guard let right = layout.panes.map(\.rect).first(where: { $0.minX > left.maxX }) else { return }
    let height = layout.status.minY - right.minY
    canvas.verticalLine(at: Point(x: left.maxX, y: right.minY), length: height, style: theme[.border])
  }

  /// The bar of the panes that have a digit.
  static func tabs(_ state: State) -> Tabs {
    let home = state.home
    let titles = Pane.numbered.map { pane in
      let title = "\(pane.digit ?? 0) \(state.words.pane(pane.behavior.title))"
      return pane == home ? "[\(title)]" : title
    }
    return Tabs(titles, active: Pane.numbered.firstIndex(of: home) ?? 0)
  }

  /// - Returns: whether there is one that covers panes.
  private static func drawModal(_ state: State, _ canvas: inout Canvas, _ body: Rect, _ theme: Theme) -> Bool {
    switch state.modal {
    case .confirm(let confirmation): confirmation.dialog.draw(on: &canvas, in: body, words: state.words, theme: theme)
    case .choose(let choice): ChoiceBox.draw(choice, &canvas, in: body, theme)
    case .pick(let pick):
      ChoiceBox.draw(
        title: pick.title, lines: pick.lines, options: pick.options.map { ($0.key, $0.label) }, leave: pick.leave,
        &canvas, in: body, theme)
    case .link(let name, let url):
      let isCopied = if case .none = state.clipboard { false } else { true }
      Dialog(
        state.words.copying(.linkOf(name)),
        body: [url, state.words.copying(isCopied ? .linkCopied : .linkNotCopied)], confirmation: .none
      ).draw(on: &canvas, in: body, words: state.words, theme: theme)
    case .leftAlone(let list): LeftAloneBox.draw(list, state, &canvas, in: body, theme)
    case .counting(_, let since, _):
      let text = state.words.question(.countingResendable(state.now - since))
      Dialog(state.words.question(.resend), body: [text], confirmation: .none)
        .draw(on: &canvas, in: body, words: state.words, theme: theme)
    case .lookingUp(let address, let since):
      Dialog(
        address, body: [state.words.suppressions(.lookingUp(state.now - since))], confirmation: .none
      ).draw(on: &canvas, in: body, words: state.words, theme: theme)
    case .help(let offset):
      HelpPane.box(state, offset).draw(
        on: &canvas, in: body, more: { state.words.term(.more(above: $0, below: $1)) }, theme: theme)
    case .palette(let palette): PalettePane.draw(palette, state, &canvas, in: body, theme)
    case .work(let command): WorkBox.draw(command, state, &canvas, in: body, theme)
    case .compose(let form): ComposePane.draw(form, state, &canvas, in: body, theme)
    case .prompt, nil: return false
    }
    return true
  }
}
