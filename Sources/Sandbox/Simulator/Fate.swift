import Model

/// What becomes of one attempt at one message.
enum Fate: Equatable, Sendable {
  /// Refused this time.
  case throttled
  /// Refused for good.
  case invalid
  /// Accepted; these are its events, in the order in which they happen.
  case accepted([Step])

  /// One event, and how long after the acceptance it happens at a time scale of 1.
  struct Step: Equatable, Sendable {
    var event: Happening
    var after: Duration
  }
}

/// What an event reports.
enum Happening: Equatable, Sendable {
  case send
  case delivery
  case delay(DelayScript)
  case bounce(BounceScript)
  case complaint
  case reject
  /// The variable that the recipient's data lacks.
  case renderingFailure(missing: String)
  case open
  case click
}

/// Why a delivery takes longer.
struct DelayScript: Equatable, Sendable {
  var type: String
  var status: String
  var diagnostic: String

  static let all: [(weight: Int, value: DelayScript)] = [
    (
      4,
      DelayScript(
        type: "TransientCommunicationFailure", status: "4.4.1",
        diagnostic: "smtp; 421 4.4.1 Unable to connect to remote host")
    ),
    (
      3,
      DelayScript(
        type: "MailboxFull", status: "4.2.2", diagnostic: "smtp; 452 4.2.2 Over quota, please try again later")
    ),
    (
      2,
      DelayScript(
        type: "IPFailure", status: "4.7.0",
        diagnostic: "smtp; 421-4.7.0 Our system has detected an unusual rate of mail\n421 4.7.0 Try again later.")
    ),
    (
      1,
      DelayScript(
        type: "RecipientServerError", status: "4.3.0", diagnostic: "smtp; 451 4.3.0 Temporary lookup failure")
    ),
  ]
}
