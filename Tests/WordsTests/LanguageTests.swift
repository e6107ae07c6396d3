import Foundation
import Model
import Testing
import Words

/// Which languages there are, and what each keeps to.
@Suite struct LanguageTests {
  private let korean = Language.korean.words
  private let english = Language.english.words

  @Test func aCodeHasOneCatalogue() {
    #expect(Language.all.map(\.code) == ["en", "ko"])
    #expect(Language(code: "ko") == .korean && Language(code: "en") == .english)
    #expect(Language(code: "KO") == nil && Language(code: "fr") == nil && Language(code: "") == nil)
    #expect(Language.english.next == .korean && Language.korean.next == .english)
  }

  @Test(
    arguments: [
      ("ko_KR.UTF-8", "ko"), ("ko", "ko"), ("ko_KP", "ko"), ("ko.UTF-8", "ko"), ("ko_KR.eucKR@x", "ko"),
      ("en_US.UTF-8", "en"), ("C.UTF-8", nil), ("POSIX", nil), ("kok_IN", nil), ("fr_FR", nil), ("", nil),
    ] as [(String, String?)])
  func aLocaleNamesItsLanguage(locale: String, code: String?) {
    #expect(Language(locale: locale)?.code == code)
  }

  /// Counts that are 1 have a singular.
  @Test func oneIsSingularInEnglish() {
    func check<Key>(_ keys: [Key], _ words: (Key) -> String) {
      for key in keys {
        let text = words(key)
        #expect(
          !text.contains(#/(?:^|[^0-9,.])1 (?!is\b|was\b)(?:dead |quarantined |uncertain |earlier )?[a-z]+s\b/#),
          "\(text)")
        #expect(!text.contains(#/(?:^|[^0-9,.])1 [a-z ]*\b(?:were|are)\b/#), "\(text)")
      }
    }
    check(Term.all, english.term)
    check(HeaderText.all, english.header)
    check(CampaignsText.all, english.campaigns)
    check(BatchesText.all, english.batches)
    check(FailuresText.all, english.failures)
    check(DeadLettersText.all, english.deadLetters)
    check(TimelineText.all, english.timeline)
    check(MailText.all, english.mail)
    check(AttemptText.all, english.attempts)
    check(CopyText.all, english.copying)
    check(PersonText.all, english.person)
    check(LeftAloneText.all, english.leftAlone)
    check(QuarantineText.all, english.quarantine)
    check(HistoryText.all, english.history)
    check(WorkText.all, english.work)
    check(LettersText.all, english.letters)
    check(ScheduleText.all, english.schedule)
    check(Occurrence.all, english.log)
    check(SingleBatchesText.all, english.singleBatches)
    check(Suppression.Cause.allCases, english.suppression)
    check(CourseText.all, english.course)
    check(SuppressionText.all, english.suppressions)
    check(ComposeText.all, english.compose)
    check(NoticeText.all, english.notice)
    check(QuestionText.all, english.question)
    check(CommandText.all, english.command)
    check(DoneText.all, english.done)
    check(CommandNote.all, english.note)
    check(
      [
        .receivedInVain(1), .eventsNeverStored(1), .storeWentBack(uncertain: 1), .quotaUsedUp(limit: "1", sent: "1"),
        .quotaLeftToOthers(recipients: "1", sent: "1", limit: "1", since: "1"), .throttledTo(rate: 1),
      ] as [OwnReason]
    ) { english.reason($0) }
    check(
      [.oldestLetters(1), .chosen(1, conditions: ""), .letters(1), .eventsPutBack(1), .skipped(1)] as [OwnRecord]
    ) { english.record($0) }
    check(
      [
        .composing(.nobody(file: "a.csv", invalid: 1)),
        .composing(.nobodyCounted(invalid: 1, duplicates: 1, first: nil)),
        .composing(.otherAudience(1, confirmed: 1, file: "a.csv")),
      ] as [ProblemText]
    ) { english.problem($0) }
    #expect(english.problem(.composing(.nobody(file: "a.csv", invalid: 2))).hasSuffix("(2 rows are invalid)"))
    #expect(english.record(.letters(2)) == "2 dead letters")
  }

