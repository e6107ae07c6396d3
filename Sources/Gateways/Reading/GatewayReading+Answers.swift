import Model

extension GatewayReading {
  /// The causes that a file may name: what they lead to is fixed.
  private static let causes: [Refusal.Cause] = [
    .throttled, .quota, .transient, .unusable, .unverifiedSender, .invalidParameter, .optedOut, .accountPaused, .other,
  ]

  func answer(_ node: SourceNode, causes: SourceNode?) throws(GatewayFileError) -> AnswerRule {
    let block = try Block(node, "answer", knows: ["whole", "recipients", "all"], file: file)
    var whole: [AnswerRule.Whole] = []
    for item in try items(block, "whole") { whole.append(try self.whole(item)) }
    var lists: [AnswerRule.List] = []
    for item in try items(block, "recipients") { lists.append(try list(item)) }
    let all = try block["all"].map { node throws(GatewayFileError) in try self.all(node) }
    if lists.isEmpty, all == nil {
      throw fail(node.line, "'answer' says of nobody that a text was taken: it has neither 'recipients' nor 'all'")
    }
    return AnswerRule(
      whole: whole, lists: lists, all: all,
      causes: try table(causes, "causes") { node, text throws(GatewayFileError) in
        try cause(text, node.line)
      })
  }

  private func items(_ block: Block, _ field: String) throws(GatewayFileError) -> [SourceNode] {
    guard let node = block[field] else { return [] }
    guard case .list(let items, _) = node else { throw fail(node.line, "'\(field)' takes a list") }
    return items
  }

  private func cause(_ text: String, _ line: Int) throws(GatewayFileError) -> Refusal.Cause {
    guard let cause = Self.causes.first(where: { $0.rawValue == text }) else {
      throw fail(line, "'\(text)' is none of the causes \(Self.causes.map(\.rawValue).joined(separator: ", "))")
    }
    return cause
  }

  private func whole(_ node: SourceNode) throws(GatewayFileError) -> AnswerRule.Whole {
    let block = try Block(node, "whole", knows: ["status", "when", "cause", "code", "reason"], file: file)
    guard block.has("status") || block.has("when") else {
      throw fail(node.line, "'whole' has neither 'status' nor 'when': every answer would be a refusal")
    }
    return AnswerRule.Whole(
      statuses: try block["status"].map { node throws(GatewayFileError) in try statuses(node) },
      condition: try block["when"].map { node throws(GatewayFileError) in try condition(node) },
      cause: try block.text("cause").map { text throws(GatewayFileError) in try cause(text, node.line) },
      code: try block["code"].map { node throws(GatewayFileError) in try source(node, "code") },
      reason: try block["reason"].map { node throws(GatewayFileError) in try source(node, "reason") })
  }

  private func list(_ node: SourceNode) throws(GatewayFileError) -> AnswerRule.List {
    let block = try Block(
      node, "recipients", knows: ["list", "by", "ref", "number", "accepted", "refused"], file: file)
    let key: AnswerRule.Key
    switch try block.text("by") {
    case "order": key = .order
    case "ref": key = .ref(try source(try block.required("ref"), "ref"))
    case "number": key = .number(try source(try block.required("number"), "number"))
    default: throw fail(node.line, "'by' takes order, ref or number: what tells whose an item is")
    }
    let accepted = try block["accepted"].map { node throws(GatewayFileError) in
      try self.accepted(try Block(node, "accepted", knows: ["when", "id"], file: file))
    }
    let refused = try block["refused"].map { node throws(GatewayFileError) in
      let block = try Block(node, "refused", knows: ["when", "code", "reason"], file: file)
      return AnswerRule.Refused(
        condition: try block["when"].map { node throws(GatewayFileError) in try condition(node) },
        code: try block["code"].map { node throws(GatewayFileError) in try source(node, "code") },
        reason: try block["reason"].map { node throws(GatewayFileError) in try source(node, "reason") })
    }
    guard accepted != nil || refused != nil else {
      throw fail(node.line, "'recipients' has neither 'accepted' nor 'refused'")
    }
    if accepted != nil, refused != nil, accepted?.condition == nil {
      throw fail(node.line, "'accepted' has no 'when': what was refused would count as taken")
    }
    return AnswerRule.List(
      place: try pointers(try block.required("list"), "list"), key: key, accepted: accepted, refused: refused)
  }

  private func accepted(_ block: Block) throws(GatewayFileError) -> AnswerRule.Accepted {
    AnswerRule.Accepted(
      condition: try block["when"].map { node throws(GatewayFileError) in try condition(node) },
      id: try source(try block.required("id"), "id", knows: ["number", "ref"]))
  }

  private func all(_ node: SourceNode) throws(GatewayFileError) -> AnswerRule.All {
    let block = try Block(node, "all", knows: ["accepted"], file: file)
    let accepted = try block.required("accepted")
    let inner = try Block(accepted, "accepted", knows: ["when", "id", "status"], file: file)
    guard inner.has("when") || inner.has("status") else {
      throw fail(accepted.line, "'accepted' has neither 'when' nor 'status': any answer would count as taken")
    }
    return AnswerRule.All(
      statuses: try inner["status"].map { node throws(GatewayFileError) in try statuses(node) },
      accepted: try self.accepted(inner))
  }

  /// Codes and what they mean.
  func table<Meaning: Sendable & Equatable>(
    _ node: SourceNode?, _ what: String, _ meaning: (SourceNode, String) throws(GatewayFileError) -> Meaning
  ) throws(GatewayFileError) -> CodeTable<Meaning> {
    var table = CodeTable<Meaning>()
    guard let node else { return table }
    guard case .mapping(let members, _) = node else {
      throw fail(node.line, "'\(what)' takes codes and what they mean")
    }
    for member in members {
      guard case .text(let text, _, _) = member.value else { throw fail(member.line, "'\(member.name)' takes a word") }
      table.add(member.name, try meaning(member.value, text))
    }
    return table
  }
}
