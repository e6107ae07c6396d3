import Model
import Testing

@Suite struct TemplateTests {
  @Test func variablesInOrderOfFirstUse() {
    let template = Template(
      from: "a@b.co", subject: "Hello {{ name }}", text: "{{{raw}}} {{&also}} {{name}} {{! comment }}{{> partial}}",
      html: "{{#list}}<b>{{item}}</b>{{/list}}{{^none}}{{.}}{{/none}} {{이름}}")
    #expect(template.variables == ["name", "raw", "also", "item", "이름"])
  }

  @Test(arguments: [
    ("{{a}} {{! no }} {{{b}}} {{&c}}", "x", nil), ("{{a}}", "x\n{{#if vip}}y{{/if}}", "text 2 {{#if vip}}"),
    ("{{a}}", "{{>p}}", "text 1 {{>p}}"), ("{{^a}}b{{/a}}", "{{#c}}", "subject 1 {{^a}}"),
  ]) func blocks(subject: String, text: String, expected: String?) {
    let template = Template(from: "a@b.co", subject: subject, text: text, html: nil)
    #expect(template.firstBlock.map { "\($0.part.rawValue) \($0.line) \($0.tag)" } == expected)
  }

  @Test func unclosedBracesAreText() {
    #expect(Template(from: "", subject: "{{a", text: "b}} {{c}}", html: nil).variables == ["c"])
    #expect(Template(from: "", subject: "{{}} {{ }}", text: nil, html: nil).variables == [])
  }

  @Test func aTagThatIsNotClosedIsNoVariable() {
    let template = Template(from: "a@b.c", subject: "", text: "Dear {{name\nBye {{name}} {{last}}", html: nil)
    #expect(template.variables == ["last"])
  }

  @Test func aNameMayHoldBlanksAndAnyLetters() {
    let template = Template(
      from: "", subject: "{{First  Name}}", text: "{{ 고객명 }}{{{First\nName}}} {{&a-b.c}}", html: nil)
    #expect(template.variables == ["First Name", "고객명", "a-b.c"])
    #expect(template.firstBlock == nil)
  }

  @Test func tagsKnowTheirLinesAndHowTheyWereWritten() {
    let pieces = TemplatePiece.cut("one\r\n{{#a}}x\r{{{b}}}\n\n{{/a}}{{!c}} {{> d}} {{.}} {{no")
    let tags = pieces.compactMap(\.tag)
    #expect(tags.map(\.kind) == [.section, .variable, .end, .comment, .other, .item, .unclosed])
    #expect(tags.map(\.line) == [2, 3, 5, 5, 5, 5, 5])
    #expect(tags.map(\.source) == ["{{#a}}", "{{{b}}}", "{{/a}}", "{{!c}}", "{{> d}}", "{{.}}", "{{no"])
    let whole = pieces.map { piece in
      switch piece {
      case .text(let text): String(text)
      case .tag(let tag): String(tag.source)
      }
    }
    #expect(whole.joined() == "one\r\n{{#a}}x\r{{{b}}}\n\n{{/a}}{{!c}} {{> d}} {{.}} {{no")
  }

  /// Twice as many tags take twice as long; what looks at the rest of the text, or at all names, for each takes minutes.
  @Test(arguments: ["{{#a}}", "{{a", "{{{{", "{{}}", "}}{{", "{{a}} "])
  func timeGrowsWithTheLengthAlone(tag: String) {
    let count = 1_000_000 / tag.utf8.count
    let text = String(repeating: tag, count: count)
    let names = (0..<100_000).map { "{{n\($0)}}" }.joined()
    let took = ContinuousClock().measure {
      let template = Template(from: "", subject: "", text: text, html: names)
      #expect(template.variables.count >= 100_000)
      _ = template.firstBlock
    }
    #expect(took < .seconds(20), "\(took)")
  }
}
