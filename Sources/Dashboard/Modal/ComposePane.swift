import Canvas
import Model

/// The form for a new campaign, and what counting its recipients found.
enum ComposePane {
  static func draw(_ form: ComposeForm, _ state: State, _ canvas: inout Canvas, in rect: Rect, _ theme: Theme) {
    let area = rect.centered(Size(width: min(rect.width, 110), height: min(rect.height, 30)))
    // On a wide screen the panes beside the form would look like a part of it.
    canvas.fill(rect, style: theme[.dialog])
    canvas.draw(in: area) { canvas in
      switch form.stage {
      case .editing: drawFields(form, nil, &canvas, theme)
      case .counting(let since): drawFields(form, state.now - since, &canvas, theme)
      case .review(let count, let confirmation, let offset):
        drawReview(form.composition, count, confirmation, offset, &canvas, theme)
      }
    }
  }

  private static func drawFields(
    _ form: ComposeForm, _ counting: Duration?, _ canvas: inout Canvas, _ theme: Theme
  ) {
    var body = PaneFrame(title: "New campaign", note: "step 1 of 2", isFocused: true).draw(&canvas, theme)
    var block = TextBlock(width: body.width - 2)
    if let counting {
      block.wrap("counting the recipients… \(counting >= .seconds(1) ? Figures.span(counting) : "")", theme[.info])
    } else if let problem = form.problem {
      block.wrap("✗ \(problem.line)", theme[.bad])
    } else {
      block.wrap("Nothing is sent before you have seen the exact count and confirmed it.", theme[.muted])
    }
    let footer = body.takeBottom(min(block.lines.count, max(0, body.height - 2)))
    block.draw(&canvas, in: footer.inset(x: 1))
    form.form.draw(on: &canvas, in: body.inset(x: 1), theme: theme)
  }

  private static func drawReview(
    _ composition: Composition, _ count: AudienceCount, _ confirmation: Confirmation?, _ offset: Int,
    _ canvas: inout Canvas, _ theme: Theme
  ) {
    var body = PaneFrame(title: "New campaign ", name: "“\(composition.name)”", note: "step 2 of 2", isFocused: true)
      .draw(&canvas, theme)
    let answer = body.takeBottom(1)
    if body.height > 8 { _ = body.takeBottom(1) }
    let lines = block(composition, count, body.width - 2, theme)
    let last = max(0, lines.lines.count - body.height)
    lines.draw(&canvas, in: body.inset(x: 1), from: min(offset, last))
    let more = MoreMark.words(above: offset > 0 && last > 0, below: offset < last)
    if !more.isEmpty, body.height > 0 {
      let width = TextWidth.of(more) + 2
      canvas.write(" \(more) ", at: Point(x: body.maxX - width - 1, y: body.maxY - 1), style: theme[.key])
    }
    drawQuestion(confirmation, &canvas, answer.inset(x: 1), theme)
  }

  private static func drawQuestion(
    _ confirmation: Confirmation?, _ canvas: inout Canvas, _ row: Rect, _ theme: Theme
  ) {
    guard let confirmation else {
      canvas.write(
        [
          Span("Cannot be launched", theme[.bad]), Span(" · ", theme[.strong]), Span("Esc", theme[.key]),
          Span(" edits", theme[.strong]),
        ], at: row.origin, maxWidth: row.width)
      return
    }
    let people = Figures.count(confirmation.count, "recipient")
    guard case .typing(let word) = confirmation.dialog.confirmation else {
      canvas.write(
        [
          Span("y", theme[.key]), Span(" launches to \(people) · ", theme[.strong]), Span("Esc", theme[.key]),
          Span(" edits", theme[.strong]),
        ], at: row.origin, maxWidth: row.width)
      return
    }
    let used = canvas.write(
      row.width < 60 ? "Launch: type \(word): " : "To launch to \(people) type \(word): ", at: row.origin,
      style: theme[.strong], maxWidth: max(8, row.width - 10))
    let field = Rect(x: row.minX + used, y: row.minY, width: min(14, row.width - used), height: 1)
    confirmation.dialog.editor.draw(on: &canvas, in: field, isFocused: true, theme: theme)
  }

  private static func block(_ composition: Composition, _ count: AudienceCount, _ width: Int, _ theme: Theme)
    -> TextBlock
  {
    var block = TextBlock(width: width)
    block.flow(
      [
        Span("\(Figures.count(count.recipients, "recipient")) in \(batches(count, composition))", theme[.strong]),
        Span(
          Figures.count(count.duplicates, "duplicate") + " left out", theme[count.duplicates > 0 ? .warning : .text]),
        Span("\(Figures.count(count.invalid)) invalid left out", theme[count.invalid > 0 ? .warning : .text]),
      ], separator: Span(" · ", theme[.muted]))
    if let twin = count.twin {
      block.hanging(
        "! ",
        twin.isContinued
          ? "campaign \(twin.id) of \(twin.moment) is the same, and its launch was cut off: launching goes on with it"
          : "the same was launched as campaign \(twin.id) of \(twin.moment): launching sends everybody a second copy",
        theme[twin.isContinued ? .warning : .bad])
    }
    if !count.missingColumns.isEmpty {
      block.hanging(
        "! ",
        "the template asks for \(list(count.missingColumns)), and the file has no such column: "
          + "every message would fail to render", theme[.bad])
      let columns = count.columns.isEmpty ? "none but the address" : count.columns.joined(separator: ", ")
      block.hanging("  ", "the file has: \(columns)", theme[.text])
      block.hanging("  ", caseAdvice(count), theme[.text])
    }
    for invalid in count.invalidLines { block.hanging("  line \(invalid.line): ", invalid.reason, theme[.warning]) }
    if count.invalid > count.invalidLines.count {
      block.wrap(
        "and \(Figures.count(count.invalid - count.invalidLines.count)) more invalid", theme[.warning], indent: 2)
    }
    block.hanging("From     ", composition.from, theme[.text])
    block.hanging("File     ", composition.file, theme[.text])
    if !count.columns.isEmpty, count.missingColumns.isEmpty {
      block.hanging("Columns  ", count.columns.joined(separator: ", "), theme[.text])
    }
    guard count.missingColumns.isEmpty else { return block }
    block.add(Span("As \(count.firstAddress) reads it:", theme[.muted]))
    for line in count.preview { block.wrap(line, theme[.text], indent: 2) }
    return block
  }

  /// `1 batch`, `39 batches of 50`.
  private static func batches(_ count: AudienceCount, _ composition: Composition) -> String {
    let batches = Figures.count(count.batches, "batch", plural: "batches")
    return count.batches > 1 ? "\(batches) of \(Figures.count(composition.batchSize))" : batches
  }

  /// What to do about a column that is missing; the usual reason is a capital letter.
  private static func caseAdvice(_ count: AudienceCount) -> String {
    for missing in count.missingColumns {
      guard let meant = count.columns.first(where: { $0.lowercased() == missing.lowercased() }) else { continue }
      return "capital letters count: write {{\(meant)}} for {{\(missing)}} in the template; then count again"
    }
    return "add the column to the file, or mend the template (capital letters count); then count again"
  }

  private static func list(_ names: [String]) -> String { names.map { "{{\($0)}}" }.joined(separator: ", ") }
}
