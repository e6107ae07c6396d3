package import Model

/// A catalogue: everything that is said to an operator, in one language.
///
/// Whoever has something to say names it by a key with its arguments; each language has a `switch` over the keys, so that
/// one without a word for something does not compile. Keys are values: they can be compared, kept and worded later. What
/// is stored, what JSON and the command line call a thing, is not worded here: that is `name` and `rawValue` in `Model`.
package protocol Words: Sendable {
  // Names, as a screen shows them.
  func status(_ status: MessageStatus) -> String
  func kind(_ kind: FailureKind) -> String
  func event(_ type: EventType) -> String
  func source(_ source: Event.Source) -> String
  func state(_ state: CampaignState) -> String
  func channel(_ channel: Channel) -> String
  func pane(_ pane: PaneName) -> String
  func batch(_ standing: BatchStanding) -> String
  func term(_ term: Term) -> String

  // Sentences.
  func advice(_ advice: Advice) -> String
  func reason(_ reason: OwnReason) -> String
  func component(_ component: ComponentName) -> String
  func skipped(_ reason: SkipReason) -> String
  /// Why a text message did not arrive, in a word or two.
  func textFailure(_ failure: TextFailure) -> String
  func address(_ problem: AddressProblem.Code) -> String
  func row(_ problem: RowProblem) -> String
  func file(_ problem: FileProblem) -> String
  func action(_ action: OperatorAction) -> String
  func record(_ record: OwnRecord) -> String
  func intake(_ problem: IntakeProblem) -> String
  func hint(_ hint: Hint) -> String
  /// What a key does, at more length than in the line of keys.
  func meaning(_ hint: Hint) -> String
  func help(_ help: HelpText) -> HelpLine
  func heading(_ heading: HelpHeading) -> String
  func notice(_ notice: NoticeText) -> String
  func question(_ question: QuestionText) -> String
  func command(_ command: CommandText) -> String
  func done(_ done: DoneText) -> String
  func note(_ note: CommandNote) -> String
  func problem(_ problem: ProblemText) -> String
  func queue(_ fault: QueueFault) -> String
  func run(_ run: LetterRun) -> String
  func objection(_ objection: StoreObjection) -> String

  // Bars and panes.
  func header(_ text: HeaderText) -> String
  func campaigns(_ text: CampaignsText) -> String
  func batches(_ text: BatchesText) -> String
  func messages(_ text: MessagesText) -> String
  func failures(_ text: FailuresText) -> String
  func deadLetters(_ text: DeadLettersText) -> String
  func timeline(_ text: TimelineText) -> String
  func mail(_ text: MailText) -> String
  func attempts(_ text: AttemptText) -> String
  func copying(_ text: CopyText) -> String
  func person(_ text: PersonText) -> String
  func leftAlone(_ text: LeftAloneText) -> String
  func compose(_ text: ComposeText) -> String
  func quarantine(_ text: QuarantineText) -> String
  func history(_ text: HistoryText) -> String
  func work(_ text: WorkText) -> String
  func letters(_ text: LettersText) -> String
  func schedule(_ text: ScheduleText) -> String
  func log(_ event: Occurrence) -> String
  func singleBatches(_ text: SingleBatchesText) -> String
  /// Why an address is on the suppression list.
  func suppression(_ cause: Suppression.Cause) -> String
  func course(_ text: CourseText) -> String
  func suppressions(_ text: SuppressionText) -> String

  /// A span in its two largest units: `42s`, `3m05s`, `3h05m`, `2d04h`.
  func span(_ span: Duration) -> String
}

extension Words {
  /// A reason as it is stored, or as JSON says it: somebody else's words as they are, our own in the reader's language.
  package func reason(_ stored: String) -> String { OwnReason(stored: stored).map { reason($0) } ?? stored }

  /// What is out of order, by the name under which processes tell each other of it.
  package func component(_ name: String) -> String { component(ComponentName(name: name)) }

  /// What an operator did, as it is stored.
  package func action(_ stored: String) -> String { OperatorAction(rawValue: stored).map { action($0) } ?? stored }

  /// Why something is in the quarantine.
  package func intake(_ stored: String) -> String { IntakeProblem(stored: stored).map { intake($0) } ?? stored }

  /// What the record of who did what says: names as they are, our own words in the reader's language.
  package func record(_ stored: String) -> String { OwnRecord(stored: stored).map { record($0) } ?? conditions(stored) }

