import Model
import SQLiteKit

/// Texts as they will be read back: what is looked up, hashed and compared must be what is stored.
extension IncomingEvent {
  var withoutNUL: IncomingEvent {
    var event = self
    event.providerID = providerID?.withoutNUL
    event.address = address.withoutNUL
    event.subject = subject?.withoutNUL
    event.reason = reason?.withoutNUL
    // Only a name that is not our own can hold one.
    if case .other(let name) = type { event.type = .other(name.withoutNUL) }
    event.classification = classification.map { failure in
      Classification(
        kind: failure.kind, cause: failure.cause.withoutNUL, subtype: failure.subtype.withoutNUL,
        smtpStatus: failure.smtpStatus?.withoutNUL)
    }
    return event
  }
}
