import Model
import Words

/// One line of what happened, without words: they come with the language it is shown in.
struct Notice: Equatable, Sendable {
  enum Level: Equatable, Sendable {
    case information, warning, error
  }

  enum Content: Equatable, Sendable {
    case done(Command, CommandResult, CampaignLabel)
    case failed(Command, Problem, CampaignLabel)
    /// Nothing of a scope may be resent, with what was left alone and why.
    case nothingToResend(CampaignLabel, [ScopeCount.Skipped])
    case cannotCount(Problem)
    case cannotLookUp(Problem)
    case draftChangedElsewhere(String)
    case copied(CopyText.Thing, bytes: Int, CopyText.Way)
    case copyTooLarge(Int)
    case noClipboard(term: String)
    case cannotCopy(Problem)
    case draftNotKept(Problem)
    case draftKeptAgain
    case cannotPreview(Problem)
    case cannotRead(ReadingName, Problem)
    case readAgain(ReadingName)
    /// What is out of order, and why; both as they are stored.
    case outOfOrder(String, Fault)
    case worksAgain(String)
    /// The colours that were asked for cannot be had; with why.
    case themeNotUsed(String)
    /// Campaigns that were due while nothing ran.
    case missed([String])
  }

  var at: Timestamp
  var level: Level
  var content: Content

  /// What it says, with the keys as they are.
  func text(_ words: any Words, _ keys: KeyMap) -> String {
    switch content {
    case .done(let command, let outcome, let label): command.sentence(outcome, label, words, keys)
    case .failed(let command, let problem, let label):
      words.command(.failed(command.text(label, words), problem.line(words)))
    case .nothingToResend(let label, let skipped):
      ([words.notice(.nothingToResend(campaign: label.short(words)))] + skipped.map(words.skipped))
        .joined(separator: " · ")
    case .copied(let thing, let bytes, let way): words.copying(.copied(thing, bytes: bytes, way))
    case .copyTooLarge(let limit): words.copying(.tooMuch(limit: limit))
    case .noClipboard(let term): words.copying(.noClipboard(term: term))
    case .cannotCopy(let problem): words.copying(.cannot(problem.line(words)))
    case .cannotPreview(let problem): problem.line(words)
    case .draftNotKept(let problem): words.notice(.draftNotKept(problem.line(words)))
    case .draftKeptAgain: words.notice(.draftKeptAgain)
    case .draftChangedElsewhere(let name): words.notice(.draftChangedElsewhere(name))
    case .cannotLookUp(let problem): words.notice(.cannotLookUp(problem.line(words)))
    case .cannotCount(let problem): words.notice(.cannotCount(problem.line(words)))
    case .cannotRead(let what, let problem): words.notice(.cannotRead(what, problem.line(words)))
    case .readAgain(let what): words.notice(.readAgain(what))
    case .outOfOrder(let component, let problem): "\(words.component(component)): \(words.fault(problem))"
    case .worksAgain(let component): words.notice(.worksAgain(words.component(component)))
    case .missed(let names): words.schedule(.someMissed(names))
    case .themeNotUsed(let problem): words.notice(.themeNotUsed(problem))
    }
  }
}

extension Words {
  /// How many were left alone, and why.
  func skipped(_ skipped: ScopeCount.Skipped) -> String {
    notice(.leftAlone(skipped.count, why: self.skipped(skipped.why)))
  }
}

/// What happened lately, and what is wrong at this moment.
struct Notices: Equatable, Sendable {
  /// What keeps failing, by what it is about.
  struct FailingRead: Equatable, Sendable {
    /// What cannot be read.
    var about: ReadingName
    var since: Timestamp
    var problem: Problem
  }

  /// The latest notices, oldest first.
  private(set) var log: [Notice] = []
  /// Loads that fail at this moment, oldest first.
  private(set) var failingReads: [FailingRead] = []
  private var dismissed = true
  /// A soft word about the last key; gone with the next one.
  private(set) var hint: String?

  /// How long an information stays on the screen. Warnings and errors stay until dismissed.
  static var span: Duration { .seconds(8) }

  /// Queues and providers out of order at this moment, the longest standing first.
  private(set) var faults: [ComponentFault] = []

  /// Takes over what is out of order now, and notes what changed.
  mutating func show(_ faults: [ComponentFault], at: Timestamp) {
    for new in faults where !self.faults.contains(where: { $0.component == new.component }) {
      log.append(
        Notice(at: new.since, level: .error, content: .outOfOrder(new.component, new.problem)))
    }
    for old in self.faults where !faults.contains(where: { $0.component == old.component }) {
      note(.information, .worksAgain(old.component), at: at)
    }
    self.faults = faults
  }

  /// Adds a line to the log and shows it.
  mutating func note(_ level: Notice.Level, _ content: Notice.Content, at: Timestamp) {
    log.append(Notice(at: at, level: level, content: content))
    if log.count > 200 { log.removeFirst(log.count - 200) }
    dismissed = false
  }

  /// Remembers that a load fails; the time of the first failure in a row is kept.
  mutating func fail(_ about: ReadingName, _ problem: Problem, at: Timestamp) {
    if let index = failingReads.firstIndex(where: { $0.about == about }) {
      failingReads[index].problem = problem
    } else {
      failingReads.append(FailingRead(about: about, since: at, problem: problem))
      log.append(Notice(at: at, level: .error, content: .cannotRead(about, problem)))
    }
  }

  /// Takes note that a load works again.
  mutating func recover(_ about: ReadingName, at: Timestamp) {
    guard let index = failingReads.firstIndex(where: { $0.about == about }) else { return }
    failingReads.remove(at: index)
    note(.information, .readAgain(about), at: at)
  }

  /// Says softly what a key would have needed.
  mutating func say(_ hint: String?) { self.hint = hint }

  /// Takes the shown notice away; the log keeps it.
  ///
  /// One that would go by itself is no reason for Esc to do nothing else.
  ///
  /// - Returns: whether there was one that stays by itself.
  mutating func dismiss() -> Bool {
    let wasStanding = isStanding
    dismissed = true
    return wasStanding
  }

  /// Whether a notice is shown that stays by itself: Esc takes that away first.
  var isStanding: Bool { !dismissed && log.last.map { $0.level != .information } == true }

  /// The notice to show now.
  func current(now: Timestamp) -> Notice? {
    guard !dismissed, let last = log.last else { return nil }
    return last.level == .information && now - last.at >= Self.span ? nil : last
  }

  /// When the shown notice goes by itself.
  func expiry(now: Timestamp) -> Timestamp? {
    guard let notice = current(now: now), notice.level == .information else { return nil }
    return notice.at + Self.span
  }
}
