import Canvas
import Words

extension State {
  /// Those of the keys that may be pressed here, and would find something to act on.
  func offered(_ keys: [PaneKey]) -> [PaneKey] {
    let isEmpty = focus.behavior.isEmpty(self)
    return keys.filter { !(isReadOnly && $0.hint.changesSomething) && !(isEmpty && $0.hint.needsARow) }
  }
}

/// A dashboard that only looks: the one place where what would change something is kept from being offered and done.
extension State {

  /// Whether a key would change something where the operator is.
  func isRefused(_ key: Key) -> Bool {
    guard isReadOnly else { return false }
    return KeyMap.actions(in: focus).first { $0.key == key }?.hint.changesSomething ?? false
  }

  /// Takes away what leads to a change, whatever key it came from: questions, counts for them, and commands.
  mutating func refuseChanges(_ effects: [Effect]) -> [Effect] {
    guard isReadOnly else { return effects }
    var isRefused = false
    let left = effects.filter { effect in
      switch effect {
      case .command(let command) where !command.changesSomething: return true
      case .count(let count) where count.isReading: return true
      case .command, .count, .edit, .keep, .drop, .remember, .write:
        isRefused = true
        return false
      case .load, .quit, .steer, .record, .copy, .gather, .complete, .stopCounting: return true
      }
    }
    if modal?.changesSomething == true {
      modal = nil
      isRefused = true
    }
    if isRefused { say(.readOnly) }
    return left
  }
}

extension State.Modal {
  fileprivate var changesSomething: Bool {
    switch self {
    case .confirm(let confirmation): confirmation.order.changesSomething
    case .choose, .compose: true
    case .pick(let pick): pick.options.contains { $0.picked.changesSomething }
    // What it leads to is looked at when it comes.
    case .counting, .lookingUp: false
    case .prompt, .help, .palette, .work, .link, .leftAlone: false
    }
  }
}

extension Pick.Picked {
  fileprivate var changesSomething: Bool {
    switch self {
    case .copy, .link: false
    case .ask, .resend, .leftAlone: true
    }
  }
}

extension Hint {
  /// Whether it is about a row of the list that one is in.
  var needsARow: Bool {
    switch self {
    case .messages, .pause, .resume, .cancel, .resendFailed, .batches, .mark, .markAllShown, .redrive, .discard,
      .letter,
      .redriveAtARate, .export, .messagesOfItsCampaign, .itsMessages, .resendThese, .timeline, .settleUncertain,
      .resend,
      .toMarked, .sameAddress, .mail, .copy, .link, .wholeDocument, .tryAgain, .drop, .firstLast, .first,
      .last, .startTime, .goOnWithDraft, .dropDraft, .unsuppress:
      true
    default: false
    }
  }

  /// Whether what it says changes something.
  var changesSomething: Bool {
    switch self {
    case .toMarked(let deed, _): deed.hint.changesSomething
    case .pause, .resume, .cancel, .resendFailed, .new, .redrive, .discard, .putEventsBack, .resendThese,
      .settleUncertain, .resend, .tryAgain, .drop, .redriveAtARate, .edit, .control,
      .startTime, .goOnWithDraft, .dropDraft, .suppress, .unsuppress, .addAddress,
      .accountList, .launch:
      true
    case .singleBatches, .stateOrNumber, .course, .hourOrDay, .messages, .scroll, .back, .batches, .filter,
      .messagesOfItsCampaign, .itsMessages, .thisOrAllCampaigns,
      .findAnother, .sameAddress, .rawEvents, .timeline, .firstLast, .typeToFind, .otherPanes, .help, .status, .address,
      .statusBack,
      .otherMessage, .quit, .leaveIt, .keepTheFilter, .asBefore, .empty, .close, .backToTheFields, .nextField,
      .nextOrCount, .mail, .attempts, .copy, .link, .textOrSource, .leaveAndKeep, .wholeDocument, .mark,
      .markAllShown, .whyNotResent, .yes, .no, .export, .letter, .recovered, .groupBy, .uncertainOnes,
      .doItWhenTyped, .allKeys, .palette, .zoom, .reload, .language, .find, .panes, .move, .open, .escape, .first,
      .last,
      .writeBody, .completePath, .countRecipients, .changeChoice, .suppressions, .messageBefore, .nextMessage, .sort,
      .sortBefore, .sortNext,
      .sortReversed, .choose, .doIt, .work:
      false
    }
  }
}
