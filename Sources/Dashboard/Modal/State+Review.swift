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
      /// A file for those there is something to say of.
      case remarks
    }

    var purpose: Purpose
    var editor: LineEditor
    /// Whether what was typed is being acted on: it stays to be mended when it is refused.
    var isSent = false
  }

  /// What is looked at.
  struct Look: Equatable, Sendable {
    /// What was found last; `nil` for the first recipient, who comes with the count.
    var view: RecipientView?
    /// What is looked for at this moment.
    var wish: RecipientWish?
    var asking: Asking?
    /// What nobody was found for.
    var inVain: RecipientWish?
    /// Whether the HTML body is shown as it is written.
    var showsSource = false
  }
}

extension State {
  /// The keys that look at other recipients; `nil` for any other.
  mutating func look(_ key: Key, _ form: inout ComposeForm, of count: AudienceCount) -> [Effect]? {
    if let asking = form.look.asking { return ask(key, asking, &form) }
    let number = form.look.view?.number ?? 1
    form.look.inVain = nil
    switch key.withoutHangul {
    case .character("v"):
      // No letter for this line may stand in the answer below it.
      guard (form.look.view?.html ?? count.previewHTML) != nil else {
        notices.say(words.compose(.noHTML))
        return []
      }
      form.look.showsSource.toggle()
    case .right: return look(for: .number(number < count.recipients ? number + 1 : 1), &form)
    case .left: return look(for: .number(number > 1 ? number - 1 : count.recipients), &form)
    case .character("l"): return look(for: .longest, &form)
    case .character("m"): return look(for: .lacking(after: number), &form)
    case .character("/"): form.look.asking = ComposeForm.Asking(purpose: .find, editor: LineEditor())
    case .character("t"):
      form.look.asking = ComposeForm.Asking(
        purpose: .test, editor: LineEditor(snapshot?.typedLast[Self.testMemory] ?? ""))
    case .character("e"):
      guard count.remarks > 0 else {
        notices.say(words.compose(.noRemarks))
        return []
      }
      let name = "\(fileName(nil, [form.composition.name], "remarks"))-\(wallTime.stamp(now)).csv"
      form.look.asking = ComposeForm.Asking(purpose: .remarks, editor: LineEditor(name))
    default: return nil
    }
    return []
  }

  static let testMemory = "test"

  private func look(for wish: RecipientWish, _ form: inout ComposeForm) -> [Effect] {
    form.look.wish = wish
    return [.count(.recipient(form.composition, wish))]
  }

  private mutating func ask(_ key: Key, _ asking: ComposeForm.Asking, _ form: inout ComposeForm) -> [Effect] {
    var asking = asking
    switch key {
    case .escape: form.look.asking = nil
    case _ where asking.isSent: say(.countingRecipients)
    case .enter:
      let text = asking.editor.text.withoutBlanksAround
      guard !text.isEmpty else { break }
      form.look.asking = nil
      let number = form.look.view?.number ?? 1
      switch asking.purpose {
      case .find: return look(for: .containing(text, after: number), &form)
      case .test:
        _ = notices.dismiss()
        let effects = run(.command(.sendTest(form.composition, recipient: number, to: text)))
        asking.isSent = !effects.isEmpty
        form.look.asking = asking
        return effects
      case .remarks: return run(.command(.export(ExportOrder(.remarks(form.composition), to: text))))
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
    form.look.inVain = view == nil ? wish : nil
    if let view { form.look.view = view }
    modal = .compose(form)
  }

  /// Leaves the line for a test, or has what was refused mended; a line that is typed since is another.
  mutating func endTest(to address: String, _ problem: Problem?) {
    guard case .compose(var form) = modal, var asking = form.look.asking, asking.purpose == .test, asking.isSent,
      asking.editor.text.withoutBlanksAround == address
    else { return }
    asking.isSent = false
    form.look.asking = problem == nil ? nil : asking
    modal = .compose(form)
  }
}
