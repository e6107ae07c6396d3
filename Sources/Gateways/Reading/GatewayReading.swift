import HTTP
import Model

/// Reads a gateway from its file. Whatever is wrong is one error with its line.
package struct GatewayReading {
  let file: String
  /// Settings and secrets, and those of them that are secret.
  var own: [String] = []
  var secrets: [String] = []

  private static let fields = [
    "name", "writtenFrom", "settings", "secrets", "clock", "zone", "text", "number", "send", "answer", "causes",
    "reports",
  ]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - name: what the gateway is chosen by.
  ///   - path: names the file in errors.
  /// - Throws: ``GatewayFileError``.
  package static func read(_ node: SourceNode, name: String, path: String) throws(GatewayFileError) -> Gateway {
    var reading = GatewayReading(file: path)
    return try reading.gateway(node, name)
  }

  private init(file: String) { self.file = file }

  private mutating func gateway(_ node: SourceNode, _ name: String) throws(GatewayFileError) -> Gateway {
    let block = try Block(node, "a gateway", knows: Self.fields, file: file)
    var settings: [Gateway.SettingName] = []
    for text in try block.texts("settings") {
      let isOptional = text.hasSuffix("?")
      settings.append(
        .init(name: try ownName(isOptional ? String(text.dropLast()) : text, block["settings"]), isOptional: isOptional)
      )
    }
    for text in try block.texts("secrets") { secrets.append(try ownName(text, block["secrets"])) }
    let clock = try self.clock(block)
    let send = try send(try block.required("send"))
    return Gateway(
      name: name, title: try block.text("name") ?? name, source: try block.text("writtenFrom") ?? "",
      settings: settings,
      secrets: secrets, text: try text(try block.required("text")),
      number: try block.choice("number") ?? .e164, clock: clock, send: send,
      answer: try answer(try block.required("answer"), causes: block["causes"]),
      reports: try block["reports"].map { node throws(GatewayFileError) in try reports(node, clock, as: send.request) })
  }

  private mutating func ownName(_ text: String, _ node: SourceNode?) throws(GatewayFileError) -> String {
    let line = node?.line ?? 1
    guard let template = try? TextTemplate("{\(text)}"), template.names == [text], !text.contains(".") else {
      throw fail(line, "'\(text)' is no name: one is letters and digits, as apiKey")
    }
    let taken =
      PlaceName.recipient + PlaceName.call + PlaceName.time + PlaceName.signed + PlaceName.asking + [
        PlaceName.signature
      ]
    if taken.contains(text) { throw fail(line, "'\(text)' has a meaning of its own and cannot be a setting") }
    if own.contains(text) { throw fail(line, "'\(text)' is there twice") }
    own.append(text)
    return text
  }

  func fail(_ line: Int, _ words: String) -> GatewayFileError {
    GatewayFileError(file: file, line: line, context: words)
  }

  private func text(_ node: SourceNode) throws(GatewayFileError) -> TextLimits {
    let block = try Block(node, "text", knows: ["charset", "types"], file: file)
    let charset: TextLimits.Charset = try block.choice("charset") ?? .any
    let unit = charset == .eucKR ? "bytes" : "characters"
    guard case .list(let items, _) = try block.required("types"), !items.isEmpty else {
      throw fail(block.line, "'types' takes a list, as [{name: SMS, \(unit): 90}]")
    }
    var kinds: [TextLimits.Kind] = []
    for item in items {
      let block = try Block(item, "a type", knows: ["name", unit], file: file)
      guard let name = try block.text("name"), let most = try block.whole(unit, 1...100_000) else {
        throw fail(item.line, "a type has a name and its \(unit)")
      }
      if let last = kinds.last, last.most >= most {
        throw fail(item.line, "the types go from the shortest to the longest")
      }
      kinds.append(TextLimits.Kind(name: name, most: most))
    }
    return TextLimits(charset: charset, kinds: kinds)
  }

  /// A time's form, of the gateway or of its reports.
  func clock(_ block: Block, unset: GatewayClock? = nil) throws(GatewayFileError) -> GatewayClock {
    let form: GatewayClock.Form = try block.choice("clock") ?? unset?.form ?? .iso8601Milliseconds
    guard let zone = try block.text("zone") else {
      return GatewayClock(form: form, zoneMinutes: unset?.zoneMinutes ?? 0)
    }
    guard let minutes = GatewayClock.zoneMinutes(zone) else {
      throw fail(
        block["zone"]?.line ?? block.line, "'zone': '\(zone)' is none of UTC, Asia/Seoul and offsets such as +09:00")
    }
    return GatewayClock(form: form, zoneMinutes: minutes)
  }

  /// A text with names, each of which must be known there.
  func template(_ text: String, _ line: Int, knows names: [String], secretsAllowed: Bool = true)
    throws(GatewayFileError) -> TextTemplate
  {
    let template: TextTemplate
    do throws(TextTemplate.Problem) { template = try TextTemplate(text) } catch {
      switch error {
      case .unclosed: throw fail(line, "'\(text)': a '{' has no '}'")
      case .badName(let name): throw fail(line, "'{\(name)}' is no name: one is letters and digits, as {number}")
      case .optionalWithin(let name): throw fail(line, "'{\(name)?}' stands alone, so that it can be left out")
      }
    }
    for name in template.names {
      if secrets.contains(name), !secretsAllowed {
        throw fail(
          line,
          "the secret '\(name)' may stand in headers, signatures and forms only: elsewhere it is logged on the way")
      }
      guard names.contains(name) || own.contains(name) else {
        let all = own + names
        let guess =
          all.nearest(to: name).map { "; did you mean {\($0)}?" } ?? ": there are \(all.joined(separator: ", "))"
        throw fail(line, "{\(name)} is not known here\(guess)")
      }
    }
    return template
  }

  func condition(_ node: SourceNode) throws(GatewayFileError) -> Condition {
    guard case .mapping(let members, _) = node, !members.isEmpty else {
      throw fail(node.line, "'when' takes places and what must be there, as {/statusCode: \"2000\"}")
    }
    var condition = Condition()
    for member in members {
      let pointer = try pointer(member.name, member.line)
      if case .text("negativeOrZero", isQuoted: false, _) = member.value {
        condition.tests.append((pointer, .negativeOrZero))
        continue
      }
      let block = try Block(.mapping([], line: member.line), "when", knows: [], file: file)
      condition.tests.append((pointer, .oneOf(try block.texts(member.value, member.name))))
    }
    return condition
  }

  func pointer(_ text: String, _ line: Int) throws(GatewayFileError) -> Pointer {
    guard let pointer = Pointer(text) else {
      throw fail(line, "'\(text)' is no place in JSON: one begins with '/', as /result/code, and may end with /*")
    }
    return pointer
  }

  func pointers(_ node: SourceNode, _ what: String) throws(GatewayFileError) -> [Pointer] {
    let block = try Block(.mapping([], line: node.line), what, knows: [], file: file)
    var pointers: [Pointer] = []
    for text in try block.texts(node, what) { pointers.append(try pointer(text, node.line)) }
    return pointers
  }

  /// Where a text is found.
  func source(_ node: SourceNode, _ what: String, knows names: [String] = []) throws(GatewayFileError) -> Source {
    guard case .mapping = node else { return .first(try pointers(node, what)) }
    let block = try Block(node, what, knows: ["join"], file: file)
    guard case .list(let items, _) = try block.required("join"), !items.isEmpty else {
      throw fail(node.line, "'join' takes a list, as [/requestId, /to]")
    }
    var parts: [Source.Part] = []
    for item in items {
      guard case .text(let text, _, let line) = item else { throw fail(item.line, "'join' takes texts") }
      parts.append(
        text.hasPrefix("/")
          ? .pointer(try pointer(text, line)) : .value(try template(text, line, knows: names, secretsAllowed: false)))
    }
    return .join(parts)
  }

  func statuses(_ node: SourceNode) throws(GatewayFileError) -> StatusPattern {
    let block = try Block(.mapping([], line: node.line), "status", knows: [], file: file)
    var ranges: [ClosedRange<Int>] = []
    for text in try block.texts(node, "status") {
      if let status = Int(text), (200...499).contains(status) {
        ranges.append(status...status)
      } else if let match = text.wholeMatch(of: #/([234])xx/#), let hundred = Int(match.1) {
        ranges.append(hundred * 100...hundred * 100 + 99)
      } else {
        // What a server says that failed is never a promise that nothing was sent.
        throw fail(node.line, "'status': '\(text)' is no status from 200 to 499, and no 2xx, 3xx, 4xx")
      }
    }
    return StatusPattern(ranges: ranges)
  }
}
