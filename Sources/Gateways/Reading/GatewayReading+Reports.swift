import Model

extension GatewayReading {
  func reports(_ node: SourceNode, _ clock: GatewayClock, as send: RequestRule) throws(GatewayFileError) -> ReportRule {
    let block = try Block(node, "reports", knows: ["poll", "webhook", "event", "kinds"], file: file)
    let item = try self.item(try block.required("event"), clock)
    let poll = try block["poll"].map { node throws(GatewayFileError) in try self.poll(node, as: send) }
    let hook = try block["webhook"].map { node throws(GatewayFileError) in
      let block = try Block(node, "webhook", knows: ["list", "when"], file: file)
      return ReportRule.Hook(
        list: try pointers(try block.required("list"), "list"),
        condition: try block["when"].map { node throws(GatewayFileError) in try condition(node) })
    }
    guard poll != nil || hook != nil else { throw fail(node.line, "'reports' has neither 'poll' nor 'webhook'") }
    if poll?.mode == .request, item.id == nil {
      throw fail(node.line, "'event' has no 'id', by which what is asked about is known again")
    }
    let meanings = try table(block["kinds"], "kinds") { node, text throws(GatewayFileError) in
      guard let meaning = ReportRule.Meaning(word: text) else {
        throw fail(node.line, "'\(text)' is none of \(ReportRule.Meaning.allWords)")
      }
      return meaning
    }
    return ReportRule(poll: poll, hook: hook, item: item, meanings: meanings)
  }

  private func item(_ node: SourceNode, _ clock: GatewayClock) throws(GatewayFileError) -> ReportRule.Item {
    let block = try Block(
      node, "event", knows: ["when", "ref", "id", "at", "code", "reason", "clock", "zone"], file: file)
    guard block.has("ref") || block.has("id") else {
      throw fail(node.line, "'event' has neither 'ref' nor 'id': nobody would know whose it is")
    }
    return ReportRule.Item(
      condition: try block["when"].map { node throws(GatewayFileError) in try condition(node) },
      ref: try block["ref"].map { node throws(GatewayFileError) in try source(node, "ref") },
      id: try block["id"].map { node throws(GatewayFileError) in try source(node, "id", knows: ["request"]) },
      at: try source(try block.required("at"), "at"), clock: try self.clock(block, unset: clock),
      code: try source(try block.required("code"), "code"),
      reason: try block["reason"].map { node throws(GatewayFileError) in try source(node, "reason") })
  }

  private func poll(_ node: SourceNode, as send: RequestRule) throws(GatewayFileError) -> ReportRule.Poll {
    let block = try Block(
      node, "poll",
      knows: [
        "mode", "every", "overlap", "span", "until", "list", "page", "method", "url", "headers", "auth", "sign", "json",
        "form", "timeout",
      ],
      file: file)
    guard let mode: ReportRule.Poll.Mode = try block.choice("mode") else {
      throw fail(node.line, "'poll' has no 'mode': updatedSince or request")
    }
    let names = PlaceName.time + (mode == .request ? ["request", "page"] : ["since", "until", "sinceDay", "page"])
    let span = try block.whole("span", 60...31 * 86_400)
    return ReportRule.Poll(
      mode: mode, request: try request(block, names: names, isSending: false, base: send),
      every: .seconds(try block.whole("every", 1...86_400) ?? 60),
      overlap: .seconds(try block.whole("overlap", 0...86_400) ?? 120), span: span.map { .seconds($0) },
      until: .seconds(3600 * (try block.whole("until", 1...720) ?? 72)),
      list: try pointers(try block.required("list"), "list"), pages: try pages(block["page"]))
  }

  private func pages(_ node: SourceNode?) throws(GatewayFileError) -> ReportRule.Poll.Pages {
    guard let node else { return .one }
    let block = try Block(node, "page", knows: ["key", "address", "from", "more", "total"], file: file)
    if let key = block["key"] { return .key(try source(key, "key")) }
    if let address = block["address"] { return .address(try source(address, "address")) }
    let from = try block.whole("from", 0...1) ?? 1
    if let more = block["more"] { return .numbered(from: from, more: try condition(more)) }
    if let total = block["total"] { return .counted(from: from, total: try source(total, "total")) }
    throw fail(node.line, "'page' takes key, address, more or total")
  }
}
