import Canvas
import Model
import Words

/// Looking at what recipients would get, before the launch.
extension ComposeForm {
  /// A line that is typed over the question.
  struct Asking: Equatable, Sendable {
    enum Purpose: Equatable, Sendable {
      /// A part of an address or of a value.
      case find
      /// An address for a test.
      case test
    }

    var purpose: Purpose
    var editor: LineEditor
  }

  /// What is looked at.
  struct Look: Equatable, Sendable {
    /// What was found last; `nil` for the first recipient, who comes with the count.
    var view: RecipientView?
    /// What is looked for at this moment.
    var wish: RecipientWish?
    var asking: Asking?
    /// Whether nobody was found.
    var isInVain = false
  }
}

extension State {
  /// The keys that look at other recipients; `nil` for any other.
  mutating func look(_ key: Key, _ form: inout ComposeForm, of count: AudienceCount) -> [Effect]? {
    if let asking = form.look.asking { return ask(key, asking, &form) }
    let number = form.look.view?.number ?? 1
    switch key.withoutHangul {
    case .right: return look(for: .number(number < count.recipients ? number + 1 : 1), &form)
    case .left: return look(for: .number(number > 1 ? number - 1 : count.recipients), &form)
    case .character("l"): return look(for: .longest, &form)
    case .character("m"): return look(for: .lacking(after: number), &form)
    case .character("/"): form.look.asking = ComposeForm.Asking(purpose: .find, editor: LineEditor())
    case .character("t"):
      form.look.asking = ComposeForm.Asking(
        purpose: .test, editor: LineEditor(snapshot?.typedLast[Self.testMemory] ?? ""))
    default: return nil
    }
    return []
  }

  private static let testMemory = "test"

  private func look(for wish: RecipientWish, _ form: inout ComposeForm) -> [Effect] {
    form.look.wish = wish
    return [.count(.recipient(form.composition, wish))]
  }

  private mutating func ask(_ key: Key, _ asking: ComposeForm.Asking, _ form: inout ComposeForm) -> [Effect] {
    var asking = asking
    switch key {
    case .escape: form.look.asking = nil
    case .enter:
      let text = asking.editor.text.withoutBlanksAround
      guard !text.isEmpty else { break }
      form.look.asking = nil
      let number = form.look.view?.number ?? 1
      switch asking.purpose {
      case .find: return look(for: .containing(text, after: number), &form)
      case .test:
        return [.remember([Self.testMemory: text])]
          + run(.command(.sendTest(form.composition, recipient: number, to: text)))
      }
    default:
      _ = asking.editor.handle(key)
      form.look.asking = asking
    }
    return []
  }

  /// Shows the recipient that was looked for, unless another is looked for meanwhile.
  mutating func receive(_ composition: Composition, _ wish: RecipientWish, _ view: RecipientView?) {
    guard case .compose(var form) = modal, form.composition == composition, form.look.wish == wish else { return }
    form.look.wish = nil
    form.look.isInVain = view == nil
    if let view { form.look.view = view }
    modal = .compose(form)
  }
}
