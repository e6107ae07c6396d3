/// What a status code says, and what to do about it when it is final.
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
  /// True when the server's words may say more.
  var isVague = false

  private static let correctAddress = "take the address off the list, or correct it."

  /// Explains a code such as `5.1.1` or `550`, or is `nil` for a code that says nothing (`5.0.0`).
  init?(_ code: String) {
    let parts = code.split(separator: ".")
    if parts.count == 1, let reply = Int(code) {
      guard let finding = StatusFinding(reply: reply) else { return nil }
      self = finding
      return
    }
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
    case (4, 1) where code.hasPrefix("5"):
      // "No answer from host" is a passing fault: a server that says so for good has answered.
      (text, isPolicy, isVague) = ("The receiving server refuses mail for this address (\(code))", true, true)
      remedy = "ask the recipient, or their administrator, to allow the sender."
    case (4, _):
      (text, isVague) = ("The receiving server could not be reached (\(code))", true)
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

  /// Explains a plain reply code: <https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3>.
  private init?(reply code: Int) {
    remedy = Self.correctAddress
    isVague = true
    switch code {
    case 421, 450, 451: text = "The receiving server did not take it at this moment (\(code))"
    case 452, 552:
      text = "The mailbox or the receiving server has no room (\(code))"
      (remedy, isPolicy) = ("ask the recipient to make room, or reach them another way.", true)
    case 550: text = "The receiving server does not take mail for this address (\(code))"
    case 551: text = "The recipient is not at this server (\(code))"
    case 553: text = "The receiving server does not accept the address (\(code))"
    case 500...599:
      (text, isPolicy) = ("The receiving server refused the message (\(code))", true)
      remedy = "read its reason, and mend that before sending again."
    default: return nil
    }
  }

  /// Explains what a server says in words, as far as they are the usual ones.
  ///
  /// - Parameter code: the code that came with them, to be told along.
  init?(words: String, code: String?) {
    let words = words.lowercased()
    func say(_ parts: String...) -> Bool { parts.contains { words.contains($0) } }
    let code = code.map { " (\($0))" } ?? ""
    remedy = Self.correctAddress
    if say("mailbox full", "mailbox is full", "over quota", "overquota", "quota exceeded", "out of storage") {
      (text, isPolicy) = ("The mailbox is full" + code, true)
      remedy = "ask the recipient to make room, or reach them another way."
    } else if say(
      "user unknown", "unknown user", "no such user", "unknown recipient", "does not exist", "user not found",
      "recipient not found", "mailbox not found", "no mailbox", "no such recipient", "invalid recipient")
    {
      text = "There is no such user at this domain" + code
    } else if say("disabled", "inactive", "account suspended") {
      text = "The mailbox is disabled" + code
    } else if say("access denied", "denied", "blocked", "blacklist", "blocklist", "policy", "spam", "not authorized") {
      (text, isPolicy) = ("The receiving server refuses the message" + code, true)
      remedy = "check SPF, DKIM, DMARC and the content, or ask the recipient to allow the sender."
    } else {
      return nil
    }
  }
}
