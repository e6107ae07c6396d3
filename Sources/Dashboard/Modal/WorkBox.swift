import Canvas
import Model
import Words

/// Draws how far a command is, in the middle of the screen.
enum WorkBox {
  private static func box(_ command: Command, _ state: State, in rect: Rect) -> Rect {
    let width = max(1, min(rect.width - 6, max(44, min(TextWidth.of(state.text(command)), 72))))
    return rect.centered(Size(width: width + 4, height: min(rect.height, 7)))
  }

  private static func hints(_ command: Command, _ state: State) -> [KeyHint] {
    let isPaused = state.running.first { $0.command == command }?.progress?.isPaused ?? false
    var hints = [KeyHint("s", state.words.work(.stop))]
    if command.canBePaused { hints.append(KeyHint("p", state.words.work(isPaused ? .goOn : .pause))) }
    return hints + [KeyHint("Esc", state.words.work(.close))]
  }

  /// The key that is named at a point.
  static func answer(at point: Point, _ command: Command, _ state: State, in rect: Rect) -> Key? {
    let inside = box(command, state, in: rect).inset(x: 2, y: 1)
    guard point.y == inside.maxY - 1, inside.contains(point) else { return nil }
    let hints = hints(command, state)
    let place = KeyHints(hints).places(width: inside.width).first { $0.columns.contains(point.x - inside.minX) }
    return place.flatMap { Key(printed: hints[$0.index].key) }
  }

  static func draw(_ command: Command, _ state: State, _ canvas: inout Canvas, in rect: Rect, _ theme: Theme) {
    let words = state.words
    let running = state.running.first { $0.command == command }
    let progress = running?.progress ?? WorkProgress(done: 0)
    let isPaused = progress.isPaused
    let hints = hints(command, state)
    let what = state.text(command)
    let box = box(command, state, in: rect)
    canvas.fill(box, style: theme[.dialog])
    canvas.box(box, lines: .thick, style: theme[.dialogBorder])
    let title = isPaused ? "\(words.work(.title)) · \(words.work(.paused))" : words.work(.title)
    canvas.write(
      " \(title) ", at: Point(x: box.minX + 2, y: box.minY), style: theme[.warning], maxWidth: max(0, box.width - 4))
    canvas.draw(in: box.inset(x: 2, y: 1)) { canvas in
      canvas.write(what, at: .zero, style: theme[.dialog])
      let far = words.work(.done(progress.done, of: progress.total))
      let since = running.map { words.span(state.now - $0.since) } ?? ""
      canvas.write(
        [far, since].filter { !$0.isEmpty }.joined(separator: " · "), at: Point(x: 0, y: 1), style: theme[.dialog])
      if let total = progress.total, total > 0 {
        Gauge(Double(progress.done) / Double(total))
          .draw(on: &canvas, in: Rect(x: 0, y: 2, width: canvas.size.width, height: 1), theme: theme)
      }
      KeyHints(hints).draw(
        on: &canvas, in: Rect(x: 0, y: canvas.size.height - 1, width: canvas.size.width, height: 1), theme: theme)
    }
  }
}
