import Model
import Testing

/// A message reads as it was rendered for its recipient.
@Suite struct MailTests {
  private func campaign(_ template: Template, columns: [String] = ["name"], channel: Channel = .email) -> Campaign {
    Campaign(
      id: CampaignID(rawValue: 1), name: "May", channel: channel, state: .finished, operator: "t",
      createdAt: Timestamp(milliseconds: 0), audience: "a.csv", template: template, columns: columns, batchSize: 50)
  }

  @Test func everyPartIsRendered() {
    let letter = Mail.Letter(
      campaign(
        Template(from: "News <n@x.example>", subject: "{{name}}", text: "t {{name}} {{email}}", html: "<p>{{name}}")),
      address: "kim@x.example", values: ["김민지"])
    #expect(letter.content.subject == "김민지" && letter.content.sender == "News <n@x.example>")
    // SES is told the address under the name of the column that holds it.
    #expect(letter.text == "t 김민지 kim@x.example" && letter.html == "<p>김민지")
    #expect(letter.content.data == [.init("name", "김민지")])
    #expect(letter.problems.isEmpty && letter.storedTemplate == nil)
  }

  @Test func aColumnCalledLikeTheAddressIsWhatTheTemplateAsksFor() {
    let letter = Mail.Letter(
      campaign(Template(from: "", subject: "{{email}}", text: nil, html: nil), columns: ["email"]),
      address: "kim@x.example", values: ["Kim's other"])
    #expect(letter.content.subject == "Kim's other")
    let message = Mail.Letter(
      campaign(Template(from: "15", subject: "", text: "{{phone}}", html: nil), channel: .sms),
      address: "+821012345678", values: [""])
    #expect(message.text == "+821012345678")
  }

  @Test func whatCannotBeFilledInStandsAsItIsAndIsNamed() {
    let letter = Mail.Letter(
      campaign(
        Template(from: "", subject: "{{name}}", text: "a\n{{#if name}}x{{/if}}", html: nil, storedName: "welcome")),
      address: "kim@x.example", values: ["김"])
    #expect(letter.content.subject == "김" && letter.text == "a\n{{#if name}}x{{/if}}")
    #expect(letter.problems == [TemplateProblem(.notUnderstood("{{#if name}}"), in: .text, line: 2)])
    #expect(letter.storedTemplate == "welcome")
  }
}

/// Each attempt is told by its own events.
@Suite struct AttemptSummaryTests {
  private let full = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")

  private func event(
    _ at: Int64, _ type: EventType, attempt: Int = 1, _ classification: Classification? = nil, _ reason: String? = nil
  ) -> Event {
    Event(
      message: MessageID(rawValue: 7), attempt: attempt, at: Timestamp(milliseconds: at), type: type,
      source: .provider, identity: at, classification: classification, reason: reason)
  }

  @Test func eachAttemptHasAStatusOfItsOwn() {
    let events = [
      event(0, .queued), event(10, .claimed), event(11, .accepted), event(20, .bounce, full, "452 full"),
      event(30, .resent), event(40, .claimed, attempt: 2), event(41, .accepted, attempt: 2),
      event(50, .delivery, attempt: 2),
      // Told late, of the first.
      event(60, .open),
    ]
    let all = AttemptSummary.all(of: events, count: 2, isForeign: false)
    #expect(all.map(\.number) == [1, 2])
    #expect(all.map(\.status) == [.softBounced, .delivered])
    #expect(all.map(\.began) == [Timestamp(milliseconds: 10), Timestamp(milliseconds: 40)])
    #expect(all[0].deciding?.type == .bounce && all[1].deciding?.type == .delivery)
    #expect(all[0].reason == "452 full" && all[1].reason == nil)
  }

  @Test func oneThatIsYetToBeTriedIsThereToo() {
    let all = AttemptSummary.all(of: [event(10, .claimed), event(30, .resent)], count: 1, isForeign: false)
    #expect(all.map(\.status) == [.sending, .queued])
    #expect(all[1].began == nil && all[1].deciding == nil)
    #expect(AttemptSummary.all(of: [event(1, .open)], count: 1, isForeign: true).map(\.status) == [.opened])
    #expect(AttemptSummary.all(of: [], count: 0, isForeign: true).map(\.status) == [.accepted])
  }
}

/// What stands against sending to somebody, by what they were sent.
@Suite struct PersonHistoryTests {
  private func history(_ messages: [(MessageStatus, Int64, Classification?)]) -> PersonHistory {
    PersonHistory(
      address: "kim@x.example",
      messages: messages.map { status, at, classification in
        MessageSummary(
          id: MessageID(rawValue: at), campaign: CampaignID(rawValue: 1), address: "kim@x.example", subject: "",
          status: status, providerID: nil, attempts: 1, updatedAt: Timestamp(milliseconds: at),
          classification: classification, reason: nil)
      }, total: messages.count)
  }

  @Test func theGravestIsTold() {
    let list = Classification(kind: .suppressed, cause: "Permanent", subtype: "OnAccountSuppressionList")
    #expect(history([(.delivered, 9, nil)]).obstacle == nil)
    #expect(
      history([(.hardBounced, 3, nil), (.delivered, 2, nil)]).obstacle == .hardBounced(at: Timestamp(milliseconds: 3)))
    #expect(
      history([(.hardBounced, 3, nil), (.complained, 2, nil)]).obstacle == .complained(at: Timestamp(milliseconds: 2)))
    let suppressed = history([(.clicked, 9, nil), (.suppressed, 5, list), (.suppressed, 4, nil), (.complained, 8, nil)])
    #expect(suppressed.obstacle == .suppressed(list: "OnAccountSuppressionList", at: Timestamp(milliseconds: 5)))
    #expect(suppressed.arrival(after: Timestamp(milliseconds: 5)) == Timestamp(milliseconds: 9))
    #expect(suppressed.arrival(after: Timestamp(milliseconds: 9)) == nil)
    #expect(history([(.queued, 1, nil), (.sending, 1, nil), (.delivered, 1, nil)]).underWay == 2)
  }
}
