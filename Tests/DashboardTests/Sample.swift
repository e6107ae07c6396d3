import Words
import Dashboard
import Model

/// What the screens of these tests are about: one morning in Seoul.
enum Sample {
  /// 2026-11-21T00:05:44.120Z.
  static let now = Timestamp(milliseconds: 1_795_219_544_120)

  static func ago(_ seconds: Int) -> Timestamp { now + .seconds(-seconds) }

  static let summer = CampaignID(rawValue: 3)
  static let notices = CampaignID(rawValue: 2)
  static let receipts = CampaignID(rawValue: 1)

  static func campaign(
    _ id: CampaignID, _ name: String, _ state: CampaignState, recipients: Int, _ counts: [MessageStatus: Int],
    _ batches: CampaignSummary.Batches, subject: String, reputation: Reputation = Reputation(), note: String? = nil
  ) -> CampaignSummary {
    CampaignSummary(
      id: id, name: name, channel: .email, state: state, operator: "hyeonjun", createdAt: ago(600),
      audience: "recipients.csv", subject: subject, recipients: recipients, counts: counts, batches: batches,
      reputation: reputation, note: note)
  }

  static let campaigns = [
    campaign(
      summer, "여름 세일 안내", .sending, recipients: 2000,
      [
        .queued: 780, .sending: 5, .accepted: 30, .delayed: 5, .delivered: 1044, .opened: 80, .clicked: 20,
        .softBounced: 20, .hardBounced: 15, .complained: 1,
      ], .init(pending: 3, queued: 13, done: 24, dead: 0), subject: "{{name}}님, 여름 세일이 시작됩니다",
      reputation: Reputation(sent: 1215, bounced: 15, complained: 1)),
    campaign(
      notices, "Contract reminder", .finished, recipients: 100_000,
      [.queued: 100, .delivered: 98_000, .hardBounced: 1500, .suppressed: 398, .uncertain: 2],
      .init(done: 1998, dead: 2), subject: "Please sign your contract"),
    campaign(
      receipts, "전자서명 요청 — 2분기 계약서 (고객사 전체)", .paused, recipients: 350,
      [.queued: 350], .init(pending: 7), subject: "서명 요청", note: "the provider paused the account"),
  ]

  static let health = Health(
    sendQueue: .init(visible: 13, inFlight: 5, delayed: 0), eventQueue: .init(visible: 40, inFlight: 10, delayed: 0),
    deadLetters: 2, sending: 5, rate: 118, accepted: 101_118,
    reputation: Reputation(sent: 101_118, bounced: 1515, complained: 1),
    ingestLag: .seconds(2), quarantined: 0, uncertain: 2)

  static let snapshot = Snapshot(campaigns: campaigns, health: health, at: now)

  static let mailboxFull = Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2")
  static let noSuchUser = Classification(kind: .hard, cause: "Permanent", subtype: "General", smtpStatus: "5.1.1")

  /// Message `id` of the list, the same at every call: every 10th bounced hard, every 7th soft, every 13th uncertain.
  static func message(_ id: Int, campaign: CampaignID? = summer) -> MessageSummary {
    let names = ["kim.minji", "이서연", "park.jiho", "o'brien", "choi+news", "nguyen.thi.thu.trang"]
    let domains = ["example.com", "한국.kr", "mail.example.org"]
    var message = MessageSummary(
      id: MessageID(rawValue: Int64(id)), campaign: campaign, address: "\(names[id % 6])\(id)@\(domains[id % 3])",
      subject: "\(names[id % 6])님, 여름 세일이 시작됩니다", status: .delivered, providerID: "0100018f-\(id)", attempts: 1,
      updatedAt: ago(id), classification: nil, reason: nil)
    if id % 10 == 0 {
      message.status = .hardBounced
      message.classification = noSuchUser
      message.reason = "smtp; 550 5.1.1 The email account that you tried to reach does not exist"
    } else if id % 7 == 0 {
      message.status = .softBounced
      message.classification = mailboxFull
      message.reason = "smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)"
    } else if id % 13 == 0 {
      message.status = .uncertain
      message.providerID = nil
    }
    return message
  }

  /// The first messages of the summer campaign.
  static let messages = (1...2000).map { message($0) }

  /// What is looked for in them, in small letters: made once, for random keys look a thousand times.
  static let addresses = messages.map { $0.address.lowercased() }
  static let subjects = messages.map { $0.subject.lowercased() }

