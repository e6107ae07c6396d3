import Foundation
import Model
import Ports
import Testing

@testable import AWS
@testable import Cloud

/// What an operator is shown of a mail is what SES was given: its template with its values in it.
@Suite struct MailAsSentTests {
  @Test(arguments: [
    (["name", "고객명", "First Name"], ["a & b", "<김>", ""], "{{name}} {{고객명}} {{{First Name}}} {{email}}"),
    (["email", "name"], ["other@x.example", "김\u{200B}민"], "{{ email }}: {{&name}} {{! nothing }}"),
    (["v1", "고객명"], ["one", "둘"], "{{v1}}{{고객명}}{{none}}"),
  ]) func theScreenShowsWhatWasGiven(columns: [String], values: [String], text: String) throws {
    let campaign = Campaign(
      id: CampaignID(rawValue: 7), name: "Test", channel: .email, state: .sending, operator: "t",
      createdAt: Timestamp(milliseconds: 0), audience: "a.csv",
      template: Template(
        from: "n@x.example", subject: "S \(text)", text: "T\n\(text)\n", html: "<p title='{{name}}'>\(text)</p>"),
      columns: columns, batchSize: 50)
    let recipient = ClaimedMessage(
      message: MessageID(rawValue: 1), attempt: 1, address: "kim@x.example", values: values)
    let email = SESBulkEmail(
      SendRequest(campaign: campaign, recipients: [recipient], storeID: "s"), configurationSet: "c")
    guard case .inline(let given) = email.content else {
      Issue.record("no inline content")
      return
    }
    let data = try #require(
      try JSONSerialization.jsonObject(with: Data(email.entries[0].data.utf8)) as? [String: String])
    let sent = try Preview(
      Template(from: "", subject: given.subject ?? "", text: given.text, html: given.html), values: data)
    let shown = Mail.Letter(campaign, address: "kim@x.example", values: values)
    #expect(shown.content.subject == sent.subject && shown.text == sent.textBody && shown.html == sent.htmlBody)
    #expect(shown.problems.isEmpty && sent.subject.hasPrefix("S "))
  }
}
