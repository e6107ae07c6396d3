/// One value of a JSON document, as a place in its bytes.
struct JSONNode {
  enum Kind: UInt8 {
    case object, array, string, number, bool, null
  }

  var kind: Kind
  /// True for a string with backslashes in it.
  var hasEscapes: Bool
  /// The bytes: of a string without its quotes, of a container from its opening bracket.
  var start: Int32
  var end: Int32
  /// The index of the node after this one and all that is in it.
  var next: Int32
}
