import Model

/// Where a window on a long list lies in it: how many rows come before and behind, as far as that follows from the way the
/// window was come to. Nobody counts rows for it.
struct WindowPlace: Equatable, Sendable {
  /// `nil` where it is not known.
  private(set) var before: Int?
  private(set) var behind: Int?

  /// Takes a window in that begins at a row of the one before.
  ///
  /// - Parameters:
  ///   - index: that row's place in the window before; `nil` when it was not there.
  ///   - former: rows of the window before.
  ///   - rows: rows of the new one.
  mutating func start(at index: Int?, of former: Int, rows: Int) {
    before = index.flatMap { index in before.map { $0 + index } }
    behind = index.flatMap { index in behind.map { max(0, $0 + former - index - rows) } }
  }

  /// Takes a window in that ends just before a row of the one before.
  mutating func end(before index: Int?, of former: Int, rows: Int) {
    before = index.flatMap { index in before.map { max(0, $0 + index - rows) } }
    behind = index.flatMap { index in behind.map { $0 + former - index } }
  }

  /// Takes a window in of which the store says where it lies.
  mutating func set(_ place: PagePlace) { (before, behind) = (place.earlier, place.later) }

  /// Forgets what was known, but for an end that the window reaches.
  mutating func settle(hasEarlier: Bool, hasLater: Bool) {
    if !hasEarlier { before = 0 }
    if !hasLater { behind = 0 }
  }

  mutating func forget() { (before, behind) = (nil, nil) }

  /// The place of a row of the window among all, from 1 on, and how many there are; `nil` when that is not known.
  ///
  /// - Parameter total: all rows, where a counter knows them.
  func position(of index: Int, rows: Int, total: Int?) -> (place: Int, total: Int)? {
    guard let all = total ?? before.flatMap({ before in behind.map { before + rows + $0 } }) else { return nil }
    if let before { return (before + index + 1, all) }
    return behind.map { (max(1, all - $0 - (rows - 1 - index)), all) }
  }
}
