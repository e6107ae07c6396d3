/// What a status code says, and what to do about it when it is final.
///
/// Meanings after RFC 3463 and the IANA registry:
/// <https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml>.
package struct StatusFinding: Hashable, Sendable {
  /// What is the matter.
  package enum Meaning: Hashable, Sendable {
    case noSuchUser, noSuchDomain, misspelt, moved, senderNotAccepted, domainTakesNoMail, addressNotAccepted
    case mailboxDisabled, mailboxFull, tooLargeForMailbox, mailboxTakesNoMail
    case tooLargeForServer, systemTakesNoMail
    case timeRanOut, refusedForAddress, unreachable
    case tooManyRecipients, misunderstanding, contentNotTaken, notAuthenticated, blockedByPolicy
    case notTakenNow, noRoom, noMailForAddress, notAtThisServer, refused, refusedByWords
  }

  /// What the operator can do.
  package enum Remedy: Hashable, Sendable {
    case correctAddress, checkSender, makeRoom, makeSmaller, askAdministrator, checkDomain, askToBeAllowed, sendToFewer
    case changeContent, checkAuthentication, checkPolicy, readReason
  }

  /// Says what is the matter.
  package var meaning: Meaning
  /// The code that says so; `nil` when only words did.
  package var code: String?
  /// Says what the operator can do.
  package var remedy: Remedy
  /// True when the sender, not the address, is at fault.
  var isPolicy = false
  /// True when the server's words may say more.
  var isVague = false

  private init(
    _ meaning: Meaning, _ code: String?, _ remedy: Remedy = .correctAddress, isPolicy: Bool = false,
    isVague: Bool = false
  ) {
    self.meaning = meaning
    self.code = code
    self.remedy = remedy
    self.isPolicy = isPolicy
    self.isVague = isVague
  }

  /// Explains a code such as `5.1.1` or `550`, or is `nil` for a code that says nothing (`5.0.0`).
  init?(_ code: String) {
    let parts = code.split(separator: ".")
    if parts.count == 1, let reply = Int(code) {
      guard let finding = StatusFinding(reply: reply, code) else { return nil }
      self = finding
      return
    }
    guard parts.count == 3, let subject = Int(parts[1]), let detail = Int(parts[2]) else { return nil }
    switch (subject, detail) {
    case (1, 1): self.init(.noSuchUser, code)
    case (1, 2): self.init(.noSuchDomain, code)
    case (1, 3): self.init(.misspelt, code)
    case (1, 6): self.init(.moved, code)
    case (1, 7), (1, 8): self.init(.senderNotAccepted, code, .checkSender, isPolicy: true)
    case (1, 10): self.init(.domainTakesNoMail, code)
    case (1, _): self.init(.addressNotAccepted, code)
    case (2, 1): self.init(.mailboxDisabled, code)
    case (2, 2): self.init(.mailboxFull, code, .makeRoom)
    case (2, 3): self.init(.tooLargeForMailbox, code, .makeSmaller, isPolicy: true)
    case (2, _): self.init(.mailboxTakesNoMail, code)
    case (3, 4): self.init(.tooLargeForServer, code, .makeSmaller, isPolicy: true)
    case (3, _): self.init(.systemTakesNoMail, code, .askAdministrator, isPolicy: true)
    case (4, 7): self.init(.timeRanOut, code, .checkDomain, isPolicy: true)
    // "No answer from host" is a passing fault: a server that says so for good has answered.
    case (4, 1) where code.hasPrefix("5"):
      self.init(.refusedForAddress, code, .askToBeAllowed, isPolicy: true, isVague: true)
    case (4, _): self.init(.unreachable, code, .checkDomain, isVague: true)
    case (5, 3): self.init(.tooManyRecipients, code, .sendToFewer, isPolicy: true)
    case (5, _): self.init(.misunderstanding, code, .askAdministrator, isPolicy: true)
    case (6, _): self.init(.contentNotTaken, code, .changeContent, isPolicy: true)
    case (7, 20...26): self.init(.notAuthenticated, code, .checkAuthentication, isPolicy: true)
    case (7, _): self.init(.blockedByPolicy, code, .checkPolicy, isPolicy: true)
    default: return nil
    }
  }

  /// Explains a plain reply code: <https://www.rfc-editor.org/rfc/rfc5321#section-4.2.3>.
  private init?(reply: Int, _ code: String) {
    switch reply {
    case 421, 450, 451: self.init(.notTakenNow, code, isVague: true)
    case 452, 552: self.init(.noRoom, code, .makeRoom, isPolicy: true, isVague: true)
    case 550: self.init(.noMailForAddress, code, isVague: true)
    case 551: self.init(.notAtThisServer, code, isVague: true)
    case 553: self.init(.addressNotAccepted, code, isVague: true)
    case 500...599: self.init(.refused, code, .readReason, isPolicy: true, isVague: true)
    default: return nil
    }
  }

  /// Explains what a server says in words, as far as they are the usual ones.
  ///
  /// - Parameter code: the code that came with them, to be told along.
  init?(words: String, code: String?) {
    let words = words.lowercased()
    func say(_ parts: String...) -> Bool { parts.contains { words.contains($0) } }
    if say("mailbox full", "mailbox is full", "over quota", "overquota", "quota exceeded", "out of storage") {
      self.init(.mailboxFull, code, .makeRoom, isPolicy: true)
    } else if say(
      "user unknown", "unknown user", "no such user", "unknown recipient", "does not exist", "user not found",
      "recipient not found", "mailbox not found", "no mailbox", "no such recipient", "invalid recipient")
    {
      self.init(.noSuchUser, code)
    } else if say("disabled", "inactive", "account suspended") {
      self.init(.mailboxDisabled, code)
    } else if say("access denied", "denied", "blocked", "blacklist", "blocklist", "policy", "spam", "not authorized") {
      self.init(.refusedByWords, code, .checkPolicy, isPolicy: true)
    } else {
      return nil
    }
  }
}
