import Model
import Testing
import Words

/// Every key has words in every language: the compiler sees that a language answers for each case, and this that it says
/// something.
@Suite struct CompletenessTests {
  private func check<Key>(_ keys: [Key], _ words: (any Words) -> (Key) -> String, empty: (Key) -> Bool = { _ in false })
  {
    #expect(!keys.isEmpty)
    for language in Language.all {
      for key in keys where !empty(key) {
        let text = words(language.words)(key)
        #expect(text.contains { !$0.isWhitespace }, "\(language.code): \(key)")
        // A line of a screen.
        #expect(!text.contains { $0.isNewline }, "\(language.code): \(key)")
      }
    }
  }

  @Test func names() {
    check(MessageStatus.allCases) { $0.status }
    check(FailureKind.allCases) { $0.kind }
    check(Channel.allCases) { $0.channel }
    check(PaneName.all) { $0.pane }
    check(Hint.all) { $0.hint }
    check(Hint.all) { $0.meaning }
    check(HelpHeading.all) { $0.heading }
    // Where there is no more, nothing is said.
    check(Term.all) {
      $0.term
    } empty: {
      $0 == .more(above: false, below: false)
    }
    check(HelpText.allCases) { words in { words.help($0).name + words.help($0).meaning } }
  }

  @Test func panes() {
    check(HeaderText.all) { $0.header }
    check(CampaignsText.all) { $0.campaigns }
    check(BatchesText.all) { $0.batches }
    check(MessagesText.all) { $0.messages }
    check(FailuresText.all) { $0.failures }
    check(DeadLettersText.all) { $0.deadLetters }
    check(TimelineText.all) { $0.timeline }
    check(MailText.all) { $0.mail }
    check(AttemptText.all) { $0.attempts }
    check(CopyText.all) { $0.copying }
    check(PersonText.all) { $0.person }
    check(LeftAloneText.all) { $0.leftAlone }
    check(QuarantineText.all) { $0.quarantine }
    check(HistoryText.all) { $0.history }
    check(WorkText.all) { $0.work }
    check(LettersText.all) { $0.letters }
    check(ScheduleText.all) { $0.schedule }
    check(Occurrence.all) { $0.log }
    check(SingleBatchesText.all) { $0.singleBatches }
    check(CourseText.all) { $0.course }
    check(SuppressionText.all) { $0.suppressions }
    check(BatchStanding.allCases) { $0.batch }
    check(ComposeText.all) { $0.compose }
  }

  @Test func sentences() {
    check(NoticeText.all) { $0.notice }
    check(QuestionText.all) { $0.question }
    check(CommandText.all) { $0.command }
    check(DoneText.all) { $0.done }
    check(CommandNote.all) { $0.note }
    check(SkipReason.all) { $0.skipped }
    check(TextFailure.allCases) { $0.textFailure }
    check(ComponentName.all) { $0.component }
  }

  @Test func problems() {
    check(ProblemText.all) { $0.problem }
    check(AddressProblem.Code.allCases) { $0.address }
    check(RowProblem.all) { $0.row }
    check(FileProblem.all) { $0.file }
    check(QueueFault.all) { $0.queue }
    check(LetterRun.all) { $0.run }
    check(StoreObjection.all) { $0.objection }
    check(Fault.all) { $0.fault }
    for kind in [TemplateProblem.Kind.notUnderstood("x"), .strayEnd, .openSection("x"), .openTag] {
      for part in Template.Part.allCases {
        check([ProblemText.composing(.notRenderable(TemplateProblem(kind, in: part, line: 2)))]) { $0.problem }
      }
    }
  }

  /// Nothing but a name that a system or an operator gave is quoted.
  @Test func aProblemNamesNoRow() {
    #expect(Language.english.words.row(.fieldCount(1, header: 3)) == "the row has 1 field, the header has 3")
    #expect(Language.english.words.row(.textAfterQuote) == "text follows a closing quote")
    #expect(
      Language.english.words.file(.noSuchColumn("Adresse", columns: ["a", "b"])).hasSuffix("columns are \"a\", \"b\""))
    #expect(
      Language.english.words.file(.severalAddressColumns(wanted: "email", ["이메일", "Mail"]))
        == "more than one column could be \"email\": \"이메일\" and \"Mail\"")
  }

  @Test(arguments: [
    (TextEncoding?.some(.korean), "perhaps it is EUC-KR (CP949), as Korean Excel saves CSV; "),
    (.chinese, "perhaps it is GB18030 (GBK), as Chinese Excel saves CSV; "),
    (.western, "perhaps it is Latin-1 (Windows-1252), as Excel in the West saves CSV; "),
    (.japanese, "perhaps it is Shift-JIS (CP932), as Japanese Excel saves CSV; "),
    (.koreanOrChinese, "EUC-KR (CP949), as Korean Excel saves CSV, or GB18030"), (nil, "not valid UTF-8: save it as"),
  ]) func anEncodingIsNamedAsFarAsItIsKnown(encoding: TextEncoding?, words: String) {
    #expect(Language.english.words.file(.notUTF8(encoding)).contains(words))
  }

  @Test func aTemplateIsWrongInALineOfAPart() {
    func words(_ kind: TemplateProblem.Kind, _ line: Int) -> String {
      Language.english.words.problem(.composing(.notRenderable(TemplateProblem(kind, in: .text, line: line))))
    }
    #expect(
      words(.openSection("{{#if}}"), 2).hasSuffix("line 2 of the text: a section is opened and never closed: {{#if}}"))
    #expect(words(.notUnderstood("{{> part}}"), 3).hasSuffix("line 3 of the text: {{> part}} is not understood here"))
    #expect(words(.openTag, 1).hasSuffix("line 1 of the text: a {{ is not closed by }}"))
  }
}
