import Canvas
import Model
import Words

/// The form for a new campaign, and what counting its recipients found.
enum ComposePane {
  static func draw(_ form: ComposeForm, _ state: State, _ canvas: inout Canvas, in rect: Rect, _ theme: Theme) {
    let area = area(in: rect)
    // On a wide screen the panes beside the form would look like a part of it.
    canvas.fill(rect, style: theme[.dialog])
    canvas.draw(in: area) { canvas in
      switch form.stage {
      case .editing: drawFields(form, nil, state.words, &canvas, theme)
      case .counting(let since): drawFields(form, state.now - since, state.words, &canvas, theme)
      case .review(let count, let confirmation, let offset):
        drawReview(form, count, confirmation, offset, state, &canvas, theme)
      }
    }
  }

  private static func area(in rect: Rect) -> Rect {
    rect.centered(Size(width: min(rect.width, 110), height: min(rect.height, 30)))
  }

  /// The field that stands at a point.
  static func field(at point: Point, _ form: ComposeForm, _ words: any Words, in rect: Rect) -> ComposeForm.Field? {
    guard form.stage == .editing else { return nil }
    var body = area(in: rect)
    _ = body.takeTop(1)
    _ = body.takeBottom(footer(form, nil, words, body, .monochrome).height)
    return form.form.field(at: point, in: body.inset(x: 1))
  }

  /// What is told below the fields, and the lines there are for it.
  private static func footer(
    _ form: ComposeForm, _ counting: Duration?, _ words: any Words, _ body: Rect, _ theme: Theme
  ) -> (block: TextBlock, height: Int) {
    var block = TextBlock(width: body.width - 2)
    if let counting {
      block.wrap(words.compose(.counting(counting)), theme[.info])
    } else if let problem = form.problem {
      block.wrap("✗ \(problem.line(words))", theme[.bad])
    } else {
      block.wrap(words.compose(.promise), theme[.muted])
    }
    return (block, min(block.lines.count, max(0, body.height - 2)))
  }

  private static func drawFields(
    _ form: ComposeForm, _ counting: Duration?, _ words: any Words, _ canvas: inout Canvas, _ theme: Theme
  ) {
    var body = PaneFrame(title: words.compose(.title), note: words.compose(.step(1, of: 2)), isFocused: true)
      .draw(&canvas, theme)
    let (block, height) = footer(form, counting, words, body, theme)
    block.drawBeginning(&canvas, in: body.takeBottom(height).inset(x: 1))
    form.form.draw(on: &canvas, in: body.inset(x: 1), theme: theme)
    let rest = form.form.rest(in: body)
    drawMore(words.term(.more(above: rest.above, below: rest.below)), &canvas, body, theme)
  }

  private static func drawMore(_ more: String, _ canvas: inout Canvas, _ body: Rect, _ theme: Theme) {
    guard !more.isEmpty, body.height > 0 else { return }
    let width = TextWidth.of(more) + 2
    canvas.write(" \(more) ", at: Point(x: body.maxX - width - 1, y: body.maxY - 1), style: theme[.key])
  }

  private static func drawReview(
    _ form: ComposeForm, _ count: AudienceCount, _ confirmation: Confirmation?, _ offset: Int,
    _ state: State, _ canvas: inout Canvas, _ theme: Theme
  ) {
    let (words, composition) = (state.words, form.composition)
    var body = PaneFrame(
      title: words.compose(.titleOf), name: "“\(composition.name)”", note: words.compose(.step(2, of: 2)),
      isFocused: true
    ).draw(&canvas, theme)
    let answer = body.takeBottom(1)
    if body.height > 8 { _ = body.takeBottom(1) }
    let lines = block(composition, count, form.look, body.width - 2, state, theme)
    let last = max(0, lines.lines.count - body.height)
    lines.draw(&canvas, in: body.inset(x: 1), from: min(offset, last))
    drawMore(words.term(.more(above: offset > 0 && last > 0, below: offset < last)), &canvas, body, theme)
    if let asking = form.look.asking {
      draw(asking, words, &canvas, answer.inset(x: 1), theme)
    } else {
      drawQuestion(confirmation, words, &canvas, answer.inset(x: 1), theme)
    }
  }

  private static func draw(
    _ asking: ComposeForm.Asking, _ words: any Words, _ canvas: inout Canvas, _ row: Rect, _ theme: Theme
  ) {
    let label =
      switch asking.purpose {
      case .find: words.compose(.findRecipient)
      case .test: words.compose(.testAddress)
      case .remarks: words.work(.exportTo(.remarks))
      }
    let used = canvas.write(label, at: row.origin, style: theme[.strong], maxWidth: row.width / 2)
    asking.editor.draw(
      on: &canvas, in: Rect(x: row.minX + used, y: row.minY, width: row.width - used, height: 1), isFocused: true,
      theme: theme)
  }

