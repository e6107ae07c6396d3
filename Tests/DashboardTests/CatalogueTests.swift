import Canvas
import Model
import Testing
import Words

@testable import Dashboard

/// A second language: English with every letter made a Cyrillic one.
private struct Marked: Words {
  private let english = Language.english.words

  static func mark(_ text: String) -> String {
    String(text.map { $0.isASCII && $0.isLetter ? ($0.isUppercase ? "Ж" : "ж") : $0 })
  }

  func status(_ status: MessageStatus) -> String { Self.mark(english.status(status)) }
  func kind(_ kind: FailureKind) -> String { Self.mark(english.kind(kind)) }
  func event(_ type: EventType) -> String { Self.mark(english.event(type)) }
  func source(_ source: Event.Source) -> String { Self.mark(english.source(source)) }
  func state(_ state: CampaignState) -> String { Self.mark(english.state(state)) }
  func channel(_ channel: Channel) -> String { Self.mark(english.channel(channel)) }
  func pane(_ pane: PaneName) -> String { Self.mark(english.pane(pane)) }
  func term(_ term: Term) -> String { Self.mark(english.term(term)) }
  func advice(_ advice: Advice) -> String { Self.mark(english.advice(advice)) }
  func reason(_ reason: OwnReason) -> String { Self.mark(english.reason(reason)) }
  func action(_ action: OperatorAction) -> String { Self.mark(english.action(action)) }
  func record(_ record: OwnRecord) -> String { Self.mark(english.record(record)) }
  func intake(_ problem: IntakeProblem) -> String { Self.mark(english.intake(problem)) }
  func address(_ problem: AddressProblem.Code) -> String { Self.mark(english.address(problem)) }
  func row(_ problem: RowProblem) -> String { Self.mark(english.row(problem)) }
  func file(_ problem: FileProblem) -> String { Self.mark(english.file(problem)) }
  func note(_ note: CommandNote) -> String { Self.mark(english.note(note)) }
  func component(_ component: ComponentName) -> String { Self.mark(english.component(component)) }
  func skipped(_ reason: SkipReason) -> String { Self.mark(english.skipped(reason)) }
  func textFailure(_ failure: TextFailure) -> String { Self.mark(english.textFailure(failure)) }
  func hint(_ hint: Hint) -> String { Self.mark(english.hint(hint)) }
  func meaning(_ hint: Hint) -> String { Self.mark(english.meaning(hint)) }
  func heading(_ heading: HelpHeading) -> String { Self.mark(english.heading(heading)) }
  func notice(_ notice: NoticeText) -> String { Self.mark(english.notice(notice)) }
  func question(_ question: QuestionText) -> String { Self.mark(english.question(question)) }
  func command(_ command: CommandText) -> String { Self.mark(english.command(command)) }
  func done(_ done: DoneText) -> String { Self.mark(english.done(done)) }
  func header(_ text: HeaderText) -> String { Self.mark(english.header(text)) }
  func campaigns(_ text: CampaignsText) -> String { Self.mark(english.campaigns(text)) }
  func batches(_ text: BatchesText) -> String { Self.mark(english.batches(text)) }
  func messages(_ text: MessagesText) -> String { Self.mark(english.messages(text)) }
  func failures(_ text: FailuresText) -> String { Self.mark(english.failures(text)) }
  func deadLetters(_ text: DeadLettersText) -> String { Self.mark(english.deadLetters(text)) }
  func quarantine(_ text: QuarantineText) -> String { Self.mark(english.quarantine(text)) }
  func history(_ text: HistoryText) -> String { Self.mark(english.history(text)) }
  func work(_ text: WorkText) -> String { Self.mark(english.work(text)) }
  func log(_ event: Occurrence) -> String {
    if case .said(let words) = event { return words }
    return Self.mark(english.log(event))
  }
  func schedule(_ text: ScheduleText) -> String { Self.mark(english.schedule(text)) }
  func letters(_ text: LettersText) -> String { Self.mark(english.letters(text)) }
  func batch(_ standing: BatchStanding) -> String { Self.mark(english.batch(standing)) }
  func suppression(_ cause: Suppression.Cause) -> String { Self.mark(english.suppression(cause)) }
  func singleBatches(_ text: SingleBatchesText) -> String { Self.mark(english.singleBatches(text)) }
  func course(_ text: CourseText) -> String { Self.mark(english.course(text)) }
  func suppressions(_ text: SuppressionText) -> String { Self.mark(english.suppressions(text)) }
  func timeline(_ text: TimelineText) -> String { Self.mark(english.timeline(text)) }
  func mail(_ text: MailText) -> String { Self.mark(english.mail(text)) }
  func attempts(_ text: AttemptText) -> String { Self.mark(english.attempts(text)) }
  func copying(_ text: CopyText) -> String { Self.mark(english.copying(text)) }
  func person(_ text: PersonText) -> String { Self.mark(english.person(text)) }
  func leftAlone(_ text: LeftAloneText) -> String { Self.mark(english.leftAlone(text)) }
  func compose(_ text: ComposeText) -> String { Self.mark(english.compose(text)) }
  func problem(_ problem: ProblemText) -> String {
    if case .foreign(let words) = problem { return words }
    return Self.mark(english.problem(problem))
  }
  func queue(_ fault: QueueFault) -> String { Self.mark(english.queue(fault)) }
  func run(_ run: LetterRun) -> String { Self.mark(english.run(run)) }
  func objection(_ objection: StoreObjection) -> String { Self.mark(english.objection(objection)) }
  func span(_ span: Duration) -> String { Self.mark(english.span(span)) }