  static func events(_ id: MessageID) -> [Event] {
    func event(
      _ seconds: Int, _ type: EventType, _ source: Event.Source, attempt: Int = 1,
      _ classification: Classification? = nil,
      _ reason: String? = nil
    ) -> Event {
      Event(
        message: id, attempt: attempt, at: ago(seconds), type: type, source: source, identity: Int64(seconds),
        classification: classification, reason: reason)
    }
    return [
      event(90_000, .claimed, .sendboard), event(89_999, .accepted, .sendboard), event(89_998, .send, .provider),
      event(
        89_990, .deliveryDelay, .provider,
        Classification(kind: .delay, cause: "MailboxFull", smtpStatus: "4.2.2"), "smtp; 452 4.2.2 mailbox full"),
      event(86_500, .bounce, .provider, mailboxFull, "smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)"),
      event(600, .resent, .operator), event(590, .claimed, .sendboard, attempt: 2),
      event(589, .accepted, .sendboard, attempt: 2),
      event(
        580, .bounce, .provider, attempt: 2, mailboxFull, "smtp; 452 4.2.2 받은편지함이 가득 찼습니다 (mailbox full)"),
    ]
  }

  static let failures = [
    FailureCount(classification: mailboxFull, count: 20), FailureCount(classification: noSuchUser, count: 1515),
    FailureCount(
      classification: Classification(kind: .suppressed, cause: "Permanent", subtype: "OnAccountSuppressionList"),
      count: 398),
    FailureCount(classification: Classification(kind: .complaint, cause: "Complaint", subtype: "abuse"), count: 1),
    FailureCount(classification: Classification(kind: .refused, cause: "throttled"), count: 12),
  ]

  static func groups(_ grouping: FailureGrouping) -> [FailureGroup] {
    let hour = Timestamp(milliseconds: now.milliseconds / 3_600_000 * 3_600_000)
    return switch grouping {
    case .domain:
      [
        FailureGroup(slice: FailureSlice(domain: "example.com"), count: 1600, kinds: [.hard: 1500, .soft: 100]),
        FailureGroup(slice: FailureSlice(domain: "한국.kr"), count: 46, kinds: [.soft: 20, .hard: 15, .refused: 11]),
      ]
    case .hour:
      (0..<3).map {
        let start = hour + .seconds(-3600 * $0)
        return FailureGroup(
          slice: FailureSlice(span: start..<(start + .seconds(3600))), count: 100 - $0, kinds: [.hard: 100 - $0])
      }
    case .day:
      [
        FailureGroup(
          slice: FailureSlice(span: (now + .seconds(-344))..<(now + .seconds(86_056))), count: 1646,
          kinds: [.hard: 1515, .soft: 120, .refused: 11])
      ]
    }
  }

  static let letterBody = "sendboard/1 store=teststore campaign=2 batch=1700 channel=email"

  static func letters(_ count: Int) -> [DeadLetter] {
    (0..<count).map { index in
      DeadLetter(
        id: "dl-\(1000 + index)", campaign: index % 2 == 0 ? notices : receipts,
        batch: BatchID(rawValue: Int64(1700 + index)),
        receiveCount: 3, enqueuedAt: ago(7500 + index * 60),
        error: "the call to SES timed out after 30 s three times; 서버가 응답하지 않았습니다 (eu-west-1)", recipients: 50)
    }
  }

  static let composition = Composition(
    name: "가을 안내", file: "가을.csv", from: "안내 <news@example.com>", subject: "{{name}}님께", textFile: "body.txt")

  static func count(_ recipients: Int) -> AudienceCount {
    var count = AudienceCount(
      recipients: recipients, duplicates: 12, invalid: 3,
      invalidLines: [
        .init(line: 17, problem: .address(.noAt)), .init(line: 230, problem: .address(.noDot)),
      ], batches: (recipients + 49) / 50, columns: ["name", "회사"], firstAddress: "kim.minji@example.com",
      preview: ["Subject: 김민지님께", "", "김민지님, 안녕하세요.", "가을 소식을 전해 드립니다."])
    count.duplicateLines = [.init(line: 21, first: 4)]
    count.forecast = Forecast(
      time: Forecast.time(of: recipients, behind: 0, .init(account: 50)), cost: Double(recipients) / 10_000,
      currency: "USD")
    return count
  }
}
