/// The frame of the query protocol's answers (<https://smithy.io/2.0/aws/protocols/aws-query-protocol.html>).
enum QueryAnswer {
  /// Reads `<GetThingResponse>`.
  static func root(_ bytes: [UInt8], of operation: String) throws(AnswerProblem) -> XMLElement {
    let root = try XMLReader.read(bytes)
    guard root.name == operation + "Response" else {
      throw AnswerProblem("it starts with <\(root.name.prefix(40))> instead of <\(operation)Response>")
    }
    return root
  }

  /// Reads `<GetThingResult>` in it.
  static func result(_ bytes: [UInt8], of operation: String) throws(AnswerProblem) -> XMLElement {
    let root = try root(bytes, of: operation)
    guard let result = root[operation + "Result"] else { throw AnswerProblem("<\(operation)Result> is missing") }
    return result
  }
}