  /// The names of statuses and kinds that messages had to have, in the reader's words; what else it is, as it is.
  func conditions(_ stored: String) -> String {
    let words = stored.split(separator: ", ", omittingEmptySubsequences: false).map { name in
      MessageStatus(name: String(name)).map { status($0) }
        ?? FailureKind(rawValue: String(name)).map { kind($0) }
    }
    return words.contains(nil) ? reason(stored) : words.compactMap(\.self).joined(separator: ", ")
  }

  /// What is out of order, in one line.
  package func fault(_ fault: Fault) -> String {
    switch fault {
    case .call(let problem, let call, _): joined(self.problem(.aws(problem, call: call)), detail(fault))
    case .broker(let problem, let name, _): joined(self.problem(.broker(problem, name: name)), detail(fault))
    case .queueFile(let problem, _, _): joined(self.problem(.queueFile(problem)), detail(fault))
    case .reason, .queue, .said: detail(fault)
    }
  }

  /// The same beyond what its code says.
  package func detail(_ fault: Fault) -> String {
    switch fault {
    case .reason(let reason): self.reason(reason)
    case .call(_, _, let said), .broker(_, _, let said): said
    case .queueFile(_, let path, let said): joined(path, said)
    case .queue(let fault): queue(fault)
    case .said(let words): words
    }
  }

  /// What is told of a store's problem beyond its code.
  package func detail(_ detail: StoreDetail) -> String {
    switch detail {
    case .file(let path, let said): joined(path, said)
    case .objection(let objection): self.objection(objection)
    case .said(let words): words
    }
  }

  /// Parts of a line that say something.
  package func joined(_ parts: String...) -> String { parts.filter { !$0.isEmpty }.joined(separator: " · ") }

  /// A classification in one line: `soft Transient/MailboxFull 4.2.2`.
  package func classification(_ classification: Classification) -> String {
    if let failure = classification.textFailure { return textFailure(failure) }
    let (cause, subtype) = (classification.cause, classification.subtype)
    return [
      kind(classification.kind), subtype.isEmpty || subtype == cause ? cause : "\(cause)/\(subtype)",
      classification.smtpStatus ?? "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What a message would be taken for: what counts as accepted on the operator's word alone has a word of its own.
  package func standing(_ message: MessageSummary) -> String {
    message.isAssumed ? term(.assumed) : status(message.status)
  }

  /// Which messages a scope takes, in few words.
  package func scope(_ scope: Scope) -> String {
    var parts: [String] = []
    if scope.messages.count > 3 { parts.append(term(.messagesChosen(scope.messages.count))) }
    if (1...3).contains(scope.messages.count) {
      parts.append(term(.messageNumbers(scope.messages.map(\.description).joined(separator: ", "))))
    }
    if let batch = scope.batch { parts.append(term(.batchFilter(batch.description))) }
    parts += scope.statuses.map(status) + scope.kinds.map(kind)
    if let classification = scope.classification { parts.append(self.classification(classification)) }
    if let slice = scope.slice { parts.append(slice.domain.map { $0.isEmpty ? term(.none) : "@\($0)" } ?? slice.line) }
    if scope.isAssumed { parts.append(term(.assumed)) }
    if let prefix = scope.addressPrefix { parts.append(term(.addressBeginning(prefix))) }
    if scope.despiteList != nil { parts.append(term(.despiteList)) }
    if scope.includesPolicy { parts.append(term(.policyToo)) }
    return parts.isEmpty ? term(.allThatMayBeResent) : parts.joined(separator: ", ")
  }

  /// The first addresses an action takes: `kim@example.com, lee@example.com and 18 more`; empty without one.
  package func sample(_ count: ScopeCount) -> String {
    let shown = count.sample.prefix(ScopeCount.sampleSize).joined(separator: ", ")
    let more = count.taken - min(count.sample.count, ScopeCount.sampleSize)
    return shown.isEmpty || more <= 0 ? shown : term(.andMore(shown, more))
  }

  /// A recipient's values in one line: `name 이서연 · contract C-1`.
  package func data(_ content: MessageContent) -> String {
    content.data.map { "\($0.name) \($0.value.isEmpty ? term(.emptyValue) : $0.value)" }.joined(separator: " · ")
  }
}
