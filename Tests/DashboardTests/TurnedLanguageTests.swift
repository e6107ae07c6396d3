import Canvas
import Dashboard
import Model
import Testing
import Words

/// The language is changed while the dashboard runs.
@Suite struct TurnedLanguageTests {
  /// All but the line at the bottom, which says that it was changed.
  private func rows(_ desk: Desk) -> [Substring] {
    desk.screen().split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  /// Nothing keeps words: whatever is on the screen is what it had been in the other language from the beginning.
  @Test func everythingOnTheScreenIsWordedAnew() {
    var turned = 0
    for (name, make) in Screens.all {
      var desk = make()
      // What has not been answered is not answered by the way.
      desk.store.isSilent = true
      let before = rows(desk)
      desk.press(.function(2))
      if desk.screen().contains("answer the question first") {
        #expect(rows(desk) == before, "\(name)")
        continue
      }
      turned += 1
      let korean = Desk.$language.withValue(.korean) { make() }
      #expect(rows(desk) == rows(korean), "\(name)")
      #expect(desk.screen().contains("L: English"), "\(name)")
      desk.press(.function(2))
      #expect(rows(desk) == before, "\(name)")
    }
    #expect(turned > 40)
  }

  @Test func aLetterDoesItToo() {
    var desk = Desk()
    desk.type("L")
    #expect(desk.screen().contains("캠페인"))
    desk.type("L")
    #expect(desk.screen().contains("in English now · L: 한국어"))
  }

  /// In a line that is typed the letter is a letter.
  @Test func whatIsTypedStays() {
    var desk = Desk()
    desk.type("/L")
    #expect(desk.screen().contains("name contains: L"))
    desk.press(.function(2))
    #expect(desk.screen().contains("이름에 포함: L"))
  }

  @Test func aFormKeepsWhatIsTypedAndChosen() {
    var desk = Desk()
    desk.type("n가을")
    desk.press(.tab)
    desk.type(" ")
    desk.press(.tab)
    desk.type("a.csv")
    desk.press(.left, .function(2))
    desk.type("x")
    let screen = desk.screen()
    #expect(screen.contains("‹ 문자 ›") && screen.contains("가을") && screen.contains("a.csxv"))
    #expect(screen.contains("문자에는 쓰지 않음"))
    // One that was left is in the new language when it is opened again.
    desk.press(.escape)
    desk.type("L")
    desk.press(.enter)
    #expect(desk.screen().contains("‹ sms ›") && desk.screen().contains("a.csxv"))
  }

  /// A question is answered in the words in which it was put, and with what it said.
  @Test func aQuestionStaysAsItWas() {
    var desk = Desk()
    desk.type("x")
    let before = rows(desk)
    desk.press(.function(2))
    #expect(rows(desk) == before)
    #expect(desk.screen().contains("answer the question first"))
    desk.press(.escape, .function(2))
    #expect(desk.screen().contains("L: English"))
  }

  /// A campaign that is no longer listed keeps its name in the log.
  @Test func theLogRemembersNames() {
    var desk = Desk()
    Screens.troubles(&desk)
    desk.store.snapshot.campaigns = []
    desk.press(.function(5), .function(2))
    desk.type("6")
    #expect(desk.screen().contains("“여름 세일 안내” 정지; r로 재개"))
    #expect(desk.screen().contains("재개 실패: 저장소가 읽기 전용임"))
  }

  @Test func theKeyIsInTheHelp() {
    for language in Language.all {
      let desk = Desk.$language.withValue(language) { () -> Desk in
        var desk = Desk(width: 100, height: 60)
        desk.type("?")
        return desk
      }
      #expect(desk.screen().contains("L F2"), "\(language.code)")
    }
  }

  /// What follows a label stands in one column, whichever label it is.
  @Test(arguments: Language.all.map(\.code)) func labelsLineUp(code: String) throws {
    let words = try #require(Language(code: code)).words
    let groups: [[String]] = [
      [TimelineText.status, .why, .subject, .sender, .data, .from("")].map(words.timeline)
        + [words.term(.reason), words.term(.toDo), words.quarantine(.begins)],
      [words.history(.condition), words.history(.result)],
      [ComposeText.labelFrom, .labelFile, .labelColumns].map(words.compose),
    ]
    for group in groups { #expect(Set(group.map { TextWidth.of($0) }).count == 1, "\(group)") }
  }

  /// What can be answered is never cut, on the smallest screen either.
  @Test(arguments: Language.all.map(\.code)) func noAnswerIsCut(code: String) throws {
    let language = try #require(Language(code: code))
    let screen = Desk.$language.withValue(language) { Screens.make("settle 40x10").screen() }
    let rows = screen.split(separator: "\n").filter {
      $0.contains("┃ t ") || $0.contains("┃ o ") || $0.contains("┃ Esc ")
    }
    #expect(rows.count == 3 && rows.allSatisfy { !$0.contains("…") }, "\(screen)")
  }

  /// What a footer has no room for is said, since nobody can scroll there.
  @Test(arguments: Language.all.map(\.code)) func aFooterSaysThatThereIsMore(code: String) throws {
    let language = try #require(Language(code: code))
    for keys in ["4", "8"] {
      var desk = Desk.$language.withValue(language) { Desk(width: 40, height: 10) }
      desk.store.letters.letters[0].error =
        "a reason that is long enough for more than two lines, and for a third one too"
      desk.type(keys)
      let rows = desk.screen().split(separator: "\n", omittingEmptySubsequences: false)
      let footer = rows.dropLast(2).last { !$0.isEmpty } ?? ""
      // The history's are short, and say nothing.
      #expect(footer.hasSuffix("…") == (keys != "8"), "\(desk.screen())")
    }
  }

  /// On 80 columns the footer of the failures holds every advice whole.
  @Test(arguments: Language.all.map(\.code)) func everyAdviceFitsItsFooter(code: String) throws {
    let words = try #require(Language(code: code)).words
    let room = 80 - TextWidth.of(words.term(.toDo))
    let codes: [String?] = [nil] + (0...7).flatMap { subject in (0...27).map { "5.\(subject).\($0)" } } + ["4.4.7"]
    let causes = ["Permanent", "Transient", "Undetermined", "Other", "MailboxFull", "IPFailure", "throttled", "quota"]
    let more = ["unverifiedSender", "unverifiedRecipient", "sharedFault", "undecided", "failed", "invalidParameter"]
    let subtypes = [
      "", "NoEmail", "Suppressed", "OnAccountSuppressionList", "OnTenantSuppressionList", "UnsubscribedRecipient",
      "EmailValidationSuppressed", "MailboxFull", "CustomTimeoutExceeded", "AttachmentRejected", "fraud",
    ]
    for kind in FailureKind.allCases {
      for cause in causes + more {
        for subtype in subtypes {
          for code in codes {
            let advice = words.advice(
              Classification(kind: kind, cause: cause, subtype: subtype, smtpStatus: code).advice)
            guard TextWidth.wrap(advice, to: room).count <= 3, advice.hasSuffix(".") else {
              Issue.record("\(advice)")
              return
            }
          }
        }
      }
    }
  }

  /// A column is as wide as its words.
  @Test(arguments: Language.all.map(\.code)) func noStatusIsCut(code: String) throws {
    let language = try #require(Language(code: code))
    for status in MessageStatus.allCases {
      var desk = Desk.$language.withValue(language) { Desk() }
      desk.store.snapshot.campaigns[0].counts = [status: 2000]
      desk.press(.function(5))
      desk.type("b")
      #expect(desk.screen().contains(language.words.batches(.counted(2000, language.words.status(status)))))
    }
    for kind in FailureKind.allCases {
      var desk = Desk.$language.withValue(language) { Desk() }
      desk.store.failures = [
        FailureCount(classification: Classification(kind: kind, cause: "x", subtype: "", smtpStatus: nil), count: 1)
      ]
      desk.type("3")
      #expect(desk.screen().contains(" \(language.words.kind(kind)) "), "\(kind)")
    }
  }
}
