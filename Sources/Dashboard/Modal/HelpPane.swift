import Canvas
import Model
import Words

/// All keys of the present pane and of everywhere, and what the header's figures mean.
enum HelpPane {
  static func box(_ state: State, _ offset: Int) -> HelpBox {
    let words = state.words
    let panes = Pane.numbered.map { words.pane($0.behavior.title) }
    func section(_ part: HelpText.Part) -> HelpBox.Section {
      let lines = HelpText.allCases.filter { $0.part == part }.map(words.help)
      let digits = part == .everywhere ? [KeyHint("1 … \(panes.count)", panes.joined(separator: ", "))] : []
      return HelpBox.Section(words.heading(.part(part)), digits + lines.map { KeyHint($0.name, $0.meaning) })
    }
    let own = HelpBox.Section(
      words.heading(.pane(words.pane(state.focus.behavior.title))),
      state.focus.behavior.keys.map { $0.worded(words) })
    return HelpBox(
      title: words.heading(.keys), sections: [own] + HelpText.Part.allCases.map(section), scroll: offset)
  }
}
