import Canvas
import Model
import Words

/// The keys while something lies over the panes.
extension State {
  mutating func pressInModal(_ key: Key) -> [Effect] {
    switch modal {
    case .confirm(let confirmation): return press(key, in: confirmation)
    case .choose(let choice): press(key.withoutHangul, in: choice)
    case .pick(let pick): return press(key.withoutHangul, in: pick)
    case .link: modal = nil
    case .leftAlone(let list): press(key.withoutHangul, in: list)
    case .counting(_, _, let question):
      if [.escape, .enter].contains(key) { modal = question.map(Modal.pick) } else { say(.counting) }
    case .lookingUp: if [.escape, .enter].contains(key) { modal = nil } else { say(.counting) }
    case .prompt(let prompt) where prompt.isAnswer: return press(key, inAnswer: prompt)
    case .prompt(let prompt): press(key, in: prompt)
    case .help(let offset): press(keyMap.meaning(of: key.withoutHangul, in: focus) ?? key, inHelp: offset)
    case .palette(let palette): return press(key, in: palette)
    case .work(let command): return press(key.withoutHangul, on: command)
    case .compose(let form): return press(key, in: form)
    case nil: break
    }
    return []
  }

  private mutating func press(_ key: Key, in confirmation: Confirmation) -> [Effect] {
    var confirmation = confirmation
    switch confirmation.dialog.handle(key.withoutHangul) {
    case .confirmed:
      modal = nil
      return run(confirmation.order)
    case .cancelled:
      modal = nil
      say(.leftAsItWas)
    case .pending:
      modal = .confirm(confirmation)
      say(confirmation.reply(to: key))
    }
    return []
  }

  private mutating func press(_ key: Key, in choice: Choice) {
    if key == .escape {
      modal = nil
    } else if case .character(let character) = key, let option = choice.options.first(where: { $0.key == character }) {
      modal = nil
      ask(option.confirmation)
    } else {
      say(.choices(keys: choice.options.map { String($0.key) }, leave: choice.leave))
    }
  }

  private mutating func press(_ key: Key, inHelp offset: Int) {
    if let motion = Motion(key) {
      var box = HelpPane.box(self, offset)
      box.scroll(by: motion.lines(page: size.height - 2), width: size.width)
      modal = .help(offset: box.scroll)
    } else if [.escape, .enter, .character("?"), .character("q"), .function(1)].contains(key) {
      modal = nil
    } else if key == .character(":") {
      openPalette()
    } else {
      say(.helpKeys)
    }
  }

  private mutating func press(_ key: Key, in prompt: Prompt) {
    var prompt = prompt
    switch key {
    case .enter, .tab, .down, .up: modal = nil
    case .escape:
      modal = nil
      apply(prompt.before, prompt.purpose)
    case .control("c"): say(.promptKeys)
    default:
      prompt.edit(key)
      modal = .prompt(prompt)
      apply(prompt.editor.text, prompt.purpose)
    }
  }

  /// A name that is typed and taken with Enter.
  private mutating func press(_ key: Key, inAnswer prompt: Prompt) -> [Effect] {
    var prompt = prompt
    switch key {
    case .escape: modal = nil
    case _ where prompt.isSent: say(.counting)
    case .enter: return answer(prompt)
    case .control("c"): say(.promptKeys)
    default:
      prompt.edit(key)
      modal = .prompt(prompt)
    }
    return []
  }

  private mutating func apply(_ text: String, _ purpose: Prompt.Purpose) {
    switch purpose {
    case .campaignName:
      panes.campaigns.filter = text
      followChosenCampaign()
    case .history: panes.history.show(containing: text)
    case .batches: panes.batchList.narrow(to: text, words)
    case .find: panes.find.show(text)
    // Taken with Enter, and not before.
    case .export, .redriveRate, .startTime, .suppress, .accountAddress: break
    case .suppressions: panes.suppressions.show(containing: text)
    case .messages:
      var scope = panes.messages.scope
      scope.prefix = text
      panes.messages.show(scope)
    }
  }
}
