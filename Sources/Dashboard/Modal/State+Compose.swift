import Canvas
import Model
import Words

extension State {
  /// Opens the form with what was typed into it before.
  mutating func openForm() {
    guard quittingSince == nil else {
      say(.finishing)
      return
    }
    var form = draft ?? ComposeForm(language)
    if case .review = form.stage { form.edit() }
    draft = nil
    modal = .compose(form)
  }

  /// The keys of the form. Leaving it keeps what was typed.
  mutating func press(_ key: Key, in form: ComposeForm) -> [Effect] {
    var form = form
    switch form.stage {
    case .editing:
      switch form.handle(key) {
      case .cancelled:
        close(form)
        return []
      case .pressed(.count):
        guard form.check() else { break }
        form.stage = .counting(since: now)
        modal = .compose(form)
        return [.count(.audience(form.composition))]
      case .ignored: say(.formKeys)
      case .handled, .changed, .pressed: break
      }
    case .counting:
      if key == .escape { form.edit() } else { say(.countingRecipients) }
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
      case .confirmed:
        form.edit()
        close(form)
        say(nil)
        goToLaunched(form.composition.name)
        return run(confirmation.order)
      case .cancelled: form.edit()
      case .pending:
        form.stage = .review(count, confirmation, offset: offset)
        say(confirmation.reply(to: key))
      }
    }
    modal = .compose(form)
    return []
  }

  /// Goes to the field at a point; a button is pressed.
  mutating func click(_ point: Point, _ form: ComposeForm, in body: Rect) -> [Effect] {
    guard let field = ComposePane.field(at: point, form, words, in: body) else { return [] }
    var form = form
    form.form.focus(on: field)
    if field == .count { return press(.enter, in: form) }
    modal = .compose(form)
    return []
  }

  /// Turns to the campaigns, where the new one is to appear.
  private mutating func goToLaunched(_ name: String) {
    go(to: .campaigns)
    panes.campaigns.filter = ""
    panes.campaigns.launched = CampaignList.Launched(name: name, after: snapshot?.campaigns.map(\.id).max())
  }

  private mutating func close(_ form: ComposeForm) {
    modal = nil
    draft = form == ComposeForm(language) ? nil : form
    if draft != nil { say(.draftKept(new: key(.new))) }
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
