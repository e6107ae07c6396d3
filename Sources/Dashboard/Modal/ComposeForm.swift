import Canvas
import Model
import Words

/// The form for a new campaign: fields, then the exact count, then the question.
struct ComposeForm: Equatable, Sendable {
  enum Stage: Equatable, Sendable {
    case editing
    case counting(since: Timestamp)
    /// Without a question when what was counted must not be launched.
    case review(AudienceCount, Confirmation?, offset: Int)
  }

  /// What a form is made of besides what is typed.
  struct Setting: Equatable, Sendable {
    var language = Language.standard
    /// The audiences that were described, to pick from.
    var audiences: [NamedAudience] = []
    /// What was typed last time, by ``Field/memory(of:)``.
    var typedLast: [String: String] = [:]
    /// How many a batch may have, where that is not the usual.
    var batchSizes: [Channel: BatchSizes] = [:]

    func sizes(of channel: Channel) -> BatchSizes { batchSizes[channel] ?? BatchSizes(usual: channel) }
  }

  let id: Draft.ID
  private var setting: Setting
  private(set) var form: Form<Field>
  /// What was typed in any field, also in those that are not shown now.
  private var typed: [String: String]
  /// The day that `today` stands for.
  var today = ""
  /// What is wrong with fields, as it was last checked.
  private var wrong: [Field: ComposeText] = [:]
  var stage = Stage.editing
  /// Whose message is looked at in the review.
  var look = Look()
  /// Why the last count failed.
  private(set) var problem: Problem?

  init(_ id: Draft.ID, _ setting: Setting, entries: [String: String] = [:]) {
    (self.id, self.setting, typed) = (id, setting, entries)
    form = Self.fields(setting, setting.audiences.first { $0.name == entries[Field.audience.entry ?? ""] })
    fill(entries)
    noteChannel()
  }

  private var words: any Words { setting.language.words }

  /// Says everything in another language; what is typed stays.
  mutating func turn(to language: Language) {
    setting.language = language
    rebuild()
    for (field, text) in wrong { form.note(field, words.compose(text)) }
  }

  /// Makes the fields anew, with what is typed in them and the cursor where it is.
  private mutating func rebuild() {
    let old = form
    form = Self.fields(setting, audience(in: old))
    fill(typed)
    for (index, field) in form.fields.enumerated() {
      guard let former = old.fields.first(where: { $0.id == field.id }) else { continue }
      if case .text(let editor, _) = former.kind, case .text(let new, let placeholder) = field.kind,
        new.text == editor.text
      {
        form.fields[index].kind = .text(editor, placeholder: placeholder)
      }
    }
    form.focus(on: old.fields[old.focus].id)
    noteChannel()
  }

  private mutating func fill(_ entries: [String: String]) {
    for field in form.fields {
      guard let entry = field.id.entry, let text = entries[entry] else { continue }
      switch field.id {
      case .channel: form[.channel] = words.channel(Channel(rawValue: text) ?? .email)
      case .advertising: form[.advertising] = words.compose(.isAdvertising(Advertising.Choice(rawValue: text) ?? .no))
      case .audience: form[.audience] = setting.audiences.contains { $0.name == text } ? text : words.compose(.aFile)
      default: form[field.id] = text
      }
    }
  }

  /// Notes beside the fields that the channel has no use for that it has none.
  private mutating func noteChannel() {
    let note = channel == .sms ? words.compose(.notForSMS) : ""
    for field in [Field.subject, .htmlFile, .template, .unsubscribe] { form.note(field, note, role: .muted) }
    for field in [Field.textFile, .htmlFile] where field == .textFile || channel == .email {
      let written = field.body.map(text(of:)) ?? ""
      let lines = written.split(separator: "\n", omittingEmptySubsequences: false).count
      let isUsed = !written.isEmpty && form[field].isEmpty
      form.note(
        field, isUsed ? words.compose(.writtenHere(written.hasSuffix("\n") ? lines - 1 : lines)) : "", role: .muted)
    }
  }

