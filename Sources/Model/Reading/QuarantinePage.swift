/// The newest of what is quarantined, for a list.
package struct QuarantinePage: Equatable, Sendable {
  /// At most as many as were asked for, the newest first.
  package var entries: [QuarantineSummary]
  /// All there are.
  package var total: Int

  /// Makes a page.
  package init(entries: [QuarantineSummary], total: Int) {
    self.entries = entries
    self.total = total
  }
}

/// One quarantined document, by its beginning.
package struct QuarantineSummary: Equatable, Sendable {
  /// Names it within its store; a later one has a higher number.
  package var id: Int64
  /// Says when it came.
  package var at: Timestamp
  /// Says what is wrong with it.
  package var error: String
  /// Bytes of the whole.
  package var size: Int
  /// Its first bytes, ``headLength`` at most.
  package var head: [UInt8]

  /// Bytes of a document that a list shows at most.
  package static let headLength = 300

  /// Makes a value from its parts.
  package init(id: Int64, at: Timestamp, error: String, size: Int, head: [UInt8]) {
    self.id = id
    self.at = at
    self.error = error
    self.size = size
    self.head = head
  }
}

/// Which quarantined documents an action is about.
package enum QuarantineChoice: Hashable, Sendable {
  case these([Int64])
  /// All that were there when it was asked for: the newest of them is this one.
  case all(newest: Int64)
}
