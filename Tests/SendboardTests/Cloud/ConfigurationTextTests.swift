import Testing

@testable import sendboard

@Suite struct ConfigurationTextTests {
  private static let cases: [(String, String)] = [
    ("", "queue: sqs\naws:\n  region: eu-west-1\n"),
    ("store: a", "store: a\nqueue: sqs\naws:\n  region: eu-west-1\n"),
    ("queue: embedded   # why\n", "queue: sqs   # why\naws:\n  region: eu-west-1\n"),
    ("aws:\n\tx", ""),
    (
      "aws: # names\n    profile: 'a # b' # c\n    region: \"x\"  # d\n\n# end\nstore: s\n",
      "aws: # names\n    profile: 'a # b' # c\n    region: eu-west-1  # d\n\n# end\nstore: s\nqueue: sqs\n"
    ),
    ("a: 1\r\naws:\r\n  topic: t\r\n", "a: 1\r\naws:\r\n  topic: t\r\n  region: eu-west-1\r\nqueue: sqs\r\n"),
    ("aws:\nqueue: x\n", "aws:\n  region: eu-west-1\nqueue: sqs\n"),
    ("simulator:\n  queue: mine\n", "simulator:\n  queue: mine\nqueue: sqs\naws:\n  region: eu-west-1\n"),
    ("aws: {region: a}\n", ""), ("- a\n", ""), ("a: [\n", ""),
    ("text: |\n  aws:\n    region: a\nqueue: &x e\nb: *x\n", ""),
  ]

  @Test(arguments: cases)
  func linesStayAsTheyAre(before: String, after: String) throws {
    func result() throws -> String {
      var text = try ConfigurationText(before, path: "c.yaml")
      try text.set(top: [("queue", "sqs")], blocks: [("aws", [("region", "eu-west-1")])])
      return text.text
    }
    if after.isEmpty {
      #expect(throws: CommandError.self) { try result() }
    } else {
      #expect(try result() == after)
    }
  }
}