  func help(_ help: HelpText) -> HelpLine {
    let line = english.help(help)
    return HelpLine(Self.mark(line.name), Self.mark(line.meaning))
  }
}

/// Whatever the screen says comes from the catalogue: in another language no English word is left.
@Suite struct CatalogueTests {
  /// What is written on keys, names that are the same everywhere, and what the store and the operator wrote.
  private static let untouched: Set<String> = {
    let keys = "Enter Esc Tab Space Ctrl Sendboard UTC"
    let campaigns = Sample.campaigns.flatMap { [$0.name, $0.subject, $0.audience, $0.operator, $0.note ?? ""] }
    let messages = Sample.messages.flatMap { [$0.address, $0.subject, $0.providerID ?? "", $0.reason ?? ""] }
    let events = Sample.events(MessageID(rawValue: 1)).compactMap(\.reason)
    let classes =
      Sample.failures.map(\.classification) + Sample.events(MessageID(rawValue: 1)).compactMap(\.classification)
    let letters = Sample.letters(2).flatMap { [$0.id, $0.error] } + [Sample.letterBody]
    let count = Sample.count(350)
    let typed = [
      Sample.composition.file, Sample.composition.from, Sample.composition.subject, "body.txt", "kim", "remarks",
      "overdue Unpaid invoices day tomorrow tier silver least", "mina asked by phone gone@example.com away",
    ]
    let counted = count.columns + count.preview + [count.firstAddress]
    let records =
      Sample.quarantine.flatMap {
        [$0.error, String(decoding: $0.head, as: UTF8.self), "xFF xFE line of the document"]
      }
      + Sample.history.flatMap { [$0.operator, $0.condition, $0.result] }
    let mail = Sample.mail(Sample.message(1)).letter
    let letter =
      [mail?.content.sender, mail?.text, mail?.html, "0100018f-former"].compactMap(\.self)
      + (mail?.content.data ?? []).flatMap { [$0.name, $0.value] }
    let texts =
      letter + [keys, "is a backup running?"] + campaigns + messages + events + letters + typed + counted + records
      + classes.flatMap { [$0.cause, $0.subtype] }
    return Set(texts.flatMap(words))
  }()

  private static func words(_ text: String) -> [String] {
    text.split { !($0.isASCII && $0.isLetter) }.map(String.init).filter { $0.count > 1 }
  }

  @Test func nothingElseIsSaid() {
    Desk.$language.withValue(Language(code: "marked", name: "marked", words: Marked())) {
      for (name, make) in Screens.all {
        let screen = make().screen()
        #expect(screen.contains("ж"), "\(name)")
        // What is cut off at the end of a column is the beginning of a word, what a dialog covers in part its end.
        let strange = Self.words(screen).filter { word in
          !Self.untouched.contains { $0.hasPrefix(word) || $0.hasSuffix(word) }
        }
        #expect(strange.isEmpty, "\(name): \(Set(strange).sorted())")
      }
    }
  }

  /// Of what is out of order, and of why something could not be read, only names and what others said of it stay.
  @Test func faultsAreSaidInTheReadersLanguage() {
    let faults: [Fault] = [
      .call(.unreachable, call: "SQS ReceiveMessage", said: "sqs.eu-west-1: Could not resolve host"),
      .queueFile(.busy, path: "/대기열", said: "4711 (sqlite)"), .queue(.noAnswerBeforeStop), .reason(.throttled),
    ]
    let quoted = Set(Self.words("sqs.eu-west-1: Could not resolve host sqlite"))
    for fault in faults {
      Desk.$language.withValue(Language(code: "marked", name: "marked", words: Marked())) {
        var desk = Desk(width: 200, height: 24)
        desk.store.snapshot.health.faults = [
          ComponentFault(component: ComponentName.dailyQuota.name, since: Sample.now, problem: fault)
        ]
        desk.wait(15)
        let line = StatusLine.words(desk.state)?.0 ?? ""
        #expect(line.contains("ж"), "\(fault)")
        #expect(Set(Self.words(line)).isSubset(of: quoted), "\(line)")
      }
    }
    let details: [Problem] = [
      Problem(.store(.notFound), detail: .store(.objection(.noCampaign(Sample.summer)))),
      Problem(.store(.locked), detail: .store(.file("/대기열", said: "4711"))),
      Problem(
        .queue(.staleReceipt, "죽은"), detail: .run(LetterRun(.redrive, done: 3, remnants: 1), .queue(.shownAgain))),
    ]
    for problem in details { #expect(Self.words(problem.line(Marked())) == [], "\(problem)") }
  }

  @Test func aLanguageChangesWordsAndNothingElse() {
    for (name, make) in Screens.all {
      let english = make()
      let marked = Desk.$language.withValue(Language(code: "marked", name: "marked", words: Marked())) { make() }
      #expect(english.effects == marked.effects, "\(name)")
    }
  }
}
