import Canvas
import Model
import Words

/// All keys of the present pane and of everywhere, and what the header's figures mean.
enum HelpPane {
  static func box(_ state: State, _ offset: Int) -> HelpBox {
    let words = state.words
    // Four on a line: more would be cut on a small screen.
    let panes = stride(from: 0, to: Pane.numbered.count, by: 4).map { start in
      let row = Pane.numbered[start..<min(start + 4, Pane.numbered.count)]
      return KeyHint(
        "\(start + 1) … \(start + row.count)", row.map { words.pane($0.behavior.title) }.joined(separator: ", "))
    }
    func section(_ part: HelpText.Part) -> HelpBox.Section {
      let lines = HelpText.allCases.filter { $0.part == part }.map(words.help)
      return HelpBox.Section(words.heading(.part(part)), lines.map { KeyHint($0.name, $0.meaning) })
    }
    func line(_ keys: PaneKey, _ meaning: (Hint) -> String) -> KeyHint {
      KeyHint([state.keyMap.label(keys), keys.also].filter { !$0.isEmpty }.joined(separator: " "), meaning(keys.hint))
    }
    let own = HelpBox.Section(
      words.heading(.pane(words.pane(state.focus.behavior.title))),
      state.offered(state.focus.behavior.keys).map { line($0, words.hint) })
    let everywhere = HelpBox.Section(
      words.heading(.everywhere), panes + state.offered(PaneKey.everywhere).map { line($0, words.meaning) })
    return HelpBox(
      title: words.heading(.keys), sections: [own, everywhere] + HelpText.Part.allCases.map(section), scroll: offset)
  }
}
