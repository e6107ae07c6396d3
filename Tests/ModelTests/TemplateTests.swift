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
    #expect(template.firstBlock.map { "\($0.part) \($0.line) \($0.tag)" } == expected)
  }

  @Test func unclosedBracesAreText() {
    #expect(Template(from: "", subject: "{{a", text: "b}} {{c}}", html: nil).variables == ["c"])
    #expect(Template(from: "", subject: "{{}} {{ }}", text: nil, html: nil).variables == [])
  }

  @Test func aTagThatIsNotClosedIsNoVariable() {
    let template = Template(from: "a@b.c", subject: "", text: "Dear {{name\nBye {{name}} {{last}}", html: nil)
    #expect(template.variables == ["last"])
  }
}
