import Canvas
import Words

extension Dialog {
  /// Draws the question in the reader's language.
  func draw(on canvas: inout Canvas, in rect: Rect, words: any Words, theme: Theme) {
    draw(on: &canvas, in: rect, labels: Self.labels(words), theme: theme)
  }

  /// The key of the answer that stands at a point.
  func answer(at point: Point, in rect: Rect, words: any Words) -> Key? {
    answer(at: point, in: rect, labels: Self.labels(words)).flatMap(Key.init(printed:))
  }

  private static func labels(_ words: any Words) -> Labels {
    Labels(
      close: words.hint(.close), yes: words.hint(.yes), no: words.hint(.no), back: words.hint(.back),
      whenTyped: words.hint(.doItWhenTyped), type: { words.term(.type($0)) })
  }
}