  /// What was written for a body in the form itself.
  func text(of body: ComposeBody) -> String { typed[body.rawValue] ?? "" }

  /// Takes what was written for a body.
  mutating func take(_ text: String, for body: ComposeBody) {
    typed[body.rawValue] = text
    problem = nil
    noteChannel()
  }

  /// The field that has the keys.
  var focus: Field { form.fields[form.focus].id }

  /// Whether the field that has the keys is one of several options.
  var isOnChoice: Bool {
    if case .choice = form.fields[form.focus].kind { true } else { false }
  }

  /// The path in the field with the keys, when the cursor is behind it.
  var pathBeforeCursor: String? {
    guard focus.isPath, case .text(let editor, _) = form.fields[form.focus].kind, !editor.isEmpty,
      editor.cursor == editor.text.count
    else { return nil }
    return editor.text
  }

  /// Takes the rest of a path; what else it may be stands beside it.
  mutating func complete(_ path: PathCompletion) {
    guard pathBeforeCursor == path.typed else { return }
    if path.text != path.typed {
      form[focus] = path.text
      typed = entries
      wrong[focus] = nil
    }
    form.note(focus, path.choices.joined(separator: "  "), role: .muted)
  }

  /// Gives the keys to a field.
  mutating func focus(on field: Field) { form.focus(on: field) }

  var channel: Channel { Channel.allCases.first { words.channel($0) == form[.channel] } ?? .email }

  private var advertising: Advertising.Choice {
    Advertising.Choice.allCases.first { words.compose(.isAdvertising($0)) == form[.advertising] } ?? .no
  }

  /// The named audience that is chosen; `nil` for a file.
  var audience: NamedAudience? { audience(in: form) }

  private func audience(in form: Form<Field>) -> NamedAudience? {
    guard case .choice(_, let selected)? = form.fields.first(where: { $0.id == .audience })?.kind, selected > 0,
      selected <= setting.audiences.count
    else { return nil }
    return setting.audiences[selected - 1]
  }

  /// What is typed, to be kept.
  var entries: [String: String] {
    var entries = typed
    for field in form.fields {
      guard let entry = field.id.entry else { continue }
      entries[entry] =
        switch field.id {
        case .channel: channel.rawValue
        case .audience: audience?.name ?? ""
        case .advertising: advertising.rawValue
        default: form[field.id]
        }
    }
    return entries
  }

  /// Whether nothing is typed that a new form has not.
  var isBlank: Bool {
    let fresh = ComposeForm(id, setting).entries
    return entries.allSatisfy { entry, text in text == fresh[entry] ?? "" }
  }

  /// What is typed, as a draft.
  func draft(at now: Timestamp) -> Draft { Draft(id: id, entries: entries, changedAt: now) }

  /// What is to be remembered of a launch, for the next form.
  var memory: [String: String] {
    var memory: [String: String] = [:]
    for field in form.fields {
      if let entry = field.id.memory { memory[entry] = form[field.id].withoutBlanksAround }
    }
    return memory
  }

  private func given(_ audience: NamedAudience) -> [(name: String, text: String)] {
    audience.parameters.compactMap { parameter in
      let text = form[.parameter(audience.name, parameter.name)].withoutBlanksAround
      return text.isEmpty ? nil : (parameter.name, text)
    }
  }

  /// What is typed; an unreadable batch size, and an unreadable value of a named audience, count as none given.
  var composition: Composition {
    func text(_ field: Field) -> String { form[field].withoutBlanksAround }
    let isEmail = channel == .email
    let isStored = isEmail && !text(.template).isEmpty
    let choice = audience.flatMap { try? $0.choose(given($0), today: today) }
    var composition = Composition(
      name: text(.name), file: audience.map { choice?.label ?? $0.name } ?? text(.file), from: text(.from),
      subject: isEmail && !isStored ? text(.subject) : "",
      textFile: isStored ? "" : text(.textFile), htmlFile: isEmail && !isStored ? text(.htmlFile) : "",
      channel: channel,
      batchSize: Int(text(.batchSize)), start: text(.start),
      unsubscribe: isEmail ? text(.unsubscribe) : "")
    composition.choice = choice
    composition.template = isStored ? text(.template) : ""
    composition.rate = text(.rate)
    composition.advertising = advertising
    composition.window = text(.hours)
    if !isStored, composition.textFile.isEmpty { composition.text = self.text(of: .text) }
    if !isStored, isEmail, composition.htmlFile.isEmpty { composition.html = self.text(of: .html) }
    return composition
  }

