/// Describes a column of a table.
package struct Column: Hashable, Sendable {
  /// Says how many columns of the terminal it takes up.
  package enum Width: Hashable, Sendable {
    /// Takes up so many, and more only for its title.
    case fixed(Int)
    /// Takes up at least `minimum`, and shares what is left over with the other flexible ones by weight.
    case flexible(minimum: Int, weight: Int = 1)

    var minimum: Int {
      switch self {
      case .fixed(let width): width
      case .flexible(let minimum, _): minimum
      }
    }
  }

  /// Names the column at its head.
  package var title: String
  /// Says how wide it is.
  package var width: Width
  /// Says on which side its texts stand.
  package var alignment: Alignment
  /// Says when it is left out for want of room: the highest number first, 0 never.
  package var priority: Int

  /// Columns that it takes up at least: its title is never cut, in whatever language it is.
  var minimum: Int { max(width.minimum, TextWidth.of(title)) }

  /// Makes a column.
  package init(_ title: String, _ width: Width, _ alignment: Alignment = .left, priority: Int = 0) {
    self.title = title
    self.width = width
    self.alignment = alignment
    self.priority = priority
  }
}
