import Canvas
import Model

/// The form for a new campaign: fields, then the exact count, then the question.
struct ComposeForm: Equatable, Sendable {
  enum Field: Hashable, Sendable {
    case name, file, from, subject, textFile, htmlFile, channel, batchSize, count
  }

  enum Stage: Equatable, Sendable {
    case editing
    case counting(since: Timestamp)
    /// Without a question when what was counted must not be launched.
    case review(AudienceCount, Confirmation?, offset: Int)
  }

  var form: Form<Field>
  var stage = Stage.editing
  /// Why the last count failed.
  private(set) var problem: Problem?

  init() {
    form = Form([
      .init(.name, "Name", .text(LineEditor(), placeholder: "what the campaign is called")),
      .init(.channel, "Channel", .choice(Channel.allCases.map(\.rawValue), selected: 0)),
      .init(.file, "Recipients", .text(LineEditor(), placeholder: "CSV file with a column email or phone")),
      .init(.from, "From", .text(LineEditor(), placeholder: "Name <sender@example.com>")),
      .init(.subject, "Subject", .text(LineEditor(), placeholder: "Hello {{name}}")),
      .init(.textFile, "Text file", .text(LineEditor(), placeholder: "plain text body; or none")),
      .init(.htmlFile, "HTML file", .text(LineEditor(), placeholder: "HTML body; or none")),
      .init(.batchSize, "Batch size", .text(LineEditor(String(Channel.email.defaultBatchSize)))),
      .init(.count, "Count the recipients", .button),
    ])
  }

  var channel: Channel { Channel(rawValue: form[.channel]) ?? .email }

  /// What is typed; an unreadable batch size counts as none given.
  var composition: Composition {
    func text(_ field: Field) -> String { form[field].trimmed }
    let isEmail = channel == .email
    return Composition(
      name: text(.name), file: text(.file), from: text(.from), subject: isEmail ? text(.subject) : "",
      textFile: text(.textFile), htmlFile: isEmail ? text(.htmlFile) : "", channel: channel,
      batchSize: Int(text(.batchSize)))
  }

  /// Takes a key while fields are edited.
  ///
  /// - Returns: the outcome; a change takes an earlier complaint away.
  mutating func handle(_ key: Key) -> Form<Field>.Outcome {
    let before = channel
    let outcome = form.handle(key)
    guard case .changed(let field) = outcome else { return outcome }
    problem = nil
    form.note(field, "")
    if channel != before {
      if form[.batchSize] == String(before.defaultBatchSize) { form[.batchSize] = String(channel.defaultBatchSize) }
      let note = channel == .sms ? "not used for sms" : ""
      form.note(.subject, note, role: .muted)
      form.note(.htmlFile, note, role: .muted)
    }
    return outcome
  }

  /// Notes what is missing, beside its field.
  ///
  /// - Returns: whether the composition can be counted.
  mutating func check() -> Bool {
    let composition = composition
    var wrong: [(Field, String)] = []
    if composition.name.isEmpty { wrong.append((.name, "a name is needed")) }
    if composition.file.isEmpty { wrong.append((.file, "a CSV file is needed")) }
    if composition.from.isEmpty { wrong.append((.from, "a sender is needed")) }
    if channel == .email, composition.subject.isEmpty { wrong.append((.subject, "a subject is needed")) }
    if composition.textFile.isEmpty, composition.htmlFile.isEmpty {
      wrong.append((.textFile, channel == .email ? "text or HTML is needed" : "a text is needed"))
    }
    let size = Int(form[.batchSize].trimmed)
    if size == nil || size.map({ $0 < 1 || $0 > 1000 }) == true { wrong.append((.batchSize, "1 to 1000")) }
    for field in [Field.name, .file, .from, .textFile, .batchSize] { form.note(field, "") }
    if channel == .email { form.note(.subject, "") }
    for (field, text) in wrong { form.note(field, text) }
    if let first = wrong.first { form.focus(on: first.0) }
    return wrong.isEmpty
  }

  /// Takes the count in, unless something else has been typed meanwhile.
  mutating func receive(_ counted: Composition, _ count: AudienceCount) {
    guard case .counting = stage, counted == composition else { return }
    problem = nil
    guard count.recipients > 0 else {
      problem = Problem(
        "nobody to send to: \(Figures.count(count.invalid)) invalid, \(Figures.count(count.duplicates)) "
          + "duplicates", remedy: count.invalidLines.first.map { "line \($0.line): \($0.reason)" })
      stage = .editing
      return
    }
    guard count.missingColumns.isEmpty else {
      stage = .review(count, nil, offset: 0)
      return
    }
    let people = Figures.count(count.recipients, "recipient")
    let isAgain = count.twin.map { !$0.isContinued } ?? false
    stage = .review(
      count,
      Confirmation(
        title: isAgain ? "Launch AGAIN to \(people)" : "Launch to \(people)", lines: [],
        verb: "launch to \(people)", count: count.recipients,
        order: .command(.launch(counted, recipients: count.recipients, copyOf: count.twin?.id)), isTyped: isAgain),
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

extension String {
  /// The text without spaces at its ends, as a paste may bring them.
  fileprivate var trimmed: String {
    var part = self[...]
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}
