import Canvas
import Model
import Words

extension State {
  /// Opens an empty form, for a draft of its own.
  mutating func openForm() {
    let id = Draft.ID(rawValue: "\(startedAt.milliseconds)-\(panes.campaigns.begun)")
    panes.campaigns.begun += 1
    open(ComposeForm(id, formSetting))
  }

  /// Goes on with a draft where it was left.
  mutating func openForm(_ draft: Draft) { open(ComposeForm(draft.id, formSetting, entries: draft.entries)) }

  private mutating func open(_ form: ComposeForm) {
    guard quittingSince == nil else {
      say(.finishing)
      return
    }
    var form = form
    form.today = wallTime.date(now)
    modal = .compose(form)
  }

  private var formSetting: ComposeForm.Setting {
    ComposeForm.Setting(
      language: language, audiences: audiences, typedLast: snapshot?.typedLast ?? [:], batchSizes: batchSizes)
  }

  /// The keys of the form. What is typed is kept with each of them.
  mutating func press(_ key: Key, in form: ComposeForm) -> [Effect] {
    var form = form
    form.today = wallTime.date(now)
    if case .review(let count, .some(var confirmation), let offset) = form.stage,
      let looked = look(key, &form, of: count)
    {
      if form.look.asking != nil {
        // What was typed for the launch is typed anew: no key meant for this line may complete it.
        _ = confirmation.dialog.handle(.control("u"))
        form.stage = .review(count, confirmation, offset: offset)
      }
      modal = .compose(form)
      return looked
    }
    var effects: [Effect] = []
    switch form.stage {
    case .editing where key == .function(4) && form.focus.body != nil:
      if let body = form.focus.body { effects.append(.write(body, form.draft(at: now))) }
    case .editing where key == .right && form.pathBeforeCursor != nil:
      if let path = form.pathBeforeCursor { effects.append(.complete(path)) }
    case .editing:
      // From any field: there are more of them than one likes to walk through.
      switch key == .function(3) ? .pressed(.count) : form.handle(key) {
      case .cancelled: return close(form)
      case .pressed(.count):
        guard form.check() else { break }
        form.stage = .counting(since: now)
        // What was said before is in the log, and would stand where the answer is to be typed.
        _ = notices.dismiss()
        effects.append(.count(.audience(form.composition)))
      case .changed: effects.append(keep(form))
      case .ignored: say(.formKeys)
      case .handled, .pressed: break
      }
    case .counting:
      if key == .escape {
        form.edit()
        effects.append(.stopCounting)
      } else {
        say(.countingRecipients)
      }
    case .review(let count, nil, let offset):
      if let lines = Self.scrolling(key) {
        form.stage = .review(count, nil, offset: max(0, offset + lines))
      } else if [.escape, .enter, .control("g")].contains(key) {
        form.edit()
      } else {
        say(.notLaunchable)
      }
    case .review(let count, .some(var confirmation), let offset):
      if let lines = Self.scrolling(key) {
        form.stage = .review(count, confirmation, offset: max(0, offset + lines))
        break
      }
      switch confirmation.dialog.handle(key.withoutHangul) {
      case .confirmed: return launch(form, confirmation.order)
      case .cancelled: form.edit()
      case .pending:
        form.stage = .review(count, confirmation, offset: offset)
        say(confirmation.reply(to: key))
      }
    }
    modal = .compose(form)
    return effects
  }

  /// Takes what was written for a body.
  mutating func receive(written text: String?, for body: ComposeBody) -> [Effect] {
    guard case .compose(var form) = modal else { return [] }
    guard let text else {
      notices.say(words.work(.editorFailed))
      return []
    }
    form.take(text, for: body)
    modal = .compose(form)
    return [keep(form)]
  }

  /// Takes note of whether what is typed can be kept; `nil` when it can again.
  mutating func receive(draftNotKept problem: Problem?) {
    panes.campaigns.isDraftUnkept = problem != nil
    guard let problem else { return notices.note(.information, .draftKeptAgain, at: now) }
    notices.note(.error, .draftNotKept(problem), at: now)
  }

  /// Takes the rest of a path, unless something else was typed meanwhile.
  mutating func receive(_ path: PathCompletion) -> [Effect] {
    guard case .compose(var form) = modal else { return [] }
    form.complete(path)
    modal = .compose(form)
    return [keep(form)]
  }

  /// Goes to the field at a point; a button is pressed.
  mutating func click(_ point: Point, _ form: ComposeForm, in body: Rect) -> [Effect] {
    guard let field = ComposePane.field(at: point, form, words, in: body) else { return [] }
    var form = form
    form.focus(on: field)
    if field == .count { return press(.enter, in: form) }
    modal = .compose(form)
    return []
  }

  private mutating func launch(_ form: ComposeForm, _ order: Order) -> [Effect] {
    modal = nil
    panes.campaigns.launching.append(CampaignList.Launching(composition: form.composition, draft: form.id))
    goToLaunched(form.composition.name)
    return [keep(form), .remember(form.memory)] + run(order)
  }

  /// Turns to the campaigns, where the new one is to appear.
  private mutating func goToLaunched(_ name: String) {
    go(to: .campaigns)
    panes.campaigns.filter = ""
    panes.campaigns.launched = CampaignList.Launched(name: name, after: snapshot?.campaigns.map(\.id).max())
  }

  private mutating func keep(_ form: ComposeForm) -> Effect {
    let draft = form.draft(at: now)
    panes.campaigns.own[draft.id] = .kept(draft)
    return .keep(draft)
  }

  /// Leaves the form: what was typed is a draft among the campaigns.
  private mutating func close(_ form: ComposeForm) -> [Effect] {
    modal = nil
    guard !form.isBlank else { return dropDraft(form.id) }
    if focus == .campaigns { panes.campaigns.cursor.put(on: .draft(form.id), in: campaignListIDs) }
    say(.draftKept)
    return []
  }

  /// Letters are for the answer, so only these scroll.
  private static func scrolling(_ key: Key) -> Int? {
    switch key {
    case .up, .mouse(.scrollUp, _): -1
    case .down, .mouse(.scrollDown, _): 1
    case .pageUp: -5
    case .pageDown: 5
    default: nil
    }
  }
}
