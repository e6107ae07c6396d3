import Model

/// How commands are named and reported.
extension State {
  /// What a command is called while it is under way and when it fails.
  func title(_ command: Command) -> String {
    switch command {
    case .launch(let composition, _, _): "launch \(shortName(composition))"
    case .pause(let id): "pause \(shortName(of: id))"
    case .resume(let id): "resume \(shortName(of: id))"
    case .cancel(let id): "cancel \(shortName(of: id))"
    case .resend(let scope, let count): "resend \(Figures.count(count, "message")) \(place(of: scope))"
    case .redrive(_, let count): "redrive \(Figures.count(count, "dead letter"))"
    case .discard(_, let count): "discard \(Figures.count(count, "dead letter"))"
    case .redriveEvents(let count): "put \(Figures.count(count, "event")) back"
    case .settle(let ids, _): "settle \(Figures.count(ids.count, "message"))"
    }
  }

  /// That a command failed: why comes before what it was about, since the line may be cut.
  func failure(_ command: Command, _ problem: Problem) -> String {
    let (verb, name): (String, String?) =
      switch command {
      case .launch(let composition, _, _): ("launch", shortName(composition))
      case .pause(let id): ("pause", shortName(of: id))
      case .resume(let id): ("resume", shortName(of: id))
      case .cancel(let id): ("cancel", shortName(of: id))
      case .resend(let scope, _): ("resend", shortName(of: scope.campaign))
      case .redrive, .discard, .redriveEvents, .settle: (title(command), nil)
      }
    return ["\(verb) failed: \(problem.line)", name].compactMap { $0 }.joined(separator: " · ")
  }

  /// Where the messages of a scope are.
  private func place(of scope: Scope) -> String { "in \(shortName(of: scope.campaign))" }

  private func shortName(_ composition: Composition) -> String {
    "“\(composition.name)”".shortened(to: Self.shortNameWidth)
  }

  /// What a command did, with the count it acted on; another count than was confirmed is said.
  func sentence(_ command: Command, _ outcome: Outcome) -> String {
    let count = outcome.count
    var text: String =
      switch command {
      case .launch(let composition, _, _): "launched \(shortName(composition)) to \(Figures.count(count, "recipient"))"
      case .pause(let id): "paused \(shortName(of: id)); r resumes it"
      case .resume(let id): "resumed \(shortName(of: id))"
      case .cancel(let id): "cancelled \(shortName(of: id)): \(Figures.count(count, "message")) will not be sent"
      case .resend(let scope, _): "resending \(Figures.count(count, "message")) \(place(of: scope))"
      case .redrive: "redrove \(Figures.count(count, "dead letter"))"
      case .discard: "discarded \(Figures.count(count, "dead letter"))"
      case .redriveEvents: "put \(Figures.count(count, "event")) back on the event queue, to be stored"
      case .settle(_, .resend): "sending \(Figures.count(count, "uncertain message")) again"
      case .settle(_, .assumeSent): "took \(Figures.count(count, "uncertain message")) for sent; u takes it back"
      case .settle(_, .undo): "took the word back on \(Figures.count(count, "message")): uncertain again"
      }
    if let expected = command.expectedCount, expected != count {
      text += " (\(Figures.count(expected)) were confirmed)"
    }
    if let note = outcome.note { text += " · \(note)" }
    return text
  }
}

extension Load.Subject {
  /// What a load reads, for the line that says that it fails.
  var words: String {
    switch self {
    case .figures: "figures"
    case .messages: "messages"
    case .timeline: "timeline"
    case .failures: "failures"
    case .deadLetters: "dead letters"
    }
  }
}
