import HTTP
import Model

extension GatewayReading {
  private static let requestFields = ["method", "url", "headers", "auth", "sign", "json", "form", "timeout"]

  func send(_ node: SourceNode) throws(GatewayFileError) -> SendRule {
    let block = try Block(
      node, "send", knows: Self.requestFields + ["recipientsPerCall", "rate", "oneValuePerCall", "purposes"], file: file
    )
    let request = try request(block, names: PlaceName.time + PlaceName.call, isSending: true)
    let count = try block.whole("recipientsPerCall", 1...10_000) ?? 1
    var shared: [SendRule.Shared] = []
    for text in try block.texts("oneValuePerCall") {
      guard let value = SendRule.Shared(rawValue: text) else {
        throw fail(block["oneValuePerCall"]?.line ?? node.line, "'oneValuePerCall': '\(text)' is none of type, text")
      }
      shared.append(value)
    }
    switch request.content {
    case .json(let body) where body.countEach == 1 || count == 1: break
    case .form where count == 1 || request.content.hasNumberedFields: break
    case .json:
      throw fail(block.line(of: "json"), "'json' has no list with 'each:', which has an element for each recipient")
    case .form:
      throw fail(
        block.line(of: "form"), "'form' has no field with {index} in its name, which comes once for each recipient")
    case .nothing: throw fail(node.line, "'send' has neither 'json' nor 'form'")
    }
    var purposes = SendRule.Purposes()
    if let node = block["purposes"] {
      let block = try Block(node, "purposes", knows: ["notice", "advertising"], file: file)
      // One of them may be an empty word.
      func word(_ field: String) throws(GatewayFileError) -> String {
        guard case .text(let text, _, _) = try block.required(field) else {
          throw fail(node.line, "'\(field)' takes a text")
        }
        return text
      }
      purposes = SendRule.Purposes(notice: try word("notice"), advertising: try word("advertising"))
    }
    return SendRule(
      request: request, recipientsPerCall: count, rate: try block.number("rate", 0.01...100_000), shared: shared,
      purposes: purposes)
  }

  /// Reads how a request is made.
  ///
  /// - Parameters:
  ///   - names: what names in braces may stand anywhere in it.
  ///   - isSending: whether a recipient's names may stand in what it carries.
  ///   - base: whose headers and signature count where the block has none of its own.
  func request(_ block: Block, names: [String], isSending: Bool, base: RequestRule? = nil) throws(GatewayFileError)
    -> RequestRule
  {
    let method = try self.method(block)
    let (address, query) = try url(block, names)
    var signature = base?.signature
    if let node = block["sign"] {
      let sign = try Block(node, "sign", knows: ["hmac", "key", "text", "as"], file: file)
      guard try sign.text("hmac") == "sha256" else { throw fail(node.line, "'hmac' takes sha256, and nothing else") }
      func part(_ field: String) throws(GatewayFileError) -> TextTemplate {
        guard let text = try sign.text(field) else { throw fail(node.line, "'sign' has no '\(field)'") }
        return try template(text, sign[field]?.line ?? node.line, knows: names + PlaceName.signed)
      }
      signature = RequestRule.Signature(
        key: try part("key"), text: try part("text"), form: try sign.choice("as") ?? .hex)
    }
    var headers = base?.headers ?? []
    if let node = block["headers"] {
      headers = try fields(
        node, "headers", names: names + PlaceName.signed + (signature == nil ? [] : [PlaceName.signature]))
    }
    var basic = base?.basic
    if let node = block["auth"] {
      let auth = try Block(node, "auth", knows: ["basic"], file: file)
      let pair = try auth.texts("basic")
      guard pair.count == 2 else {
        throw fail(node.line, "'basic' takes a name and a password, as [\"{account}\", \"{token}\"]")
      }
      basic = RequestRule.Basic(
        user: try template(pair[0], node.line, knows: names), password: try template(pair[1], node.line, knows: names))
    }
    var content = RequestRule.Content.nothing
    switch (block["json"], block["form"]) {
    case (nil, nil): break
    case (let json?, nil): content = .json(try body(json, names: names, isSending: isSending, isWithin: false))
    case (nil, let form?):
      content = .form(try fields(form, "form", names: names + (isSending ? PlaceName.recipient : [])))
    case (_?, let form?): throw fail(form.line, "a request has 'json' or 'form', not both")
    }
    let seconds = try block.number("timeout", 1...600) ?? 30
    return RequestRule(
      method: method, address: address, query: query, headers: headers, basic: basic, signature: signature,
      content: content, timeout: .milliseconds(Int64(seconds * 1000)))
  }

