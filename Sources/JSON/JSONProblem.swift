/// Why bytes are not a JSON document.
struct JSONProblem: Error, Equatable {
  /// What is wrong, without quoting the document.
  var text: String
  /// Where, in bytes from the start of the document.
  var offset: Int
}