  @Test func countsHaveTheirCountersInKorean() {
    #expect(korean.compose(.people(1950, batches: 39, size: 50)) == "수신자 1,950명, 배치 39개(50명씩)")
    #expect(korean.question(.settle(2)) == "불확실 메시지 2건 확정")
    #expect(korean.timeline(.attempts(2)) == "시도 2회")
    #expect(
      korean.sample(ScopeCount(taken: 20, sample: ["a@b.kr", "c@d.kr", "e@f.kr"])) == "a@b.kr, c@d.kr, e@f.kr 외 17명")
    #expect(korean.notice(.enterNeedsNumber(350)).hasPrefix("350을 입력"))
    #expect(korean.notice(.enterNeedsNumber(2)).hasPrefix("2를 입력"))
  }

  @Test(arguments: [
    (0, "0초", "0s"), (59, "59초", "59s"), (65, "1분05초", "1m05s"), (11_100, "3시간05분", "3h05m"),
    (187_200, "2일04시간", "2d04h"),
  ])
  func aSpanHasTwoUnits(seconds: Int, korean: String, english: String) {
    #expect(self.korean.span(.seconds(seconds)) == korean)
    #expect(self.english.span(.seconds(seconds)) == english)
  }

  /// What operators had to name is worded; a file that is called like nothing of ours is not.
  @Test func theRecordIsInTheReadersWords() {
    #expect(korean.record("softBounced, refused") == "일시 반송, 접수 거부")
    #expect(korean.record("5 messages chosen, softBounced") == "선택한 메시지 5건, 일시 반송")
    #expect(korean.record("영수증.csv") == "영수증.csv")
    #expect(korean.record("skipped 15") == "제외 15건")
    #expect(english.record("softBounced, refused") == "softBounced, refused")
  }
}

/// Korean says everything in Korean.
@Suite struct KoreanTests {
  /// Names that are the same everywhere, keys, and what is typed.
  private static let names: Set<String> = [
    "resume", "without", "breaker", "override",
    "Shift", "JIS", "Latin", "Windows",
    "Sendboard", "sendboard", "SES", "AWS", "DLQ", "CSV", "HTML", "SMTP", "UTF", "ASCII", "JSON", "BOM", "NUL", "EUC",
    "KR", "SMS", "LMS",
    "CP", "GB", "GBK", "Excel", "ZIP", "PDF", "xls", "MiB", "ID", "IP", "DNS", "SPF", "DKIM", "DMARC", "IAM",
    "eventType",
    "notificationType", "enforcement", "providers", "email", "sms", "phone", "example", "com", "sender", "name", "run",
    "quarantine", "export", "Enter", "Esc", "Tab", "Ctrl", "PgUp", "PgDn", "Home", "End", "Space",
    "Send", "Delivery", "Bounce", "Complaint", "Reject", "Rendering", "Failure", "DeliveryDelay", "Open", "Click",
    "https", "Subscription", "CSV.", "Asia", "Seoul", "HTTP", "GNU", "screen", "tmux", "set", "clipboard", "on",
    "today", "defaultCountry", "default", "country",
  ]

