/// Names a campaign within one store.
public struct CampaignID: RawRepresentable, Hashable, Comparable, Sendable {
  /// Holds the number in the store.
  public var rawValue: Int64
  /// Makes a name from its number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// Orders by number, which is the order of making.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a batch within one store.
public struct BatchID: RawRepresentable, Hashable, Comparable, Sendable {
  /// Holds the number in the store.
  public var rawValue: Int64
  /// Makes a name from its number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// Orders by number, which is the order of making.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a message within one store.
public struct MessageID: RawRepresentable, Hashable, Comparable, Sendable {
  /// Holds the number in the store.
  public var rawValue: Int64
  /// Makes a name from its number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// Orders by number, which is the order of making.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension CampaignID: CustomStringConvertible {
  /// Writes the number.
  public var description: String { String(rawValue) }
}

extension BatchID: CustomStringConvertible {
  /// Writes the number.
  public var description: String { String(rawValue) }
}

extension MessageID: CustomStringConvertible {
  /// Writes the number.
  public var description: String { String(rawValue) }
}
