/// Describes a column of a table.
public struct Column: Hashable, Sendable {
  /// Says how many columns of the terminal it takes up.
  public enum Width: Hashable, Sendable {
    /// Takes up exactly so many.
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
  public var title: String
  /// Says how wide it is.
  public var width: Width
  /// Says on which side its texts stand.
  public var alignment: Alignment
  /// Says when it is left out for want of room: the highest number first, 0 never.
  public var priority: Int

  /// Makes a column.
  public init(_ title: String, _ width: Width, _ alignment: Alignment = .left, priority: Int = 0) {
    self.title = title
    self.width = width
    self.alignment = alignment
    self.priority = priority
  }
}
