/// Names a campaign within one store.
package struct CampaignID: RawRepresentable, Hashable, Comparable, Sendable {
  /// Holds the number in the store.
  package var rawValue: Int64
  /// Makes a name from its number.
  package init(rawValue: Int64) { self.rawValue = rawValue }
  /// Orders by number, which is the order of making.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a batch within one store.
package struct BatchID: RawRepresentable, Hashable, Comparable, Sendable {
  /// Holds the number in the store.
  package var rawValue: Int64
  /// Makes a name from its number.
  package init(rawValue: Int64) { self.rawValue = rawValue }
  /// Orders by number, which is the order of making.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a message within one store.
package struct MessageID: RawRepresentable, Hashable, Comparable, Sendable {
  /// Holds the number in the store.
  package var rawValue: Int64
  /// Makes a name from its number.
  package init(rawValue: Int64) { self.rawValue = rawValue }
  /// Orders by number, which is the order of making.
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension CampaignID: CustomStringConvertible {
  /// Writes the number.
  package var description: String { String(rawValue) }
}

extension BatchID: CustomStringConvertible {
  /// Writes the number.
  package var description: String { String(rawValue) }
}

extension MessageID: CustomStringConvertible {
  /// Writes the number.
  package var description: String { String(rawValue) }
}
