import Model
import Testing

@Suite struct TemplateTests {
  @Test func variablesInOrderOfFirstUse() {
    let template = Template(
      from: "a@b.co", subject: "Hello {{ name }}", text: "{{{raw}}} {{&also}} {{name}} {{! comment }}{{> partial}}",
      html: "{{#list}}<b>{{item}}</b>{{/list}}{{^none}}{{.}}{{/none}} {{이름}}")
    #expect(template.variables == ["name", "raw", "also", "item", "이름"])
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
