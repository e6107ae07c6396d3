import Canvas
import Words

/// A dashboard that only looks: the one place where what would change something is kept from being offered and done.
extension State {
  /// Those of the keys that may be pressed here.
  func offered(_ keys: [PaneKey]) -> [PaneKey] { isReadOnly ? keys.filter { !$0.hint.changesSomething } : keys }

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
      case .command, .count:
        isRefused = true
        return false
      case .load, .quit: return true
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
    case .confirm(let confirmation): confirmation.order != .quit
    case .choose, .counting, .compose: true
    case .prompt, .help, .palette: false
    }
  }
}

extension Hint {
  /// Whether what it says changes something.
  var changesSomething: Bool {
    switch self {
    case .pause, .resume, .cancel, .resendFailed, .new, .redrive, .discard, .putEventsBack, .resendThese,
      .settleUncertain, .resend, .resendMarked, .tryAgain, .drop, .control:
      true
    case .messages, .scroll, .back, .batches, .filter, .messagesOfItsCampaign, .itsMessages, .thisOrAllCampaigns,
      .findAnother, .sameAddress, .rawEvents, .timeline, .firstLast, .typeToFind, .otherPanes, .help, .status, .address,
      .statusBack,
      .otherMessage, .quit, .leaveIt, .keepTheFilter, .asBefore, .empty, .close, .backToTheFields, .nextField,
      .nextOrCount, .leaveAndKeep, .wholeDocument, .mark, .markAll, .markAllShown, .markAllToSettleOrResend, .yes, .no,
      .doItWhenTyped, .allKeys, .palette, .zoom, .reload, .language, .find, .panes, .move, .open, .escape, .first,
      .last,
      .messageBefore, .nextMessage, .sort, .sortBefore, .sortNext, .sortReversed, .choose, .doIt:
      false
    }
  }
}
