import AWS
import Model
import Ports
import Testing

@testable import Cloud

@Suite struct SESVariablesTests {
  private func call(_ template: Template, _ columns: [String], _ values: [String]) -> SESBulkEmail {
    let campaign = Campaign(
      id: CampaignID(rawValue: 1), name: "May", channel: .email, state: .sending, operator: "mina",
      createdAt: .init(milliseconds: 0),
      audience: "may.csv", template: template, columns: columns, batchSize: 50)
    let recipient = ClaimedMessage(
      message: MessageID(rawValue: 1), attempt: 1, address: "kim@example.com", values: values)
    return SESBulkEmail(
      SendRequest(campaign: campaign, recipients: [recipient], storeID: "s"), configurationSet: "c")
  }

  @Test func namesThatSESDoesNotKnowGoAlongUnderOthers() {
    let template = Template(
      from: "a@b.co", subject: "{{고객명}}님, {{ name }}", text: "{{First  Name}} {{{고객명}}} {{& 고객명}} {{v1}} {{email}}",
      html: "<p>{{a.b}}{{else}}{{! 고객명 }}</p>")
    let call = call(
      template, ["name", "고객명", "First Name", "v1", "a.b", "else", "쓰지 않음"],
      ["Kim", "김", "Min", "x", "y", "z", "secret"])
    #expect(
      call.content
        == .inline(
          SESTemplate(
            subject: "{{v2}}님, {{ name }}", text: "{{v3}} {{{v2}}} {{&v2}} {{v1}} {{email}}",
            html: "<p>{{v4}}{{v5}}{{! 고객명 }}</p>")))
    #expect(
      call.entries.first?.data
        == #"{"name":"Kim","v2":"김","v3":"Min","v1":"x","v4":"y","v5":"z","email":"kim@example.com"}"#)
  }

  /// Characters that show nothing are no part of a name, neither here nor there.
  @Test func invisibleCharactersInATagAreLeftOut() {
    let call = call(
      Template(from: "a@b.co", subject: "{{na\u{200B}me}} {{\u{A0}name}}", text: "x", html: nil), ["name"], ["Kim"])
    #expect(call.content == .inline(SESTemplate(subject: "{{name}} {{name}}", text: "x")))
    #expect(call.entries.first?.data == #"{"name":"Kim","email":"kim@example.com"}"#)
  }

  @Test func whatSESKeepsHasItsOwnNames() {
    let template = Template(from: "a@b.co", subject: "{{고객명}}", text: nil, html: nil, storedName: "may")
    let call = call(template, ["고객명"], ["김"])
    #expect(call.content == .stored("may"))
    #expect(call.entries.first?.data == #"{"고객명":"김","email":"kim@example.com"}"#)
  }
}
