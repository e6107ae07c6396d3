import Canvas
import Model
import Words

/// All keys of the present pane and of everywhere, and what the header's figures mean.
enum HelpPane {
  static func box(_ state: State, _ offset: Int) -> HelpBox {
    let words = state.words
    let panes = Pane.numbered.map { words.pane($0.behavior.title) }
    func section(_ section: HelpText.Section, _ own: [KeyHint] = []) -> HelpBox.Section {
      let lines = section.lines(panes: panes).map(words.help)
      return HelpBox.Section(words.heading(section), own + lines.map { KeyHint($0.name, $0.meaning) })
    }
    return HelpBox(
      title: words.heading(.keys),
      sections: [
        section(.pane(words.pane(state.focus.behavior.title)), state.focus.behavior.keys.map { $0.worded(words) }),
        section(.everywhere), section(.header), section(.columns), section(.signs),
      ], scroll: offset)
  }
}
