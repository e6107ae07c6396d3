import Canvas
import Model
import Words

/// Editing a quarantined document and storing it: three steps, of which only the last, typed one changes anything.
extension State {
  /// Hands the document to the operator's editor; what they made of it before and is not stored yet comes back.
  mutating func editDocument() -> [Effect] {
    guard case .letter = panes.document.opened else {
      guard let entry = panes.document.entry, entry.isText else {
        notices.say(words.work(.cannotBeEdited))
        return []
      }
      return [.edit(entry.id, panes.document.draft(of: entry.id) ?? entry.body)]
    }
    notices.say(words.work(.lettersAreNotEdited))
    return []
  }

  /// Has what the editor left read, when it is another text.
  mutating func receive(edited text: String?, of id: Int64) -> [Effect] {
    guard let entry = panes.document.entry, entry.id == id else { return [] }
    guard let text else {
      notices.say(words.work(.editorFailed))
      return []
    }
    panes.document.keep(text == entry.body ? nil : text, of: id)
    guard text != entry.body else {
      notices.say(words.work(.notChanged))
      return []
    }
    return [.count(.correction(id, text))]
  }

  /// Asks whether to store it, with what was changed; or says why it still cannot be read.
  mutating func confirmCorrection(of id: Int64, _ text: String, events: Int, problem: String?) {
    guard let entry = panes.document.entry, entry.id == id, modal == nil else { return }
    if let problem {
      notices.say(words.work(.stillNotUnderstood(words.intake(problem))))
      return
    }
    let change = LineChange(from: entry.body, to: text)
    ask(
      Confirmation(
        title: words.work(.storeEdited(String(id))),
        lines: Self.shown(change) + [words.work(.storedAs(events)), words.question(.nothingIsSent)],
        verb: words.work(.storeVerb), count: events,
        order: .command(.correct(id, to: text, change: change.line(), events: events)), isTyped: true))
  }

  /// The lines that are gone and those that are new; the first of them, where there are many.
  private static func shown(_ change: LineChange) -> [String] {
    func part(_ lines: [String], _ sign: String) -> [String] {
      let shown = lines.prefix(4).map { "\(sign) \($0.count > 300 ? $0.prefix(300) + "…" : $0[...])" }
      return shown + (lines.count > 4 ? ["\(sign) … \(Figures.count(lines.count - 4))"] : [])
    }
    return part(change.removed, "-") + part(change.added, "+")
  }
}
