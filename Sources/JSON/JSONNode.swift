/// One value of a JSON document, as a place in its bytes.
@frozen
public struct JSONNode: Sendable {
  /// What a value is.
  @frozen
  public enum Kind: UInt8, Sendable {
    case object, array, string, number, bool, null
  }

  /// Tells what it is.
  public var kind: Kind
  /// True for a string with backslashes in it.
  public var hasEscapes: Bool
  /// Where its bytes start: a string's without its quotes, a container's with its opening bracket.
  public var start: Int32
  /// Where its bytes end.
  public var end: Int32
  /// The index of the node after this one and all that is in it.
  public var next: Int32
}
