import Canvas
import Model
import Words

extension State {
  /// Does what a key means where the operator is.
  mutating func press(_ key: Key) -> [Effect] {
    switch key {
    case .resize(let size):
      self.size = size
      return []
    case .focusGained, .focusLost: return []
    default: break
    }
    let isTold = notices.hint != nil
    say(nil)
    // Also over what takes all letters; and not a letter, which a keyboard that is switched to Hangul has not.
    if key == .function(2) {
      turnLanguage()
      return []
    }
    if case .mouse(let action, let point) = key { return use(action, at: point, isTold: isTold) }
    if modal != nil { return pressInModal(key) }
    let meant = keyMap.meaning(of: key.withoutHangul, in: focus)
    if hold(key, meaning: meant) { return [] }
    if let effects = typeIntoEmptyFind(key, meant) { return effects }
    guard let meant else {
      sayWhatWouldWork(key)
      return []
    }
    return obey(meant)
  }

  /// Does what a key means where the operator is, whichever key was pressed for it.
  mutating func obey(_ key: Key) -> [Effect] {
    if isRefused(key) {
      say(.readOnly)
      return []
    }
    if key == .escape, !notices.isStanding { _ = notices.dismiss() }
    if let effects = focus.behavior.press(key, &self) ?? pressAnywhere(key) { return effects }
    sayWhatWouldWork(key)
    return []
  }

  /// Begins an address with what is typed where none was: nothing else is there to be done. The panes' digits stay.
  private mutating func typeIntoEmptyFind(_ key: Key, _ meant: Key?) -> [Effect]? {
    guard focus == .find, panes.find.text.isEmpty, case .character(let character) = key,
      character.isLetter || ![.character("?"), .character("/"), .character(":"), .character(" ")].contains(meant),
      Pane.numbered(by: character) == nil
    else { return nil }
    modal = .prompt(Prompt(.find, text: ""))
    return pressInModal(key)
  }

  /// Handles the keys that mean the same in every pane.
  private mutating func pressAnywhere(_ key: Key) -> [Effect]? {
    switch key {
    case .character("?"), .function(1): modal = .help(offset: 0)
    case .character(":"): openPalette()
    case .character("z"): isZoomed.toggle()
    case .character("<"), .character(">"), .character("I"): sort(key)
    case .character("q"), .control("c"): return quit()
    case .tab: go(to: neighbour(1))
    case .backTab: go(to: neighbour(-1))
    case .escape: back()
    case .control("l"): reload()
    case .function(5): reload()
    case .character("L"): turnLanguage()
    case .character("n"): openForm()
    case .character("f"):
      go(to: .find)
      modal = .prompt(Prompt(.find, text: panes.find.text))
    case .character("p"): return pause()
    case .character("r"): return resume()
    case .character("x"): return cancel()
    case .character("R"): return countResendable()
    case .character("e"): askForExport()
    case .character("a"): if focus != .course { drill(to: .course) }
    case .character("B"): openBatches()
    case .character("N"): return askToSuppress()
    case .character("X"): if focus != .suppressions { drill(to: .suppressions) }
    case .character("U"): showUncertain()
    case .character("w"): showWork()
    case .character("W"): return listLeftAlone()
    case .character("y"): return copyHere()
    case .character("o"): return openLink()
    case .character(let digit):
      guard let pane = Pane.numbered(by: digit) else { return nil }
      go(to: pane)
    default: return nil
    }
    return []
  }

  /// The pane with a digit that the operator is in, or under.
  var home: Pane { focus.behavior.home(self) ?? focus }

  private func neighbour(_ step: Int) -> Pane {
    let panes = Pane.numbered
    let index = panes.firstIndex(of: home) ?? 0
    return panes[(index + step + panes.count) % panes.count]
  }

  /// Turns to a pane; Esc does not lead back from there.
  mutating func go(to pane: Pane) {
    trail = []
    focus = pane
  }

  /// Turns to a pane from which Esc leads back here.
  mutating func drill(to pane: Pane, from list: LeftAloneList? = nil) {
    trail.append(
      Place(
        pane: focus, messages: panes.messages.scope, timeline: panes.timeline.opened, found: panes.find,
        leftAlone: list))
    if trail.count > 32 { trail.removeFirst() }
    focus = pane
  }

  /// Takes the topmost thing away: a notice, a filter, or the pane itself.
  private mutating func back() {
    if notices.dismiss() { return }
    if let place = trail.popLast() {
      focus = place.pane
      panes.messages.show(place.messages)
      panes.timeline.opened = place.timeline
      panes.find.goBack(to: place.found)
      if let list = place.leftAlone {
        panes.messages.marks = list.marks
        modal = .leftAlone(list)
      }
    } else if focus != .campaigns {
      focus = .campaigns
      followChosenCampaign()
    } else {
      say(.firstPane(quit: self.key(.quit)))
    }
  }

  /// Says softly that a key does nothing here, and what does.
  private mutating func sayWhatWouldWork(_ key: Key) {
    let keys = offered(focus.behavior.keys(self)).prefix(3).map { "\(keyMap.label($0)) \(words.hint($0.hint))" }
    say(.doesNothing(key: key.label(words), hints: keys.joined(separator: " · "), help: self.key(.help)))
  }

  /// Fits the panes that are seen to the screen and keeps cursors on it. Those that are not are fitted when they are shown:
  /// fitting may lay out a text anew, and this is done for every key.
  mutating func fit() {
    let layout = Layout(self)
    for pane in Pane.allCases {
      let rect = layout.rect(pane)
      if !rect.isEmpty { pane.behavior.fit(&self, rect) }
    }
  }

  /// Shows the messages and failures of the campaign under the cursor, as long as the operator is choosing one.
  mutating func followChosenCampaign() {
    guard focus == .campaigns || focus == .batches, let id = chosenCampaign?.id else { return }
    if panes.messages.scope.campaign != id {
      panes.messages.show(MessageList.Scope(campaign: id))
      panes.batches.offset = 0
    }
    panes.failures.show(FailuresState.Scope(campaign: id))
  }
}

extension Key {
  /// How texts name the key.
  func label(_ words: any Words) -> String {
    switch self {
    case .character(" "): words.notice(.space)
    case .character(let character): String(character)
    case .alt(let character): "Alt-\(character)"
    case .control(let character): "Ctrl-\(character.uppercased())"
    case .enter: "Enter"
    case .escape: "Esc"
    case .tab: "Tab"
    case .backTab: "Shift-Tab"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .insert: "Insert"
    case .up: "↑"
    case .down: "↓"
    case .left: "←"
    case .right: "→"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PgUp"
    case .pageDown: "PgDn"
    case .function(let number): "F\(number)"
    case .paste: words.notice(.aPaste)
    case .mouse, .focusGained, .focusLost, .resize: words.notice(.aKey)
    }
  }
}