  /// Takes a key while fields are edited.
  ///
  /// - Returns: the outcome; a change takes an earlier complaint away.
  mutating func handle(_ key: Key) -> Form<Field>.Response {
    let (before, audienceBefore) = (channel, audience)
    let outcome = form.handle(key)
    guard case .changed(let field) = outcome else { return outcome }
    problem = nil
    wrong[field] = nil
    form.note(field, "")
    if channel != before, form[.batchSize] == String(setting.sizes(of: before).standard) {
      form[.batchSize] = String(setting.sizes(of: channel).standard)
    }
    typed = entries
    if audience != audienceBefore {
      wrong = wrong.filter { $0.key != .file && !$0.key.isParameter }
      rebuild()
    }
    if channel != before || field.body != nil { noteChannel() }
    return outcome
  }

  /// Notes what is missing, beside its field.
  ///
  /// - Returns: whether the composition can be counted.
  mutating func check() -> Bool {
    let composition = composition
    var wrong: [(Field, ComposeText)] = []
    if composition.name.isEmpty { wrong.append((.name, .nameNeeded)) }
    if let audience {
      wrong += self.wrong(of: audience)
    } else if composition.file.isEmpty {
      wrong.append((.file, .fileNeeded))
    }
    if composition.from.isEmpty { wrong.append((.from, .senderNeeded)) }
    if channel == .email, composition.subject.isEmpty, composition.template.isEmpty {
      wrong.append((.subject, .subjectNeeded))
    }
    if [composition.textFile, composition.htmlFile, composition.text, composition.html, composition.template]
      .allSatisfy(\.isEmpty)
    {
      wrong.append((.textFile, channel == .email ? .bodyNeeded : .textNeeded))
    }
    let size = Int(form[.batchSize].withoutBlanksAround)
    let sizes = setting.sizes(of: channel)
    if !(size.map(sizes.allows) ?? false) { wrong.append((.batchSize, .sizeNeeded(most: sizes.most))) }
    if !composition.rate.isEmpty, SendRate(composition.rate) == nil { wrong.append((.rate, .rateNeeded)) }
    if !composition.window.isEmpty, SendWindow(composition.window) == nil { wrong.append((.hours, .hoursNeeded)) }
    for field in self.wrong.keys { form.note(field, "") }
    noteChannel()
    self.wrong = Dictionary(uniqueKeysWithValues: wrong)
    for (field, text) in wrong { form.note(field, words.compose(text)) }
    if let first = wrong.first { form.focus(on: first.0) }
    return wrong.isEmpty
  }

  private func wrong(of audience: NamedAudience) -> [(Field, ComposeText)] {
    let given = Dictionary(given(audience).map { ($0.name, $0.text) }) { first, _ in first }
    return audience.parameters.compactMap { parameter in
      let field = Field.parameter(audience.name, parameter.name)
      guard let text = given[parameter.name] ?? parameter.standard else {
        return (field, .parameter(.missing(parameter.name)))
      }
      do throws(AudienceParameterProblem) { _ = try parameter.value(text, today: today) } catch {
        return (field, .parameter(error))
      }
      return nil
    }
  }

  /// Takes the count in, unless something else has been typed meanwhile.
  mutating func receive(_ counted: Composition, _ count: AudienceCount) {
    guard case .counting = stage, counted == composition else { return }
    problem = nil
    look = Look()
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
    let isAgain = count.twin.map { !$0.isContinued } ?? (count.like != nil)
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
