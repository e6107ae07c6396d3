/// Where a message stands after a set of events: its current attempt and status.
///
/// The definition is ``init(of:)``, a function of the *set* of events: order and repetition do not matter.
/// ``absorb(_:)`` gives the same answer one event at a time where it can, and says so where it cannot.
package struct Standing: Equatable, Sendable {
  /// The attempt that counts, from 1.
  package var attempt: Int
  /// Attempts that were tried: the highest one with proof of a try, since they follow one another.
  package var tries: Int
  /// Says what is known of it.
  package var status: MessageStatus
  /// The classification that explains the status, when it is a failure.
  package var classification: Classification?

  /// A message that was planned and not yet tried.
  package static let planned = Standing(attempt: 1, tries: 0, status: .queued, classification: nil)
  /// A message that another program sent: that anything is known of it proves that the provider took it.
  package static let foreign = Standing(attempt: 1, tries: 1, status: .accepted, classification: nil)

  /// Makes a value from its parts.
  package init(attempt: Int, tries: Int, status: MessageStatus, classification: Classification?) {
    self.attempt = attempt
    self.tries = tries
    self.status = status
    self.classification = classification
  }

  /// Computes the standing from all events of one message.
  ///
  /// The highest attempt counts, and in it the status of the highest rank. One exception keeps a second copy from
  /// going out: when the highest attempt is known not to have gone out (it waits, or was refused), and there is proof of
  /// an earlier one, that one counts. It was uncertain and settled to be sent again, or refused by a word that was not
  /// the provider's. What the operator had resent goes out nevertheless: who resends knows of the earlier copy.
  ///
  /// An automatic reply is a failure only while nothing better is known of its attempt: once the mail has arrived, it is
  /// somebody's note that they are away. So is a text that a phone could not be reached for: its carrier goes on trying.
  ///
  /// - Parameter base: what is known without any event: ``planned`` or ``foreign``.
  package init(of events: some Sequence<Event>, base: Standing = .planned) {
    var attempts: [Int: DecidingEvent] = [1: DecidingEvent(status: base.status)]
    /// The last attempt that the operator resent for, or the first.
    var asked = 1
    var tries = base.tries
    /// The operator's latest word on each attempt.
    var words: [Int: Event] = [:]
    for event in events {
      switch event.type.bearing {
      case .opensAttempt:
        attempts[event.attempt + 1] = attempts[event.attempt + 1] ?? DecidingEvent()
        if event.type == .resent { asked = max(asked, event.attempt + 1) }
      case .assumption:
        if let known = words[event.attempt], (known.at, known.identity) > (event.at, event.identity) { continue }
        words[event.attempt] = event
      case .tells:
        if event.provesTry { tries = max(tries, event.attempt) }
        guard let status = event.status else { continue }
        attempts[event.attempt, default: DecidingEvent()].follow(status, event)
      }
    }
    for word in words.values {
      if let status = word.status { attempts[word.attempt, default: DecidingEvent()].follow(status, word) }
    }
    var last = attempts.keys.max() ?? 1
    if let highest = attempts[last]?.final, Self.stayedHere(highest.status) {
      last = attempts.filter { $0.key >= asked && $0.value.final.status.provesAcceptance }.keys.max() ?? last
    }
    let deciding = (attempts[last] ?? DecidingEvent()).final
    self.init(
      attempt: last, tries: tries, status: deciding.status, classification: deciding.event?.classification)
  }

  /// True when a status may be of a failure that an arrival would take back.
  private var mayBeProvisional: Bool {
    status == .softBounced
      && classification.map { $0.isAutomaticReply || $0.textFailure?.isProvisional ?? false } ?? true
  }

  /// True when an attempt of this status is known not to have reached the provider.
  private static func stayedHere(_ status: MessageStatus) -> Bool {
    switch status {
    case .queued, .cancelled, .refused: true
    case .sending, .uncertain, .accepted, .delayed, .delivered, .opened, .clicked, .softBounced, .renderFailed,
      .rejected, .suppressed, .hardBounced, .complained:
      false
    }
  }

  /// Takes one new event in, when the answer follows from the standing alone.
  ///
  /// - Returns: `false` when all events of the message are needed; the standing is then unchanged.
  package mutating func absorb(_ event: Event) -> Bool {
    guard event.attempt == attempt, !event.opensAttempt else { return false }
    if event.isAssumption { return false }
    if event.status == status, classification != nil || event.classification != nil { return false }
    if event.isProvisional || mayBeProvisional { return false }
    if event.provesTry { tries = max(tries, attempt) }
    guard let new = event.status, new.rank > status.rank else { return true }
    // There may be proof of an earlier one.
    if attempt > 1, Self.stayedHere(new) { return false }
    status = new
    classification = event.classification
    return true
  }
}

extension Event {
  /// Whether it tells of a failure that is none once the message has arrived.
  fileprivate var isProvisional: Bool {
    type == .automaticReply || classification?.textFailure?.isProvisional ?? false
  }
}

/// The event that decides an attempt's status; ties go to the later event, then to the larger identity.
private struct DecidingEvent {
  var status = MessageStatus.queued
  var event: Event?
  private var reply: Event?

  init(status: MessageStatus = .queued) { self.status = status }

  /// The deciding when all events are in.
  var final: DecidingEvent {
    guard let reply, let status = reply.status, self.status.rank < MessageStatus.delivered.rank else { return self }
    var deciding = self
    (deciding.status, deciding.event) = (status, reply)
    return deciding
  }

  mutating func follow(_ new: MessageStatus, _ candidate: Event) {
    if candidate.isProvisional {
      let isLater = reply.map { ($0.at, $0.identity) < (candidate.at, candidate.identity) } ?? true
      if isLater { reply = candidate }
      return
    }
    if let event {
      guard (new.rank, candidate.at, candidate.identity) > (status.rank, event.at, event.identity) else { return }
    } else if new.rank < status.rank {
      return
    }
    status = new
    event = candidate
  }
}