  private func method(_ block: Block) throws(GatewayFileError) -> HTTPRequest.Method {
    switch try block.text("method") {
    case nil: block.has("json") || block.has("form") ? .post : .get
    case "GET": .get
    case "POST": .post
    case let other?: throw fail(block["method"]?.line ?? block.line, "'method': '\(other)' is none of GET, POST")
    }
  }

  /// Scheme, host and path, and what stands behind the question mark.
  private func url(_ block: Block, _ names: [String]) throws(GatewayFileError) -> (TextTemplate, [RequestRule.Field]) {
    let node = try block.required("url")
    guard case .text(let text, _, let line) = node else { throw fail(node.line, "'url' takes a text") }
    // Keys and texts go over it.
    let isHere = ["http://127.0.0.1", "http://localhost", "http://[::1]"].contains { host in
      text.hasPrefix(host) && (text.dropFirst(host.utf8.count).first.map { ":/?".contains($0) } ?? true)
    }
    guard text.hasPrefix("https://") || isHere else {
      throw fail(line, "'url' begins with https:// (http:// with this host alone): keys and texts go over it")
    }
    let pieces = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    // Optional values have a question mark of their own, which ends before a brace.
    guard let head = pieces.first else { throw fail(line, "'url' is empty") }
    var query: [RequestRule.Field] = []
    if pieces.count == 2 {
      for pair in pieces[1].split(separator: "&") {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        query.append(
          RequestRule.Field(
            name: try template(String(sides[0]), line, knows: [], secretsAllowed: false),
            value: try template(sides.count > 1 ? String(sides[1]) : "", line, knows: names, secretsAllowed: false)))
      }
    }
    let address = try template(String(head), line, knows: names, secretsAllowed: false)
    guard case .literal(let begin)? = address.parts.first,
      address.parts.count == 1 || begin.dropFirst("https://".count).contains("/")
    else {
      throw fail(line, "'url' names its host itself: whoever fills in a setting must not choose where keys are sent to")
    }
    return (address, query)
  }

  private func fields(_ node: SourceNode, _ what: String, names: [String]) throws(GatewayFileError) -> [RequestRule
    .Field]
  {
    guard case .mapping(let members, _) = node else { throw fail(node.line, "'\(what)' takes names and values") }
    var fields: [RequestRule.Field] = []
    for member in members {
      guard case .text(let text, _, let line) = member.value else {
        throw fail(member.line, "'\(member.name)' takes a text")
      }
      let nameScope = what == "form" && names.contains("index") ? ["index"] : []
      fields.append(
        RequestRule.Field(
          name: try template(member.name, member.line, knows: nameScope, secretsAllowed: false),
          value: try template(text, line, knows: names))
      )
    }
    return fields
  }

  /// Whether JSON takes it for a number: `007` is a text there, as a sender's number would be.
  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: #/-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/#) != nil
  }

  private func body(_ node: SourceNode, names: [String], isSending: Bool, isWithin: Bool) throws(GatewayFileError)
    -> BodyTemplate
  {
    switch node {
    case .text(let text, let isQuoted, let line):
      if !isQuoted, ["true", "false", "null"].contains(text) || Self.isNumber(text) { return .literal(text) }
      // Of a call of one, the document is that one's.
      let own = isWithin || isSending ? PlaceName.recipient : []
      return .text(try template(text, line, knows: names + own, secretsAllowed: false))
    case .list(let items, _):
      var list: [BodyTemplate] = []
      for item in items { list.append(try body(item, names: names, isSending: isSending, isWithin: isWithin)) }
      return .list(list)
    case .mapping(let members, let line):
      if let each = members.first(where: { $0.name == "each" }) {
        guard members.count == 1, isSending, !isWithin else {
          throw fail(line, "'each' is there once, alone, in what hands texts over")
        }
        return .each(try body(each.value, names: names, isSending: isSending, isWithin: true))
      }
      var list: [BodyTemplate.Member] = []
      for member in members {
        list.append(
          .init(
            name: member.name, value: try body(member.value, names: names, isSending: isSending, isWithin: isWithin)))
      }
      return .object(list)
    }
  }
}

extension RequestRule.Content {
  /// Whether a form has fields that come once for each recipient.
  var hasNumberedFields: Bool {
    guard case .form(let fields) = self else { return false }
    return fields.contains { $0.name.names.contains("index") }
  }
}