  private static func drawQuestion(
    _ confirmation: Confirmation?, _ words: any Words, _ canvas: inout Canvas, _ row: Rect, _ theme: Theme
  ) {
    guard let confirmation else {
      canvas.write(
        [
          Span(words.compose(.notLaunchable), theme[.bad]), Span(" · ", theme[.strong]), Span("Esc", theme[.key]),
          Span(words.compose(.edits), theme[.strong]),
        ], at: row.origin, maxWidth: row.width)
      return
    }
    guard case .typing(let word) = confirmation.dialog.confirmation else {
      canvas.write(
        [
          Span("y", theme[.key]), Span(words.compose(.launches(confirmation.count)) + " · ", theme[.strong]),
          Span("Esc", theme[.key]),
          Span(words.compose(.edits), theme[.strong]),
        ], at: row.origin, maxWidth: row.width)
      return
    }
    let used = canvas.write(
      words.compose(row.width < 60 ? .launchType(word) : .launchTypeFor(confirmation.count, word)), at: row.origin,
      style: theme[.strong], maxWidth: max(8, row.width - 10))
    let field = Rect(x: row.minX + used, y: row.minY, width: min(14, row.width - used), height: 1)
    confirmation.dialog.editor.draw(on: &canvas, in: field, isFocused: true, theme: theme)
  }

  private static func block(
    _ composition: Composition, _ count: AudienceCount, _ look: ComposeForm.Look, _ width: Int, _ state: State,
    _ theme: Theme
  ) -> TextBlock {
    let words = state.words
    var block = TextBlock(width: width)
    block.flow(
      [
        Span(
          words.compose(.people(count.recipients, batches: count.batches, size: composition.batchSize)), theme[.strong]),
        Span(
          words.compose(.duplicates(count.duplicates)), theme[count.duplicates > 0 ? .warning : .text]),
        Span(words.compose(.invalid(count.invalid)), theme[count.invalid > 0 ? .warning : .text]),
      ], separator: Span(" · ", theme[.muted]))
    if let twin = count.twin {
      block.hanging(
        "! ",
        words.compose(
          twin.isContinued
            ? .continued(campaign: twin.id.description, moment: twin.moment)
            : twin.isCancelled
              ? .cancelledTwin(campaign: twin.id.description, moment: twin.moment)
              : .again(campaign: twin.id.description, moment: twin.moment)),
        theme[twin.isContinued ? .warning : .bad])
    }
    if let like = count.like {
      block.hanging(
        "! ", words.compose(.alike(campaign: like.id.description, name: like.name, moment: like.moment)), theme[.bad])
    }
    if !count.missingColumns.isEmpty {
      block.hanging("! ", words.compose(.missing(count.missingColumns)), theme[.bad])
      block.hanging("  ", words.compose(.columns(count.columns)), theme[.text])
      block.hanging("  ", words.compose(caseAdvice(count)), theme[.text])
    }
    addForecast(count, composition, state, &block, theme)
    if let texts = count.texts { addTexts(texts, words, &block, theme) }
    for duplicate in count.duplicateLines {
      block.hanging(
        "  \(words.compose(.invalidLine(duplicate.line)))", words.compose(.sameAs(line: duplicate.first)),
        theme[.warning])
    }
    for invalid in count.invalidLines {
      block.hanging("  \(words.compose(.invalidLine(invalid.line)))", words.row(invalid.problem), theme[.warning])
    }
    if count.invalid > count.invalidLines.count {
      block.wrap(
        words.compose(.moreInvalid(count.invalid - count.invalidLines.count)), theme[.warning], indent: 2)
    }
    if count.incomplete > 0 {
      let told = count.incompleteLines.prefix(3).map { words.compose(.incompleteLine($0.line, $0.variables)) }
      let more = count.incomplete - told.count
      block.hanging(
        "! ",
        words.compose(.incomplete(count.incomplete)) + " "
          + (told + (more > 0 ? [words.compose(.moreIncomplete(more))] : [])).joined(separator: " · "), theme[.warning])
    }
    if count.suppressed > 0 {
      block.hanging(
        "! ", words.compose(.suppressed(count.suppressed, first: count.suppressedAddresses)), theme[.warning])
    }
    if let due = count.dueAt {
      block.add(Span(words.schedule(.starts("\(state.wallTime.full(due)) \(state.wallTime.zone)")), theme[.strong]))
    }
    if let hours = try? composition.hours() {
      block.hanging(
        TextWidth.fit(words.compose(.hours), to: TextWidth.of(words.compose(.labelFrom))), hours.description,
        theme[.strong])
    }
    block.hanging(words.compose(.labelFrom), composition.from, theme[.text])
    block.hanging(words.compose(.labelFile), composition.file, theme[.text])
    if !count.columns.isEmpty, count.missingColumns.isEmpty {
      block.hanging(words.compose(.labelColumns), count.columns.joined(separator: ", "), theme[.text])
    }
    guard count.missingColumns.isEmpty else { return block }
    let isKeptBack = look.view?.isKeptBack ?? count.isFirstKeptBack
    let view =
      look.view
      ?? RecipientView(
        number: 1, address: count.firstAddress, lines: count.preview, html: count.previewHTML,
        measure: count.firstMeasure)
    block.wrap(
      words.compose(.previewKeys) + (view.html == nil ? "" : " · \(words.compose(.sourceKey))")
        + (count.remarks > 0 ? " · \(words.compose(.remarksKey))" : ""), theme[.key])
    block.wrap(
      words.compose(.reads(view.address, view.number, of: count.recipients, bytes: view.bytes)), theme[.muted])
    if let measure = view.measure {
      block.wrap(
        words.compose(.textSize(measure)) + (measure.foreign.map { " · \(words.compose(.costlier($0)))" } ?? ""),
        theme[measure.fault != nil ? .bad : measure.foreign != nil ? .warning : .muted])
    }
    if look.wish != nil { block.add(Span(words.compose(.looking), theme[.info])) }
    if let wish = look.inVain {
      let isLack = if case .lacking = wish { true } else { false }
      block.add(Span(words.compose(isLack ? .nobodyLacks : .nobodyFound), theme[.warning]))
    }
    if isKeptBack { block.hanging("! ", words.compose(.keptBack), theme[.warning]) }
    if !view.lacks.isEmpty { block.hanging("! ", words.compose(.lacks(view.lacks)), theme[.warning]) }
    for line in view.lines { block.wrap(line, theme[.text], indent: 2) }
    guard let html = view.html else { return block }
    block.wrap("── \(words.mail(look.showsSource ? .htmlSource : .html)) ──", theme[.accent], indent: 2)
    if !look.showsSource { block.wrap(words.mail(.htmlAsText), theme[.muted], indent: 2) }
    for line in (look.showsSource ? html : HTMLText.text(of: html)).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    {
      block.wrap(String(line), theme[.text], indent: 2)
    }
    return block
  }

