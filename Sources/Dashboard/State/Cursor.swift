/// A cursor in a short list whose rows come and go: it keeps to its row by identity and scrolls as little as needed.
struct Cursor<ID: Hashable & Sendable>: Equatable, Sendable {
  private(set) var id: ID?
  private(set) var top = 0
  private var place = 0
  private var height = 1

  /// The index of the row under the cursor.
  func index(in ids: [ID]) -> Int? {
    guard !ids.isEmpty else { return nil }
    return id.flatMap { ids.firstIndex(of: $0) } ?? min(place, ids.count - 1)
  }

  /// Follows its row to where it is now, or stays in place when the row is gone.
  mutating func fit(_ ids: [ID], height: Int) {
    self.height = max(1, height)
    let line = place - top
    guard let at = index(in: ids) else {
      top = 0
      return
    }
    place = at
    id = ids[at]
    // What came or went above a list that is scrolled does not move the row under the operator's eyes.
    if top > 0 { top = at - line }
    top = min(max(top, at - self.height + 1), at)
    top = max(0, min(top, ids.count - self.height))
  }

  mutating func move(_ delta: Int, in ids: [ID]) { put((index(in: ids) ?? 0) + delta, in: ids) }

  mutating func put(_ target: Int, in ids: [ID]) {
    guard !ids.isEmpty else { return }
    place = min(max(0, target), ids.count - 1)
    id = ids[place]
    fit(ids, height: height)
  }

  mutating func put(on id: ID, in ids: [ID]) {
    if let index = ids.firstIndex(of: id) { put(index, in: ids) }
  }

  /// Goes to a row, counted from the first that is seen.
  ///
  /// - Returns: whether it was there already; `nil` when there is no such row.
  mutating func point(at row: Int, in ids: [ID]) -> Bool? {
    guard row >= 0, row < height, top + row < ids.count else { return nil }
    let wasThere = index(in: ids) == top + row
    put(top + row, in: ids)
    return wasThere
  }

  /// A page: one row less than the screen shows, so that the eye keeps its place.
  var page: Int { max(1, height - 1) }
}
