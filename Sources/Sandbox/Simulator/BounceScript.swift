/// What a bounce says. `$A` in a diagnostic stands for the address.
struct BounceScript: Equatable, Sendable {
  var type: String
  var subtype: String
  var status: String?
  var diagnostic: String?
  var reportingMTA: String?
  /// True when the server takes the message first and answers later, as with an out-of-office reply.
  var isAfterDelivery = false

  static func permanent(_ subtype: String, _ status: String, _ diagnostic: String) -> BounceScript {
    BounceScript(
      type: "Permanent", subtype: subtype, status: status, diagnostic: diagnostic,
      reportingMTA: "dns; a8-71.smtp-out.amazonses.com")
  }

  static func transient(_ subtype: String, _ status: String, _ diagnostic: String) -> BounceScript {
    BounceScript(
      type: "Transient", subtype: subtype, status: status, diagnostic: diagnostic,
      reportingMTA: "dns; a8-71.smtp-out.amazonses.com")
  }

  /// The mailbox simulator's `bounce@`.
  static let unknownUser = permanent("General", "5.1.1", "smtp; 550 5.1.1 user unknown")

  /// The mailbox simulator's `ooto@`: an answer of the recipient's, not a report of a server's.
  static let outOfOffice = BounceScript(
    type: "Transient", subtype: "General", status: nil, diagnostic: nil, reportingMTA: nil, isAfterDelivery: true)

  /// The mailbox simulator's `suppressionlist@`: on the global suppression list of SES.
  static let suppressed = BounceScript(
    type: "Permanent", subtype: "Suppressed", status: "5.1.1",
    diagnostic: "Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an "
      + "invalid address. For more information about how to remove an address from the suppression list, see the "
      + "Amazon SES Developer Guide: "
      + "http://docs.aws.amazon.com/ses/latest/DeveloperGuide/remove-from-suppressionlist.html",
    reportingMTA: "dns; amazonses.com")

  static let suppressedForAccount = BounceScript(
    type: "Permanent", subtype: "OnAccountSuppressionList", status: "5.1.1",
    diagnostic: "Amazon SES did not send the message to this address because it is on the suppression list for your "
      + "account. For more information about removing addresses from the suppression list, see the Amazon SES "
      + "Developer Guide at https://docs.aws.amazon.com/ses/latest/DeveloperGuide/sending-email-suppression-list.html",
    reportingMTA: "dns; amazonses.com")

  /// Hard bounces of email, by weight.
  static let hard: [(weight: Int, value: BounceScript)] = [
    (30, permanent("General", "5.1.1", "smtp; 550 5.1.1 <$A>: Recipient address rejected: User unknown")),
    (
      25,
      permanent(
        "NoEmail", "5.1.1",
        """
        smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try
        550-5.1.1 double-checking the recipient's email address for typos or
        550 5.1.1 unnecessary spaces. - gsmtp
        """)
    ),
    (
      12, permanent("General", "5.4.1", "smtp; 550 5.4.1 Recipient address rejected: Access denied. [prod.outlook.com]")
    ),
    (10, permanent("General", "5.2.1", "smtp; 550 5.2.1 The email account that you tried to reach is disabled.")),
    (8, permanent("General", "5.4.4", "smtp; 550 5.4.4 Invalid domain")),
    (8, permanent("NoEmail", "5.1.1", "smtp; 550 5.1.1 No such user: <$A> - nsmtp")),
    (4, suppressedForAccount), (3, suppressed),
  ]

  /// Soft bounces of email, by weight.
  static let soft: [(weight: Int, value: BounceScript)] = [
    (24, transient("MailboxFull", "4.2.2", "smtp; 452 4.2.2 <$A>: The recipient's inbox is out of storage space.")),
    (12, transient("MailboxFull", "5.2.2", "smtp; 552 5.2.2 <$A>: Recipient's mailbox is over quota")),
    (
      18, transient("General", "4.4.7", "smtp; 550 4.4.7 Message expired: unable to deliver in 840 minutes.<421 4.4.0>")
    ),
    (12, transient("General", "4.3.2", "smtp; 421 4.3.2 System not accepting network messages")),
    (10, transient("General", "5.7.1", "smtp; 550 5.7.1 Service unavailable; client host blocked using a block list")),
    (
      6,
      transient(
        "MessageTooLarge", "5.3.4",
        """
        smtp; 552-5.3.4 Your message exceeded the recipient's message size limits.
        552 5.3.4 Message size exceeds fixed limit
        """)
    ),
    (10, transient("ContentRejected", "5.7.1", "smtp; 554 5.7.1 Message rejected because of its content")),
    (2, transient("AttachmentRejected", "5.7.0", "smtp; 552 5.7.0 This message was blocked: attachment type")),
    (
      1,
      transient("CustomTimeoutExceeded", "4.4.7", "smtp; 550 4.4.7 Message expired: custom delivery timeout exceeded")
    ),
    (5, outOfOffice),
  ]

  /// What carriers say of numbers that do not exist.
  static let deadNumber: BounceScript = {
    var script = permanent("General", "5.1.1", "carrier; unknown subscriber")
    script.reportingMTA = nil
    return script
  }()

  /// What carriers say of handsets they cannot reach.
  static let unreachable: BounceScript = {
    var script = transient("General", "4.4.1", "carrier; handset unreachable, message expired")
    script.reportingMTA = nil
    return script
  }()
}
