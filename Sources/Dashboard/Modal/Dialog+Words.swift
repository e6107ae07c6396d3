import Canvas
import Words

extension Dialog {
  /// Draws the question in the reader's language.
  func draw(on canvas: inout Canvas, in rect: Rect, words: any Words, theme: Theme) {
    draw(
      on: &canvas, in: rect,
      labels: Labels(
        close: words.hint(.close), yes: words.hint(.yes), no: words.hint(.no), back: words.hint(.back),
        whenTyped: words.hint(.doItWhenTyped), type: { words.term(.type($0)) }), theme: theme)
  }
}
