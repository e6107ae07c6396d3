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
      let lines = HelpText.allCases.filter { $0.part == part && !(state.isReadOnly && $0.changesSomething) }
        .map(words.help)
      let digits = part == .everywhere ? panes : []
      return HelpBox.Section(words.heading(.part(part)), digits + lines.map { KeyHint($0.name, $0.meaning) })
    }
    let own = HelpBox.Section(
      words.heading(.pane(words.pane(state.focus.behavior.title))),
      state.offered(state.focus.behavior.keys).map { $0.worded(words) })
    return HelpBox(
      title: words.heading(.keys), sections: [own] + HelpText.Part.allCases.map(section), scroll: offset)
  }
}
