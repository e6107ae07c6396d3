/// A value of a template. Members keep the order they are given in, which is the one people read them in.
package indirect enum CloudFormationValue: Equatable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([CloudFormationValue])
  case object([Member])

  /// A name with its value.
  package struct Member: Equatable, Sendable {
    /// Names it.
    package var name: String
    /// Holds what it is.
    package var value: CloudFormationValue

    init(_ name: String, _ value: CloudFormationValue) { (self.name, self.value) = (name, value) }
  }

  /// What a resource of the stack is called once it is made.
  static func ref(_ resource: String) -> CloudFormationValue { ["Ref": .text(resource)] }

  /// Another thing known of a resource once it is made.
  static func attribute(_ name: String, of resource: String) -> CloudFormationValue {
    ["Fn::GetAtt": [.text(resource), .text(name)]]
  }
}

extension CloudFormationValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(stringLiteral text: String) { self = .text(text) }
  package init(booleanLiteral flag: Bool) { self = .flag(flag) }
  package init(arrayLiteral values: CloudFormationValue...) { self = .list(values) }
  package init(dictionaryLiteral members: (String, CloudFormationValue)...) {
    self = .object(members.map { Member($0, $1) })
  }
}
