/// Something that happened to this installation: a code with arguments, which is kept on disk and worded in its reader's
/// language.
package enum Occurrence: Hashable, Sendable {
  /// What is out of order, by its name, and why.
  case outOfOrder(String, Fault)
  /// What works again, by its name.
  case worksAgain(String)
  /// Dead letters came: how many there are, and how many of them are new.
  case deadLetters(Int, new: Int)
  /// Messages became uncertain.
  case uncertain(Int, new: Int)
  /// What came could not be read, and was kept: how many documents there are, and how many of them are new.
  case quarantined(Int, new: Int)
  /// Messages of a campaign were turned away and are tried again by themselves: how many, and the provider's words for the
  /// first of them.
  case triedAgain(Int, campaign: String, name: String, why: String)
  /// A campaign was paused; with why, when it was not an operator who did it.
  case paused(campaign: String, name: String, why: String?)
  /// A campaign is paused no longer.
  case goesOn(campaign: String, name: String)
  /// A campaign began when it was due.
  case begun(campaign: String, name: String)
  /// What an operator wanted failed: the action's word, whom it was about, and why in the words of then.
  case failed(String, about: String, why: String)
  /// Anything else, in English.
  case said(String)

  private enum Code: String {
    case outOfOrder, worksAgain, deadLetters, uncertain, quarantined, paused, pausedByOperator, goesOn, begun, failed,
      said, triedAgain
  }

  /// The code that is kept.
  package var code: String { parts.code.rawValue }

  /// The code's arguments.
  package var arguments: [String] { parts.arguments }

  private var parts: (code: Code, arguments: [String]) {
    switch self {
    case .outOfOrder(let component, let fault): (.outOfOrder, [component, fault.stored])
    case .worksAgain(let component): (.worksAgain, [component])
    case .deadLetters(let all, let new): (.deadLetters, [String(all), String(new)])
    case .uncertain(let all, let new): (.uncertain, [String(all), String(new)])
    case .quarantined(let all, let new): (.quarantined, [String(all), String(new)])
    case .triedAgain(let count, let campaign, let name, let why):
      (.triedAgain, [String(count), campaign, name, OwnReason.stored(of: why)])
    case .paused(let campaign, let name, let why?): (.paused, [campaign, name, OwnReason.stored(of: why)])
    case .paused(let campaign, let name, nil): (.pausedByOperator, [campaign, name])
    case .goesOn(let campaign, let name): (.goesOn, [campaign, name])
    case .begun(let campaign, let name): (.begun, [campaign, name])
    case .failed(let action, let about, let why): (.failed, [action, about, why])
    case .said(let words): (.said, [words])
    }
  }

  /// Makes an event of what was kept; `nil` for a code that this version does not know, or arguments that are not the code's.
  package init?(code: String, arguments: [String]) {
    guard let code = Code(rawValue: code) else { return nil }
    func argument(_ index: Int) -> String { index < arguments.count ? arguments[index] : "" }
    func number(_ index: Int) -> Int? { Int(argument(index)) }
    let wanted =
      switch code {
      case .worksAgain, .said: 1
      case .outOfOrder, .deadLetters, .uncertain, .quarantined, .pausedByOperator, .goesOn, .begun: 2
      case .paused, .failed: 3
      case .triedAgain: 4
      }
    guard arguments.count == wanted else { return nil }
    switch code {
    case .outOfOrder: self = .outOfOrder(argument(0), Fault(stored: argument(1)))
    case .worksAgain: self = .worksAgain(argument(0))
    case .deadLetters, .uncertain, .quarantined:
      guard let all = number(0), let new = number(1) else { return nil }
      self =
        switch code {
        case .deadLetters: .deadLetters(all, new: new)
        case .uncertain: .uncertain(all, new: new)
        default: .quarantined(all, new: new)
        }
    case .triedAgain:
      guard let count = number(0) else { return nil }
      self = .triedAgain(count, campaign: argument(1), name: argument(2), why: OwnReason.sentence(of: argument(3)))
    case .paused: self = .paused(campaign: argument(0), name: argument(1), why: OwnReason.sentence(of: argument(2)))
    case .pausedByOperator: self = .paused(campaign: argument(0), name: argument(1), why: nil)
    case .goesOn: self = .goesOn(campaign: argument(0), name: argument(1))
    case .begun: self = .begun(campaign: argument(0), name: argument(1))
    case .failed: self = .failed(argument(0), about: argument(1), why: argument(2))
    case .said: self = .said(argument(0))
    }
  }
}

/// A line of the log.
package struct LogRecord: Hashable, Sendable {
  /// How much it matters.
  package enum Level: String, CaseIterable, Comparable, Sendable {
    case information, warning, error

    /// Orders them by how much they matter.
    package static func < (one: Level, other: Level) -> Bool { one.rank < other.rank }
    private var rank: Int {
      switch self {
      case .information: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// When it happened.
  package var at: Timestamp
  /// How much it matters.
  package var level: Level
  /// What happened.
  package var event: Occurrence
  /// Who noticed it: a host and a process's number.
  package var process: String

  /// Makes a record.
  package init(at: Timestamp, level: Level, event: Occurrence, process: String) {
    (self.at, self.level, self.event, self.process) = (at, level, event, process)
  }
}

extension [LogRecord] {
  /// The records without those that say again what another process said just before: all of them watch the same store.
  package var withoutEchoes: [LogRecord] {
    var told: [Occurrence: LogRecord] = [:]
    return filter { record in
      if let former = told[record.event], former.process != record.process,
        abs(record.at.milliseconds - former.at.milliseconds) <= 5000
      {
        return false
      }
      told[record.event] = record
      return true
    }
  }
}
