import Canvas
import Model
import Words

/// By which column a list is sorted, and which way: by itself where it is held whole, by the store where it is read page by
/// page.
struct Sorting: Equatable, Sendable {
  /// A column, counted from 0, by what is compared in it.
  enum Criterion: Equatable, Sendable {
    /// The first letters first.
    case text(Int)
    /// The largest first: that is what one looks for.
    case number(Int)

    var index: Int {
      switch self {
      case .text(let index), .number(let index): index
      }
    }
  }

  /// What a row has in a column.
  enum Value: Equatable, Sendable {
    case text(String)
    case number(Double)
    /// Nothing: the last, whichever way.
    case nothing
  }

  /// The column; `nil` for the order that the list has by itself.
  private(set) var column: Criterion?
  private var isReversed = false

  /// Whether the last comes first.
  private var isDescending: Bool {
    if case .number = column { !isReversed } else { isReversed }
  }

  /// The same for a list that the store puts in order.
  ///
  /// - Parameter columns: what can be asked for, by its column.
  func order<Asked>(_ columns: [(Criterion, Asked)]) -> RowOrder<Asked>? {
    columns.first { $0.0 == column }.map { RowOrder($0.1, isDescending: isDescending) }
  }

  /// Goes to the next of some columns, or to the one before; between the last and the first is the list's own order.
  mutating func move(_ step: Int, among columns: [Criterion]) {
    let stops: [Criterion?] = [nil] + columns
    let at = stops.firstIndex(of: column) ?? 0
    self = Sorting(column: stops[(at + step + stops.count) % stops.count])
  }

  /// Turns the order round; there is nothing to turn in the list's own.
  ///
  /// - Returns: whether it was turned.
  mutating func reverse() -> Bool {
    guard column != nil else { return false }
    isReversed.toggle()
    return true
  }

  init(column: Criterion? = nil) { self.column = column }

  /// Sorts rows; those that are alike stay in the order they have.
  func sorted<Item>(_ items: [Item], by value: (Item, Int) -> Value) -> [Item] {
    guard let column else { return items }
    let keyed = items.enumerated().map { (offset: $0, item: $1, value: value($1, column.index)) }
    return keyed.sorted { left, right in
      switch (left.value, right.value) {
      case (.number(let a), .number(let b)) where a != b: return isDescending ? a > b : a < b
      case (.text(let a), .text(let b)):
        let (low, high) = (a.lowercased(), b.lowercased())
        if low != high { return isDescending ? low > high : low < high }
      case (.nothing, .nothing), (.number, .number): break
      case (.nothing, _): return false
      case (_, .nothing): return true
      case (.number, .text), (.text, .number): break
      }
      return left.offset < right.offset
    }.map(\.item)
  }

  /// The columns, the one that is sorted by marked, and left out for want of room after all others.
  func marked(_ columns: [Column]) -> [Column] {
    guard let column, columns.indices.contains(column.index) else { return columns }
    var columns = columns
    for index in columns.indices { columns[index].priority += 1 }
    columns[column.index].title += isDescending ? "▼" : "▲"
    columns[column.index].priority = 0
    return columns
  }
}

extension State {
  /// Sorts the list the operator is in.
  mutating func sort(_ key: Key) {
    let pane = focus.behavior
    let columns = pane.sortable(self)
    guard let sorting = pane.sorting, !columns.isEmpty else { return say(.notSorted) }
    switch key {
    case .character("<"): self[keyPath: sorting].move(-1, among: columns)
    case .character(">"): self[keyPath: sorting].move(1, among: columns)
    default:
      if !self[keyPath: sorting].reverse() {
        say(.pressHere(key: self.key(.sortNext), does: words.hint(.sortNext)))
      }
    }
  }
}
