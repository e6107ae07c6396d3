/// Why bytes are not a JSON document.
public struct JSONProblem: Error, Equatable {
  /// What is wrong, without quoting the document.
  public var text: String
  /// Where, in bytes from the start of the document.
  public var offset: Int
}
