/// Makes calls side by side, so many at a time, in their order.
package enum CallLanes {
  /// Makes the calls.
  ///
  /// - Parameter isLast: whether a result says that no further call would be taken: those that have not begun are not made.
  /// - Returns: a result for each call; `nil` for one that was not made.
  package static func run<Call: Sendable, Result: Sendable>(
    _ calls: [Call], atOnce lanes: Int, _ call: @escaping @Sendable (Call) async -> Result,
    until isLast: (Result) -> Bool
  ) async -> [Result?] {
    var results = [Result?](repeating: nil, count: calls.count)
    if calls.count == 1 {
      results[0] = await call(calls[0])
      return results
    }
    var (next, isOver) = (0, false)
    await withTaskGroup(of: (Int, Result).self) { group in
      func begin() {
        guard !isOver, next < calls.count else { return }
        let (index, item) = (next, calls[next])
        next += 1
        group.addTask { (index, await call(item)) }
      }
      for _ in 0..<lanes { begin() }
      while let (index, result) = await group.next() {
        results[index] = result
        isOver = isOver || isLast(result)
        begin()
      }
    }
    return results
  }
}
