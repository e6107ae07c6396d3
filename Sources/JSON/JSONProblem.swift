/// Why bytes are not a JSON document.
package struct JSONProblem: Error, Equatable {
  /// What is wrong, without quoting the document.
  package var text: String
  /// Where, in bytes from the start of the document.
  package var offset: Int
}
