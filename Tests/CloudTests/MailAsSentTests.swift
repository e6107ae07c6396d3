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

  /// From the bytes of the call's body: subject, text, HTML and the headers by which the recipient leaves the list, as the
  /// preview before the launch and the screen after it show them.
  @Test func theBytesOfTheCallAreWhatThePreviewShows() throws {
    var template = Template(
      from: "n@x.example", subject: "{{name}}님께 “a & b”", text: "T {{name}} {{등급}}\r\n\\ {{email}}\n",
      html: "<p title='{{name}}'>{{{등급}}}</p>")
    template.unsubscribe = try Unsubscribe("https://x.example/u?e={{email}}&g={{등급}}, off@x.example")
    let campaign = Campaign(
      id: CampaignID(rawValue: 7), name: "Test", channel: .email, state: .sending, operator: "t",
      createdAt: Timestamp(milliseconds: 0), audience: "a.csv", template: template, columns: ["name", "등급"],
      batchSize: 50)
    let values = ["김 <b> & \"c\"", "gold"]
    let request = SendRequest(
      campaign: campaign,
      recipients: [
        ClaimedMessage(message: MessageID(rawValue: 1), attempt: 1, address: "kim+1@x.example", values: values)
      ], storeID: "s")
    let body = try #require(
      try JSONSerialization.jsonObject(with: Data(SESBulkEmail(request, configurationSet: "c").json)) as? [String: Any])
    func at(_ path: String...) -> Any? {
      path.reduce(body as Any?) { value, key in
        if let list = value as? [Any] { return Int(key).flatMap { $0 < list.count ? list[$0] : nil } }
        return (value as? [String: Any])?[key]
      }
    }
    let given = try #require(at("DefaultContent", "Template", "TemplateContent") as? [String: String])
    let text = try #require(
      at("BulkEmailEntries", "0", "ReplacementEmailContent", "ReplacementTemplate", "ReplacementTemplateData")
        as? String)
    let data = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String])
    // As SES puts them together: each `{{name}}` with its value, and nothing else.
    func rendered(_ part: String?) -> String? {
      part.map { part in
        data.reduce(part) { text, pair in
          text.replacing("{{{\(pair.key)}}}", with: pair.value).replacing("{{\(pair.key)}}", with: pair.value)
        }
      }
    }
    let shown = try Preview(template, values: ["name": values[0], "등급": "gold", "email": "kim+1@x.example"])
    #expect(rendered(given["Subject"]) == shown.subject && shown.subject == "김 <b> & \"c\"님께 “a & b”")
    #expect(rendered(given["Text"]) == shown.textBody)
    #expect(rendered(given["Html"]) == shown.htmlBody)
    let headers = try #require(at("BulkEmailEntries", "0", "ReplacementHeaders") as? [[String: String]])
    #expect(
      headers.map { "\($0["Name"] ?? ""): \($0["Value"] ?? "")" } == shown.headers.map { "\($0.name): \($0.value)" })
    #expect(headers.count == 2 && headers[0]["Value"]?.contains("kim%2B1%40x.example") == true, "\(headers)")
    let letter = Mail.Letter(campaign, address: "kim+1@x.example", values: values)
    #expect(letter.content.subject == shown.subject && letter.text == shown.textBody && letter.html == shown.htmlBody)
    #expect(letter.headers == shown.headers)
  }
}
