/// Where a page of rows starts (keyset pagination).
package enum PageAnchor<ID: Equatable & Sendable>: Equatable, Sendable {
  case first, last
  /// Rows that come after this one.
  case after(ID)
  /// Rows that come before this one.
  case before(ID)
  /// Rows from this one on, itself included.
  case from(ID)
  /// Rows around this one, half of them before it. Where the row has left the list: around where it would be.
  case around(ID)
}