  /// How long it takes, behind whom, and what it costs.
  private static func addForecast(
    _ count: AudienceCount, _ composition: Composition, _ state: State, _ block: inout TextBlock, _ theme: Theme
  ) {
    let (words, forecast) = (state.words, count.forecast)
    var parts: [Span] = []
    if let time = forecast.time {
      parts.append(Span(words.compose(.takes(time.span, rate: Figures.rate(time.rate), time.basis)), theme[.text]))
    } else {
      parts.append(Span(words.compose(.takesUnknown), theme[.muted]))
    }
    if forecast.campaignsAhead > 0 {
      parts.append(
        Span(
          words.compose(.goFirst(campaigns: forecast.campaignsAhead, recipients: forecast.recipientsAhead)),
          theme[.warning]))
    }
    if let cost = forecast.cost {
      parts.append(
        Span(words.compose(.costs("\(Figures.decimal(cost, places: 2)) \(forecast.currency)")), theme[.text]))
    }
    block.flow(parts, separator: Span(" · ", theme[.muted]))
    if let left = forecast.quotaLeft {
      block.hanging("! ", words.compose(.quotaLeft(left)), theme[.warning])
    }
  }

  /// What the texts go out as, and those that cannot.
  private static func addTexts(
    _ texts: TextReport, _ words: any Words, _ block: inout TextBlock, _ theme: Theme
  ) {
    let forms = texts.forms.sorted { $0.key.rank < $1.key.rank }
    block.flow(
      forms.map { Span(words.compose(.textForm($0.key, $0.value)), theme[.text]) }
        + [Span(words.compose(.textParts(texts.parts)), theme[.text])], separator: Span(" · ", theme[.muted]))
    guard texts.faulty > 0 else { return }
    block.hanging("! ", words.compose(.faultyTexts(texts.faulty)), theme[.bad])
    for line in texts.lines.prefix(3) {
      block.hanging("  \(words.compose(.invalidLine(line.line)))", words.compose(.textFault(line.fault)), theme[.bad])
    }
    if texts.faulty > 3 { block.wrap(words.compose(.moreIncomplete(texts.faulty - 3)), theme[.bad], indent: 2) }
  }

  /// What to do about a column that is missing; the usual reason is a capital letter.
  private static func caseAdvice(_ count: AudienceCount) -> ComposeText {
    for missing in count.missingColumns {
      guard let meant = count.columns.first(where: { $0.lowercased() == missing.lowercased() }) else { continue }
      return .mendCase(meant: meant, written: missing)
    }
    return .mendColumn
  }
}

extension Twin {
  /// When it was launched, for a line on the screen: `2026-11-25 10:04 UTC`.
  fileprivate var moment: String { createdAt.description.prefix(16).replacing("T", with: " ") + " UTC" }
}
