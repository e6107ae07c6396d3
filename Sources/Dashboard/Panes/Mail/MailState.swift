import Canvas
import Model
import Words

/// The mail that was opened, and how far it is scrolled.
struct MailState: Equatable, Sendable {
  /// A line as it is shown, broken to the pane's width.
  struct Line: Equatable, Sendable {
    var text: String
    var role: Role
  }

  /// What the lines were made for: a long mail is broken into lines once, not with every frame.
  private struct Fitting: Equatable, Sendable {
    var width: Int
    var language: Language
    var showsSource: Bool
  }

  private(set) var opened: MessageID?
  private(set) var mail: Mail?
  /// Whether the HTML is shown as it is, instead of its text.
  var showsSource = false
  /// Lines scrolled down.
  var offset = 0
  var loader = Loader()
  private(set) var lines: [Line] = []
  private var fitting: Fitting?

  /// Bytes of a body that are shown at most: nobody reads more on a terminal, and `y` copies more.
  static let limit = 100_000

  mutating func open(_ id: MessageID) {
    if opened != id { (mail, lines, fitting, showsSource) = (nil, [], nil, false) }
    opened = id
    offset = 0
  }

  mutating func receive(_ new: Mail) {
    guard new.message.id == opened, new != mail else { return }
    mail = new
    fitting = nil
  }

  /// Breaks it into lines, where that was not done for the same already.
  mutating func fit(_ rect: Rect, _ language: Language) {
    let wanted = Fitting(width: rect.width, language: language, showsSource: showsSource)
    if let mail, fitting != wanted {
      lines = MailLines(mail, width: rect.width, words: language.words, showsSource: showsSource).lines
      fitting = wanted
    }
    offset = max(0, min(offset, lines.count - max(1, rect.height - 1)))
  }
}

/// The lines of a mail: sender, recipient and subject, how far it is what was sent, the bodies, the recipient's values.
struct MailLines {
  private(set) var lines: [MailState.Line] = []
  private let width: Int
  private let words: any Words

  init(_ mail: Mail, width: Int, words: any Words, showsSource: Bool) {
    self.width = max(1, width)
    self.words = words
    guard let letter = mail.letter else {
      hanging(words.mail(.recipient), mail.message.address, .text)
      if !mail.message.subject.isEmpty { hanging(words.timeline(.subject), mail.message.subject, .strong) }
      add(words.mail(.foreign), .warning)
      return
    }
    hanging(words.timeline(.sender), letter.content.sender, .text)
    hanging(words.mail(.recipient), mail.message.address, .text)
    if letter.channel == .email { hanging(words.timeline(.subject), letter.content.subject, .strong) }
    for header in letter.headers { add(header.line, .muted) }
    add(words.mail(Self.standing(mail.message)), .muted)
    if let name = letter.storedTemplate { add(words.mail(.storedTemplate(name)), .warning) }
    for problem in letter.problems { add(words.mail(.unrendered(problem.part, line: problem.line)), .warning) }
    if let text = letter.text { part(.text, text, text) }
    if let html = letter.html {
      part(showsSource ? .htmlSource : .html, html, showsSource ? html : HTMLText.text(of: Self.beginning(of: html))) {
        if !showsSource { $0.add(words.mail(.htmlAsText), .muted) }
      }
    }
    if letter.text == nil, letter.html == nil { add(words.mail(.noBody), .muted) }
    guard !letter.content.data.isEmpty else { return }
    heading(words.mail(.values))
    for field in letter.content.data {
      hanging("\(field.name)  ", field.value.isEmpty ? words.term(.emptyValue) : field.value, .text)
    }
  }

  /// How far what is shown is what was sent.
  private static func standing(_ message: MessageSummary) -> MailText {
    switch message.status {
    case .queued, .cancelled, .sending, .refused, .uncertain:
      message.attempts > 1 ? .sent(attempts: message.attempts) : .notYet
    case .renderFailed: .notRendered
    case .accepted, .delayed, .delivered, .opened, .clicked, .softBounced, .rejected, .suppressed, .hardBounced,
      .complained:
      .sent(attempts: message.attempts)
    }
  }

  // MARK: - Pieces

  /// - Parameters:
  ///   - source: what the part holds, whose bytes are counted.
  ///   - shown: what is to be read of it.
  private mutating func part(
    _ name: MailText, _ source: String, _ shown: String, note: (inout MailLines) -> Void = { _ in }
  ) {
    heading(words.mail(name))
    note(&self)
    let bytes = source.utf8.count
    if bytes > MailState.limit {
      add(words.mail(.shown(MailState.limit, of: bytes, orMore: bytes >= Preview.sizeLimit)), .warning)
    }
    var rows = Self.beginning(of: shown).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if rows.last?.isEmpty == true { rows.removeLast() }
    for line in rows {
      add(String(line), .text)
    }
  }

  private static func beginning(of text: String) -> String {
    text.utf8.count > MailState.limit ? String(decoding: text.utf8.prefix(MailState.limit), as: UTF8.self) : text
  }

  private mutating func heading(_ text: String) {
    lines.append(.init(text: "", role: .text))
    let rule = String(repeating: "─", count: max(0, min(width, 60) - TextWidth.of(text) - 4))
    lines.append(.init(text: TextWidth.truncate("── \(text) \(rule)", to: width), role: .accent))
  }

  private mutating func add(_ text: String, _ role: Role) {
    let text = text.contains("\t") ? text.replacing("\t", with: "    ") : text
    if TextWidth.of(text) <= width {
      // As it was written, with the blanks between its words.
      lines.append(.init(text: text, role: role))
      return
    }
    // Blanks at the beginning of a line are part of how a mail looks.
    let indent = text.prefix { $0 == " " }.count
    let room = width - indent
    guard indent > 0, room > 8 else {
      lines += TextWidth.wrap(text, to: width).map { .init(text: $0, role: role) }
      return
    }
    let margin = String(repeating: " ", count: indent)
    lines += TextWidth.wrap(text, to: room).map { .init(text: margin + $0, role: role) }
  }

  private mutating func hanging(_ label: String, _ text: String, _ role: Role) {
    var block = TextBlock(width: width)
    block.hanging(label, text, Style())
    lines += block.lines.map { .init(text: $0.map(\.text).joined(), role: role) }
  }
}
