import Provisioning
import Yams

/// A CloudFormation template as YAML, which people read and compare line by line.
enum TemplateText {
  /// Writes a template, without the last line's end.
  ///
  /// - Throws: `YamlError`, which no value of a template gives cause for.
  static func yaml(_ template: CloudFormationValue) throws -> String {
    let text = try Yams.serialize(node: node(template), width: -1, allowUnicode: true)
    return text.last == "\n" ? String(text.dropLast()) : text
  }

  /// Writes a template as JSON on one line; CloudFormation takes that as well.
  static func json(_ template: CloudFormationValue) -> String {
    guard case .object(let line) = value(template) else { return "{}" }
    return line.finished
  }

  private static func value(_ value: CloudFormationValue) -> JSONLine.Value {
    switch value {
    case .text(let text): .string(text)
    case .number(let number): .int(number)
    case .flag(let flag): .bool(flag)
    case .list(let values): .list(values.map(Self.value))
    case .object(let members):
      .object(members.reduce(into: JSONLine()) { $0.add($1.name, Self.value($1.value)) })
    }
  }

  private static func node(_ value: CloudFormationValue) -> Node {
    switch value {
    // In quotes where YAML takes a text for something else: `no` for false, a date for a time.
    case .text(let text): .scalar(text.represented())
    case .number(let number): .scalar(number.represented())
    case .flag(let flag): .scalar(flag.represented())
    case .list(let values): .sequence(.init(values.map(node), Tag(.seq), .block))
    case .object(let members):
      .mapping(.init(members.map { (Node($0.name), onOneLine($0) ?? node($0.value)) }, Tag(.map), .block))
    }
  }

  /// A resource and its attribute are one thing: `[EventQueue, Arn]`.
  private static func onOneLine(_ member: CloudFormationValue.Member) -> Node? {
    guard member.name == "Fn::GetAtt", case .list(let values) = member.value else { return nil }
    return .sequence(.init(values.map(node), Tag(.seq), .flow))
  }
}
