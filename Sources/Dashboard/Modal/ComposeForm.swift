import Canvas
import Model
import Words

/// The form for a new campaign: fields, then the exact count, then the question.
struct ComposeForm: Equatable, Sendable {
  enum Field: Hashable, Sendable {
    case name, file, from, subject, textFile, htmlFile, unsubscribe, channel, batchSize, start, count
  }

  enum Stage: Equatable, Sendable {
    case editing
    case counting(since: Timestamp)
    /// Without a question when what was counted must not be launched.
    case review(AudienceCount, Confirmation?, offset: Int)
  }

  private var language: Language
  var form: Form<Field>
  /// What is wrong with fields, as it was last checked.
  private var wrong: [Field: ComposeText] = [:]
  var stage = Stage.editing
  /// Why the last count failed.
  private(set) var problem: Problem?

  init(_ language: Language) {
    self.language = language
    form = Self.fields(language.words)
  }

  private static func fields(_ words: any Words) -> Form<Field> {
    func text(_ hint: ComposeText) -> Form<Field>.Kind { .text(LineEditor(), placeholder: words.compose(hint)) }
    return Form([
      .init(.name, words.compose(.name), text(.nameHint)),
      .init(.channel, words.compose(.channel), .choice(Channel.allCases.map(words.channel), selected: 0)),
      .init(.file, words.compose(.recipients), text(.recipientsHint)),
      .init(.from, words.compose(.from), text(.fromHint)),
      .init(.subject, words.compose(.subject), text(.subjectHint)),
      .init(.textFile, words.compose(.textFile), text(.textHint)),
      .init(.htmlFile, words.compose(.htmlFile), text(.htmlHint)),
      .init(.unsubscribe, words.compose(.unsubscribe), text(.unsubscribeHint)),
      .init(.batchSize, words.compose(.batchSize), .text(LineEditor(String(Channel.email.defaultBatchSize)))),
      .init(.start, words.schedule(.start), .text(LineEditor(), placeholder: words.schedule(.startHint))),
      .init(.count, words.compose(.count), .button),
    ])
  }

  private var words: any Words { language.words }

  /// Says everything in another language; what is typed stays.
  mutating func turn(to language: Language) {
    let typed = form
    self.language = language
    form = Self.fields(words)
    for (index, field) in typed.fields.enumerated() {
      switch (field.kind, form.fields[index].kind) {
      case (.text(let editor, _), .text(_, let placeholder)):
        form.fields[index].kind = .text(editor, placeholder: placeholder)
      case (.choice(_, let selected), .choice(let options, _)):
        form.fields[index].kind = .choice(options, selected: selected)
      case (.text, _), (.choice, _), (.button, _): break
      }
    }
    form.focus(on: typed.fields[typed.focus].id)
    noteChannel()
    for (field, text) in wrong { form.note(field, words.compose(text)) }
  }

  /// Notes beside the fields that the channel has no use for that it has none.
  private mutating func noteChannel() {
    let note = channel == .sms ? words.compose(.notForSMS) : ""
    form.note(.subject, note, role: .muted)
    form.note(.htmlFile, note, role: .muted)
    form.note(.unsubscribe, note, role: .muted)
  }

  var channel: Channel { Channel.allCases.first { words.channel($0) == form[.channel] } ?? .email }

  /// What is typed; an unreadable batch size counts as none given.
  var composition: Composition {
    func text(_ field: Field) -> String { form[field].withoutBlanksAround }
    let isEmail = channel == .email
    return Composition(
      name: text(.name), file: text(.file), from: text(.from), subject: isEmail ? text(.subject) : "",
      textFile: text(.textFile), htmlFile: isEmail ? text(.htmlFile) : "", channel: channel,
      batchSize: Int(text(.batchSize)), start: text(.start),
      unsubscribe: isEmail ? text(.unsubscribe) : "")
  }

  /// Takes a key while fields are edited.
  ///
  /// - Returns: the outcome; a change takes an earlier complaint away.
  mutating func handle(_ key: Key) -> Form<Field>.Response {
    let before = channel
    let outcome = form.handle(key)
    guard case .changed(let field) = outcome else { return outcome }
    problem = nil
    wrong[field] = nil
    form.note(field, "")
    if channel != before {
      if form[.batchSize] == String(before.defaultBatchSize) { form[.batchSize] = String(channel.defaultBatchSize) }
      noteChannel()
    }
    return outcome
  }

  /// Notes what is missing, beside its field.
  ///
  /// - Returns: whether the composition can be counted.
  mutating func check() -> Bool {
    let composition = composition
    var wrong: [(Field, ComposeText)] = []
    if composition.name.isEmpty { wrong.append((.name, .nameNeeded)) }
    if composition.file.isEmpty { wrong.append((.file, .fileNeeded)) }
    if composition.from.isEmpty { wrong.append((.from, .senderNeeded)) }
    if channel == .email, composition.subject.isEmpty { wrong.append((.subject, .subjectNeeded)) }
    if composition.textFile.isEmpty, composition.htmlFile.isEmpty {
      wrong.append((.textFile, channel == .email ? .bodyNeeded : .textNeeded))
    }
    let size = Int(form[.batchSize].withoutBlanksAround)
    if !(size.map(Channel.batchSizes.contains) ?? false) { wrong.append((.batchSize, .sizeNeeded)) }
    for field in [Field.name, .file, .from, .textFile, .batchSize] { form.note(field, "") }
    if channel == .email { form.note(.subject, "") }
    self.wrong = Dictionary(uniqueKeysWithValues: wrong)
    for (field, text) in wrong { form.note(field, words.compose(text)) }
    if let first = wrong.first { form.focus(on: first.0) }
    return wrong.isEmpty
  }

  /// Takes the count in, unless something else has been typed meanwhile.
  mutating func receive(_ counted: Composition, _ count: AudienceCount) {
    guard case .counting = stage, counted == composition else { return }
    problem = nil
    guard count.recipients > 0 else {
      problem = Problem(
        .composing(
          .nobodyCounted(invalid: count.invalid, duplicates: count.duplicates, first: count.invalidLines.first)))
      stage = .editing
      return
    }
    guard count.missingColumns.isEmpty else {
      stage = .review(count, nil, offset: 0)
      return
    }
    let isAgain = count.twin.map { !$0.isContinued } ?? false
    stage = .review(
      count,
      Confirmation(
        title: words.question(.launch(count.recipients, again: isAgain)), lines: [],
        verb: words.question(.launchVerb(count.recipients)), count: count.recipients,
        order: .command(.launch(counted, recipients: count.recipients, copyOf: count.twin?.id, at: count.dueAt)),
        isTyped: isAgain),
      offset: 0)
  }

  mutating func fail(_ counted: Composition, _ problem: Problem) {
    guard case .counting = stage, counted == composition else { return }
    self.problem = problem
    stage = .editing
  }

  /// Goes back from the count to the fields.
  mutating func edit() { stage = .editing }
}
