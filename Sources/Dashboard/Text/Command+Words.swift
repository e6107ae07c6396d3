import Model
import Words

/// How commands are named and reported.
extension Command {
  /// What it is called while it is under way and when it fails.
  func text(_ label: CampaignLabel, _ words: any Words) -> CommandText {
    switch self {
    case .launch: .launch(label.short(words))
    case .sendTest(_, _, let address): .sendTest(address)
    case .pause: .pause(label.short(words))
    case .resume: .resume(label.short(words))
    case .cancel: .cancel(label.short(words))
    case .begin: .begin(label.short(words))
    case .reschedule: .reschedule(label.short(words))
    case .resend(_, let count): .resend(count, campaign: label.short(words))
    case .redrive(_, let count, _): .redrive(count)
    case .discard(_, let count): .discard(count)
    case .redriveEvents(let count): .redriveEvents(count)
    case .retryQuarantined(_, let count): .retryQuarantined(count)
    case .dropQuarantined(_, let count): .dropQuarantined(count)
    case .settle(let ids, _): .settle(ids.count)
    case .suppress(let addresses): .suppress(addresses.count)
    case .unsuppress(let addresses): .unsuppress(addresses.count)
    case .suppressAll(_, let people): .suppress(people)
    case .suppressAtAccount(let address, _): .suppressAtAccount(address)
    case .unsuppressAtAccount(let address): .unsuppressAtAccount(address)
    case .export(let order): .export(order.file)
    case .correct(let id, _, _, _): .correct(String(id))
    }
  }

  /// What it did, with the count it acted on; another count than was confirmed is said.
  func sentence(
    _ outcome: CommandResult, _ label: CampaignLabel, _ words: any Words, _ keys: KeyMap
  ) -> String {
    // Nothing was done then.
    if let note = outcome.note, [.stoppedWithoutFile, .launchStopped].contains(note) { return words.note(note) }
    var text = words.done(done(outcome.count, label, words, keys))
    if let expectedCount, expectedCount != outcome.count { text += words.done(.otherThanConfirmed(expectedCount)) }
    if let note = outcome.note { text += " · \(words.note(note))" }
    return text
  }

  private func done(_ count: Int, _ label: CampaignLabel, _ words: any Words, _ keys: KeyMap) -> DoneText {
    switch self {
    case .launch(_, _, _, nil): .launched(label.short(words), count)
    case .launch: .scheduled(label.short(words), count)
    case .sendTest(_, _, let address): .sentTest(address)
    case .pause: .paused(label.short(words), resume: keys.label(of: .resume))
    case .resume: .resumed(label.short(words))
    case .cancel: .cancelled(label.short(words), count)
    case .begin: .begun(label.short(words), count)
    case .reschedule: .rescheduled(label.short(words))
    case .resend: .resending(count, campaign: label.short(words))
    case .redrive: .redrove(count)
    case .discard: .discarded(count)
    case .redriveEvents: .putEventsBack(count)
    case .retryQuarantined: .retriedQuarantined(count)
    case .dropQuarantined: .droppedQuarantined(count)
    case .settle(_, .resend): .sendingAgain(count)
    case .settle(_, .assumeSent): .tookForSent(count, settle: keys.label(of: .settleUncertain))
    case .settle(_, .undo): .tookBack(count)
    case .suppress: .suppressed(count)
    case .suppressAll: .putOnList(count)
    case .unsuppress: .unsuppressed(count)
    case .suppressAtAccount(let address, _): .suppressedAtAccount(address)
    case .unsuppressAtAccount(let address): .unsuppressedAtAccount(address)
    case .export(let order): .exported(count, order.file)
    case .correct(let id, _, _, _): .corrected(String(id), count)
    }
  }
}

extension State {
  /// The campaign a command is about; all of them for one that is about none.
  func label(of command: Command) -> CampaignLabel {
    switch command {
    case .launch(let composition, _, _, _), .sendTest(let composition, _, _): CampaignLabel(name: composition.name)
    case .pause(let id), .resume(let id), .cancel(let id), .begin(let id), .reschedule(let id, _): label(of: id)
    case .resend(let scope, _): label(of: scope.campaign)
    case .redrive, .discard, .redriveEvents, .retryQuarantined, .dropQuarantined, .settle, .export, .correct, .suppress,
      .unsuppress, .suppressAtAccount, .unsuppressAtAccount:
      label(of: nil)
    case .suppressAll(let scope, _): label(of: scope.campaign)
    }
  }

  /// What a command is called at this moment.
  func text(_ command: Command) -> String { words.command(command.text(label(of: command), words)) }
}
