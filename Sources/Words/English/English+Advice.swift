import Model

extension English {
  func advice(_ advice: Advice) -> String {
    switch advice {
    case .bounced(let finding, let remedy): "\(self.finding(finding)): \(self.remedy(remedy))"
    case .noSuchAddress:
      "The receiving server says this address does not exist: take it off the list, or correct it."
    case .bouncedForGood:
      "The receiving server refused this address for good: read its reason, and take the address off the list."
    case .suppressedHere(let cause):
      "The address is on this store's suppression list (\(suppression(cause))), so nothing was sent: take it off with "
        + "'sendboard suppress remove' if that is no longer so."
    case .suppressedByProvider:
      "The address is on SES's global suppression list (it bounced for some sender lately), so nothing was sent: "
        + "check the address with its owner before using it again."
    case .suppressedForAccount:
      "The address is on your account's suppression list, so nothing was sent: remove it from that list in SES only "
        + "when its owner confirms that it works and that the mail is wanted."
    case .suppressedForTenant:
      "The address is on the tenant's suppression list, so nothing was sent: remove it from that list in SES only "
        + "when its owner confirms that it works and that the mail is wanted."
    case .unsubscribed:
      "The recipient has unsubscribed from this list in SES, so nothing was sent and the address is good: take it off "
        + "your own list."
    case .judgedUndeliverable:
      "SES's address validation judged the address undeliverable, so nothing was sent: correct the address."
    case .suppressed(let list):
      "The address is on a suppression list (\(list)), so nothing was sent: find out which before using it again."
    case .givenUp(let code):
      "SES tried for hours and gave up (\(code)): not resent blindly; check that the domain exists "
        + "and receives mail first."
    case .finalAfterAll(let code, let finding):
      "\(finding.map(self.finding) ?? "The receiving server refused the message for good (\(code))"), although SES "
        + "calls it transient, so a resend would fail alike: "
        + (finding.map { remedy($0.remedy) } ?? "read its reason first.")
    case .mailboxFull: "The mailbox is full: resend in a few days, or reach the recipient another way."
    case .timeRanOut:
      "The delivery time set for this mail ran out before the server took it: resend if it is still of use."
    case .passing(let finding?): "\(self.finding(finding)), for the time being: resend later."
    case .passing(nil): "A passing failure: read the reason, and resend later."
    case .automaticReply:
      "An automatic answer, such as an out-of-office note, or a bounce without a word: the mail may have arrived, "
        + "so ask the recipient before sending it again."
    case .tooLarge: "The message is too large for this mailbox: make it smaller before sending it again."
    case .attachmentRejected:
      "The receiving server does not take this attachment: remove it or change its type before sending again."
    case .contentRejected:
      "The receiving server took the content for spam or a threat: change text and links before sending again."
    case .undetermined(let finding?): "\(self.finding(finding)), as far as SES can tell: \(remedy(finding.remedy))"
    case .undetermined(nil):
      "SES could not tell why it bounced: read the reason, and ask the recipient before sending again."
    case .unknownBounce(let type):
      "SES reported a bounce of an unknown type (\(type)): read the reason before sending again."
    case .reportedAsFraud:
      "Reported as fraud or phishing: stop mailing this address, and check who sent this campaign."
    case .reportedAsVirus: "Reported as carrying a virus: stop mailing this address, and check the content."
    case .reportedForAuthentication:
      "Reported for failed authentication: check SPF, DKIM and DMARC of the sending domain."
    case .reportedAsSpam:
      "The recipient reported it as spam: take the address off the list and do not mail it again."
    case .virus: "SES found a virus in the message and sent nothing: remove the infected part and send a new one."
    case .notRendered:
      "The template could not be filled in: mend the template or the missing column named in the reason."
    case .refused(let cause): refused(cause)
    case .delayed(let delay): delayed(delay)
    case .text(let failure): self.advice(on: failure)
    }
  }

  private func refused(_ cause: Refusal.Cause) -> String {
    switch cause {
    case .throttled:
      "The provider wants fewer messages a second: its batch tries it again, more slowly; once that is a dead letter, "
        + "redrive it or resend."
    case .quota: "The day's sending quota is used up: resend when it renews, or ask AWS for a higher one."
    case .transient:
      "The provider had a passing fault: its batch tries it again; once that is a dead letter, redrive it or resend."
    case .unverifiedSender:
      "The sender is not verified with the provider, or its configuration is missing: set it up, then resend."
    case .unverifiedRecipient:
      "The account is in AWS's sandbox, where recipients must be verified too: verify this one, or ask AWS for "
        + "production access, then resend."
    case .sharedFault:
      "The provider turns everybody away alike, so the campaign was paused: mend what the reason names, then resume it."
    case .failed: "The provider failed without saying why: mend what may be wrong with the template, then resend."
    case .undecided:
      "The provider turned the whole call away, for this recipient or for something that all share: mend what the reason "
        + "names, then resend."
    case .invalidParameter:
      "The provider does not take this address or its data: correct it in the list, then send anew."
    case .optedOut:
      "This person told the provider to stop: leave it so; who wants messages again says so to the sender's number."
    case .unusable: "The provider could not be reached or used at that time: sending again may help once it can."
    case .accountPaused: "The provider has paused sending for the account: clear that with AWS first, then resend."
    case .other: "The provider refused it: read the reason and mend the cause before sending anew."
    }
  }

