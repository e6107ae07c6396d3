package import Canvas
internal import CNcurses

extension Screen {
  /// Shows a canvas. Only what differs from the one shown before is sent, in one piece, so that nothing flickers; what
  /// is larger than the window is cut off.
  package func show(_ canvas: Canvas) {
    guard !isClosed, !isTerminalGone, !isBehind else { return }
    guard painter.paint(canvas, window: size) else { return }
    let cursor = canvas.cursor.flatMap { $0.x < size.width && $0.y < size.height ? $0 : nil }
    sb_move(Int32(cursor?.y ?? 0), Int32(cursor?.x ?? 0))
    sb_stage()
    // After a time away curses sets the terminal up before it draws, for which it needs the terminal itself.
    guard !isendwin() else {
      update(cursor)
      return
    }
    let bytes = Array(Modes.beginFrame.utf8) + frame.gather { update(cursor) } + Array(Modes.endFrame.utf8)
    bytes.withUnsafeBytes { send($0) }
  }

  private func update(_ cursor: Point?) {
    doupdate()
    curs_set(cursor == nil ? 0 : 1)
  }

  /// Paints everything anew with the next canvas: another program may have written over the screen.
  package func invalidate() {
    painter.invalidate()
    sb_repaint_all()
  }
}
