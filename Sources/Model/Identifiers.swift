/// Names a campaign within one store.
public struct CampaignID: RawRepresentable, Hashable, Comparable, Sendable {
  public var rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a batch within one store.
public struct BatchID: RawRepresentable, Hashable, Comparable, Sendable {
  public var rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Names a message within one store.
public struct MessageID: RawRepresentable, Hashable, Comparable, Sendable {
  public var rawValue: Int64
  public init(rawValue: Int64) { self.rawValue = rawValue }
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension CampaignID: CustomStringConvertible { public var description: String { String(rawValue) } }
extension BatchID: CustomStringConvertible { public var description: String { String(rawValue) } }
extension MessageID: CustomStringConvertible { public var description: String { String(rawValue) } }
