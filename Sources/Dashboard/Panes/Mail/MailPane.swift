import Canvas
import Model
import Words

/// A message as its recipient got it, or would get it.
enum MailPane: PaneBehavior {
  static let title = PaneName.mail
  static let keys = [
    PaneKey("↑↓", .scroll), PaneKey("Esc", .back), PaneKey("v", .textOrSource), PaneKey("y", .copy),
    PaneKey("o", .link),
  ]

  static func keys(_ state: State) -> [PaneKey] {
    keys.filter {
      ($0.key != "v" || state.panes.mail.mail?.letter?.html != nil) && ($0.key != "o" || !state.links.isEmpty)
    }
  }

  static var isPart: Bool { true }
  static func home(_ state: State) -> Pane? {
    state.trail.contains { $0.pane == .find } ? .find : .messages
  }

  static func press(_ key: Key, _ state: inout State) -> [Effect]? {
    if let motion = Motion(key) {
      state.panes.mail.offset += motion.lines(page: Layout(state).rect(.mail).height - 1)
      return []
    }
    switch key {
    case .character("v"):
      guard state.panes.mail.mail?.letter?.html != nil else { return nil }
      state.panes.mail.showsSource.toggle()
    case .left, .character("h"): return state.press(.escape)
    default: return nil
    }
    return []
  }

  static func campaign(_ state: State) -> CampaignSummary? { state.campaign(state.panes.mail.mail?.message.campaign) }
  static func scope(_ state: State) -> Scope? { State.scope(of: state.panes.mail.mail.map { [$0.message] } ?? []) }
  static func message(_ state: State) -> MessageSummary? { state.panes.mail.mail?.message }

  static func copies(_ state: State) -> Copies {
    guard let mail = state.panes.mail.mail else { return .nothing }
    guard let letter = mail.letter else { return .text(.address, mail.message.address) }
    let whole = MailLines(mail, width: 10_000, words: state.words, showsSource: true).lines.map(\.text)
    return .choice(of: [
      .init("s", .subject, letter.content.subject), .init("a", .address, mail.message.address),
      .init("t", .textBody, letter.text ?? ""), .init("h", .htmlSource, letter.html ?? ""),
      .init("d", .values, letter.content.data.map { "\($0.name)\t\($0.value)" }.joined(separator: "\n")),
      .init("m", .mail, whole.joined(separator: "\n")),
    ])
  }

  static func fit(_ state: inout State, _ rect: Rect) { state.panes.mail.fit(rect, state.language) }

  static func draw(_ state: State, _ canvas: inout Canvas, _ theme: Theme) {
    let mail = state.panes.mail
    let words = state.words
    let more = words.term(
      .more(above: mail.offset > 0, below: mail.lines.count - mail.offset > canvas.size.height - 1))
    let body = PaneFrame(
      title: mail.opened.map { words.mail(.titleOf($0.description)) } ?? words.pane(title),
      note: state.note(mail.loader.wait(now: state.now), more), isFocused: state.focus == .mail
    ).draw(&canvas, theme)
    guard mail.mail != nil else {
      canvas.write(words.term(.loading), at: Point(x: 1, y: 1), style: theme[.muted])
      return
    }
    for (row, line) in mail.lines.dropFirst(mail.offset).prefix(body.height).enumerated() {
      canvas.write(line.text, at: Point(x: body.minX, y: body.minY + row), style: theme[line.role])
    }
  }
}

extension MailPane: Reader {
  static var loader: WritableKeyPath<State, Loader> & Sendable { \.panes.mail.loader }
  static func wanted(_ state: State) -> Load? { state.panes.mail.opened.map(Load.mail) }

  static func show(_ answer: Answer, _ state: inout State) {
    if case .mail(let mail) = answer { state.panes.mail.receive(mail) }
  }
}

extension State {
  /// Shows a message as its recipient got it.
  mutating func openMail(_ id: MessageID?) {
    guard let id else {
      say(.noMessageHere)
      return
    }
    drill(to: .mail)
    panes.mail.open(id)
  }
}
