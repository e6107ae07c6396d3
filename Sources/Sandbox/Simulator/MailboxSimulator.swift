/// The addresses of the SES mailbox simulator, with or without a label (`bounce+label@simulator.amazonses.com`).
///
/// <https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-email-simulator>
enum MailboxSimulator: String, CaseIterable, Sendable {
  case success, bounce, ooto, complaint, suppressionlist

  /// Recognises an address, or `nil` when it is nobody of the mailbox simulator.
  init?(_ address: String) {
    // Nearly every address ends here.
    guard address.utf8.last.map({ $0 | 0x20 }) == UInt8(ascii: "m"), address.utf8.count > 24 else { return nil }
    let parts = address.lowercased().split(separator: "@")
    guard parts.count == 2, parts[1] == "simulator.amazonses.com", let name = parts[0].split(separator: "+").first,
      let known = MailboxSimulator(rawValue: String(name))
    else { return nil }
    self = known
  }

  /// What happens to a message to this address.
  var steps: [Fate.Step] {
    let send = Fate.Step(event: .send, after: .milliseconds(100))
    let delivery = Fate.Step(event: .delivery, after: .milliseconds(600))
    switch self {
    case .success: return [send, delivery]
    case .bounce: return [send, Fate.Step(event: .bounce(.unknownUser), after: .milliseconds(900))]
    case .ooto: return [send, delivery, Fate.Step(event: .bounce(.outOfOffice), after: .seconds(2))]
    case .complaint: return [send, delivery, Fate.Step(event: .complaint, after: .seconds(3))]
    case .suppressionlist: return [send, Fate.Step(event: .bounce(.suppressed), after: .milliseconds(500))]
    }
  }
}
