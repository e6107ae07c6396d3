/// One value of a JSON document, as a place in its bytes.
@frozen
package struct JSONNode: Sendable {
  /// What a value is.
  @frozen
  package enum Kind: UInt8, Sendable {
    case object, array, string, number, bool, null
  }

  /// Tells what it is.
  package var kind: Kind
  /// True for a string with backslashes in it.
  package var hasEscapes: Bool
  /// Where its bytes start: a string's without its quotes, a container's with its opening bracket.
  package var start: Int32
  /// Where its bytes end.
  package var end: Int32
  /// The index of the node after this one and all that is in it.
  package var next: Int32
}
