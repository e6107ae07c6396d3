/// What an enhanced status code says, and what to do about it when it is final.
///
/// Meanings after RFC 3463 and the IANA registry:
/// <https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml>.
struct StatusFinding {
  /// The finding, without a full stop.
  var text: String
  /// The end of the sentence: what the operator can do.
  var remedy: String
  /// True when the sender, not the address, is at fault.
  var isPolicy = false

  private static let correctAddress = "take the address off the list, or correct it."

  /// Explains a code such as `5.1.1`, or is `nil` for a code that says nothing (`5.0.0`).
  init?(_ code: String) {
    let parts = code.split(separator: ".")
    guard parts.count == 3, let subject = Int(parts[1]), let detail = Int(parts[2]) else { return nil }
    remedy = Self.correctAddress
    switch (subject, detail) {
    case (1, 1): text = "There is no such user at this domain (\(code))"
    case (1, 2): text = "The domain does not exist or takes no mail (\(code))"
    case (1, 3): text = "The address is misspelt (\(code))"
    case (1, 6): text = "The mailbox has moved and left no address (\(code))"
    case (1, 7), (1, 8):
      (text, isPolicy) = ("The receiving server does not accept our sender address (\(code))", true)
      remedy = "check the From address and its domain's DNS."
    case (1, 10): text = "The domain says that it takes no mail at all (\(code))"
    case (1, _): text = "The receiving server does not accept the address (\(code))"
    case (2, 1): text = "The mailbox is disabled (\(code))"
    case (2, 2):
      text = "The mailbox is full (\(code))"
      remedy = "ask the recipient to make room, or reach them another way."
    case (2, 3):
      (text, isPolicy) = ("The message is too large for this mailbox (\(code))", true)
      remedy = "make it smaller before sending it again."
    case (2, _): text = "The mailbox does not take mail (\(code))"
    case (3, 4):
      (text, isPolicy) = ("The message is too large for the receiving server (\(code))", true)
      remedy = "make it smaller before sending it again."
    case (3, _):
      (text, isPolicy) = ("The receiving mail system takes no mail at present (\(code))", true)
      remedy = "ask the recipient's administrator."
    case (4, 7):
      (text, isPolicy) = ("The time for delivery ran out (\(code))", true)
      remedy = "check that the domain exists and receives mail."
    case (4, _):
      text = "The receiving server could not be reached (\(code))"
      remedy = "check that the domain exists and receives mail."
    case (5, 3):
      (text, isPolicy) = ("There were too many recipients at once for the receiving server (\(code))", true)
      remedy = "send to fewer at a time."
    case (5, _):
      (text, isPolicy) = ("The two servers did not understand each other (\(code))", true)
      remedy = "ask the recipient's administrator."
    case (6, _):
      (text, isPolicy) = ("The receiving server cannot take this kind of content (\(code))", true)
      remedy = "change the content before sending it again."
    case (7, 20...26):
      (text, isPolicy) = ("The receiving server could not authenticate us (\(code))", true)
      remedy = "check SPF, DKIM and DMARC of the sending domain."
    case (7, _):
      (text, isPolicy) = ("The receiving server's policy blocks the message (\(code))", true)
      remedy = "check SPF, DKIM, DMARC and the content, or ask the recipient to allow the sender."
    default: return nil
    }
  }
}