  private func check<Key>(_ keys: [Key], _ words: (Key) -> String) {
    #expect(!keys.isEmpty)
    for key in keys {
      let text = words(key)
      let foreign = text.split { !($0.isASCII && $0.isLetter) }.map(String.init)
        .filter { $0.count > 1 && !Self.names.contains($0) }
      #expect(foreign.isEmpty, "\(text): \(foreign)")
      #expect(
        !text.contains("(를)") && !text.contains("(가)") && !text.contains("(는)") && !text.contains("(으)"), "\(text)")
    }
  }

  /// A particle after a value is chosen by the value; only what a counter ends (건, 명, 개) is known beforehand.
  @Test func aParticleFollowsItsValue() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Sources/Words/Korean")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    var counted = 0
    for file in files {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        for match in line.matches(of: #/(\\\([^" ]*?\))(을|를|이|가|은|는|으로|로|과|와)(?![가-힣])/#) {
          counted += 1
          // What stands in brackets behind a counter is not read with it.
          let value = match.1.split(separator: "\\(").last ?? ""
          let isCounted = ["items(", "people(", "pieces(", "at(", "self.channel("].contains { value.hasPrefix($0) }
          #expect(isCounted && ["을", "이", "은", "과", "으로"].contains(match.2), "\(line)")
        }
      }
    }
    #expect(counted > 10 && files.count > 10)
  }

  @Test func aCampaignsNumberHasItsParticle() {
    let words = Language.korean.words
    #expect(words.compose(.again(campaign: "7", moment: "09:05")).hasPrefix("09:05에 캠페인 7로 이미"))
    #expect(words.compose(.again(campaign: "3", moment: "09:05")).hasPrefix("09:05에 캠페인 3으로 이미"))
    #expect(words.compose(.continued(campaign: "2", moment: "09:05")).hasPrefix("09:05의 캠페인 2와 같으며"))
    #expect(words.compose(.continued(campaign: "10", moment: "09:05")).hasPrefix("09:05의 캠페인 10과 같으며"))
  }

  @Test func noEnglishWordIsLeft() {
    let words = Language.korean.words
    check(MessageStatus.allCases, words.status)
    check(FailureKind.allCases, words.kind)
    check(Channel.allCases, words.channel)
    check(PaneName.all, words.pane)
    check(Term.all, words.term)
    check(Hint.all, words.hint)
    check(Hint.all, words.meaning)
    check(HelpHeading.all, words.heading)
    check(HelpText.allCases) { words.help($0).meaning }
    check(HeaderText.all, words.header)
    check(CampaignsText.all, words.campaigns)
    check(BatchesText.all, words.batches)
    check(MessagesText.all, words.messages)
    check(FailuresText.all, words.failures)
    check(DeadLettersText.all, words.deadLetters)
    check(TimelineText.all, words.timeline)
    check(MailText.all, words.mail)
    check(AttemptText.all, words.attempts)
    check(CopyText.all, words.copying)
    check(PersonText.all, words.person)
    check(LeftAloneText.all, words.leftAlone)
    check(QuarantineText.all, words.quarantine)
    check(HistoryText.all, words.history)
    check(WorkText.all, words.work)
    check(LettersText.all, words.letters)
    check(ScheduleText.all, words.schedule)
    check(Occurrence.all, words.log)
    check(SingleBatchesText.all, words.singleBatches)
    check(Suppression.Cause.allCases, words.suppression)
    check(CourseText.all, words.course)
    check(BatchStanding.allCases, words.batch)
    check(ComposeText.all, words.compose)
    check(NoticeText.all, words.notice)
    check(QuestionText.all, words.question)
    check(CommandText.all, words.command)
    check(DoneText.all, words.done)
    check(CommandNote.all, words.note)
    check(SkipReason.all, words.skipped)
    check(TextFailure.allCases, words.textFailure)
    check(TextFailure.allCases.map { Advice.text($0) }, words.advice)
    check(ComponentName.all, words.component)
    check(ProblemText.all, words.problem)
    check(AddressProblem.Code.allCases, words.address)
    check(RowProblem.all, words.row)
    check(FileProblem.all, words.file)
  }

  /// A reason, and what is kept of what was done, in none of the contract's English words.
  @Test func whatIsStoredIsWordedToo() {
    let words = Language.korean.words
    for code in OwnReason.Code.allCases {
      let reason = ["7", "email", "transient", "manual", "bounces"].lazy.flatMap { first in
        (0...5).lazy.compactMap { OwnReason(code, [String](([first] + ["7", "8", "7", "8"]).prefix($0))) }
      }.first
      if let reason { check([reason]) { words.reason($0) } } else { Issue.record("no sample of \(code)") }
    }
    for code in OwnRecord.Code.allCases {
      let record = (0...2).lazy.compactMap { OwnRecord(code, [String](["7", "8"].prefix($0))) }.first
      if let record { check([record]) { words.record($0) } } else { Issue.record("no sample of \(code)") }
    }
    for code in IntakeProblem.Code.allCases {
      let problem = (0...2).lazy.compactMap { IntakeProblem(code, [String](["7", "8"].prefix($0))) }.first
      if let problem { check([problem]) { words.intake($0) } } else { Issue.record("no sample of \(code)") }
    }
  }
}
