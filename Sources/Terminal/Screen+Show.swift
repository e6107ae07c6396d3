package import Canvas
internal import CNcurses

extension Screen {
  /// Shows a canvas. Only what differs from the one shown before is sent, in one piece, so that nothing flickers; what
  /// is larger than the window is cut off.
  package func show(_ canvas: Canvas) {
    guard !isClosed, !isTerminalGone else { return }
    guard painter.paint(canvas, window: size) else { return }
    let cursor = canvas.cursor.flatMap { $0.x < size.width && $0.y < size.height ? $0 : nil }
    send(Modes.beginFrame)
    sb_move(Int32(cursor?.y ?? 0), Int32(cursor?.x ?? 0))
    sb_stage()
    doupdate()
    curs_set(cursor == nil ? 0 : 1)
    send(Modes.endFrame)
  }

  /// Paints everything anew with the next canvas: another program may have written over the screen.
  package func invalidate() {
    painter.invalidate()
    sb_repaint_all()
  }
}
