/// An element of a small XML document: the answers of SNS and STS.
struct XMLElement: Equatable {
  /// The name without a namespace's prefix.
  var name: String
  /// The text directly in it, without that of its children.
  var text = ""
  var children: [XMLElement] = []

  /// Finds the first child of a name.
  subscript(_ name: String) -> XMLElement? { children.first { $0.name == name } }

  /// Lists what AWS's query protocol puts in `<member>` within a child.
  func members(_ name: String) -> [XMLElement] { self[name]?.children.filter { $0.name == "member" } ?? [] }

  /// Reads what AWS's query protocol writes as `<entry><key/><value/></entry>` within a child.
  func map(_ name: String) throws(AnswerProblem) -> [String: String] {
    var result: [String: String] = [:]
    for entry in self[name]?.children ?? [] where entry.name == "entry" {
      result[try entry.require("key")] = entry["value"]?.text ?? ""
    }
    return result
  }

  /// Reads the text of a child that must be there.
  func require(_ name: String) throws(AnswerProblem) -> String {
    guard let child = self[name] else { throw AnswerProblem("<\(name)> is missing in <\(self.name)>") }
    return child.text
  }
}
