import Model
import Words

/// How commands are named and reported.
extension State {
  /// What a command is called while it is under way and when it fails.
  func text(_ command: Command) -> CommandText {
    switch command {
    case .launch(let composition, _, _): .launch(shortName(composition))
    case .pause(let id): .pause(shortName(of: id))
    case .resume(let id): .resume(shortName(of: id))
    case .cancel(let id): .cancel(shortName(of: id))
    case .resend(let scope, let count): .resend(count, campaign: shortName(of: scope.campaign))
    case .redrive(_, let count): .redrive(count)
    case .discard(_, let count): .discard(count)
    case .redriveEvents(let count): .redriveEvents(count)
    case .retryQuarantined(_, let count): .retryQuarantined(count)
    case .dropQuarantined(_, let count): .dropQuarantined(count)
    case .settle(let ids, _): .settle(ids.count)
    }
  }

  private func shortName(_ composition: Composition) -> String {
    "“\(composition.name)”".shortened(to: Self.shortNameWidth)
  }

  /// What a command did, with the count it acted on; another count than was confirmed is said.
  func sentence(_ command: Command, _ outcome: CommandResult) -> String {
    var text = words.done(done(command, outcome.count))
    if let expected = command.expectedCount, expected != outcome.count {
      text += words.done(.otherThanConfirmed(expected))
    }
    if let note = outcome.note { text += " · \(words.note(note))" }
    return text
  }

  private func done(_ command: Command, _ count: Int) -> DoneText {
    switch command {
    case .launch(let composition, _, _): .launched(shortName(composition), count)
    case .pause(let id): .paused(shortName(of: id))
    case .resume(let id): .resumed(shortName(of: id))
    case .cancel(let id): .cancelled(shortName(of: id), count)
    case .resend(let scope, _): .resending(count, campaign: shortName(of: scope.campaign))
    case .redrive: .redrove(count)
    case .discard: .discarded(count)
    case .redriveEvents: .putEventsBack(count)
    case .retryQuarantined: .retriedQuarantined(count)
    case .dropQuarantined: .droppedQuarantined(count)
    case .settle(_, .resend): .sendingAgain(count)
    case .settle(_, .assumeSent): .tookForSent(count)
    case .settle(_, .undo): .tookBack(count)
    }
  }
}