  private func delayed(_ delay: Advice.Delay) -> String {
    let ending = "nothing to do yet, the mail is still under way."
    return switch delay {
    case .mailboxFull: "The mailbox is full and SES keeps trying: \(ending)"
    case .slowedDown: "The receiving server has seen much unwanted mail from us and slows it down: \(ending)"
    case .recipientServer: "The receiving server has trouble of its own and SES keeps trying: \(ending)"
    case .blockedAddress: "The sending IP address is being blocked or throttled: \(ending)"
    case .connection: "The connection to the receiving server broke off: \(ending)"
    case .hostName:
      "SES could not look up the host name of your own IP addresses: check their reverse DNS; "
        + "the mail is still under way."
    case .deferred: "SES holds the message back for the moment: \(ending)"
    case .provider: "SES has trouble of its own and keeps trying: \(ending)"
    case .unknown: "Delivery is delayed and tries go on: \(ending)"
    }
  }

  /// What is the matter, without a full stop.
  private func finding(_ finding: StatusFinding) -> String {
    meaning(finding.meaning) + (finding.code.map { " (\($0))" } ?? "")
  }

  private func meaning(_ meaning: StatusFinding.Meaning) -> String {
    switch meaning {
    case .noSuchUser: "There is no such user at this domain"
    case .noSuchDomain: "The domain does not exist or takes no mail"
    case .misspelt: "The address is misspelt"
    case .moved: "The mailbox has moved and left no address"
    case .senderNotAccepted: "The receiving server does not accept our sender address"
    case .domainTakesNoMail: "The domain says that it takes no mail at all"
    case .addressNotAccepted: "The receiving server does not accept the address"
    case .mailboxDisabled: "The mailbox is disabled"
    case .mailboxFull: "The mailbox is full"
    case .tooLargeForMailbox: "The message is too large for this mailbox"
    case .mailboxTakesNoMail: "The mailbox does not take mail"
    case .tooLargeForServer: "The message is too large for the receiving server"
    case .systemTakesNoMail: "The receiving mail system takes no mail at present"
    case .timeRanOut: "The time for delivery ran out"
    case .refusedForAddress: "The receiving server refuses mail for this address"
    case .unreachable: "The receiving server could not be reached"
    case .tooManyRecipients: "There were too many recipients at once for the receiving server"
    case .misunderstanding: "The two servers did not understand each other"
    case .contentNotTaken: "The receiving server cannot take this kind of content"
    case .notAuthenticated: "The receiving server could not authenticate us"
    case .blockedByPolicy: "The receiving server's policy blocks the message"
    case .notTakenNow: "The receiving server did not take it at this moment"
    case .noRoom: "The mailbox or the receiving server has no room"
    case .noMailForAddress: "The receiving server does not take mail for this address"
    case .notAtThisServer: "The recipient is not at this server"
    case .refused: "The receiving server refused the message"
    case .refusedByWords: "The receiving server refuses the message"
    }
  }

  /// The end of the sentence: what the operator can do.
  private func remedy(_ remedy: StatusFinding.Remedy) -> String {
    switch remedy {
    case .correctAddress: "take the address off the list, or correct it."
    case .checkSender: "check the From address and its domain's DNS."
    case .makeRoom: "ask the recipient to make room, or reach them another way."
    case .makeSmaller: "make it smaller before sending it again."
    case .askAdministrator: "ask the recipient's administrator."
    case .checkDomain: "check that the domain exists and receives mail."
    case .askToBeAllowed: "ask the recipient, or their administrator, to allow the sender."
    case .sendToFewer: "send to fewer at a time."
    case .changeContent: "change the content before sending it again."
    case .checkAuthentication: "check SPF, DKIM and DMARC of the sending domain."
    case .checkPolicy: "check SPF, DKIM, DMARC and the content, or ask the recipient to allow the sender."
    case .readReason: "read its reason, and mend that before sending again."
    }
  }
}
