import Emulator
import EventStore
import Foundation
import Model
import Testing

/// Compares a store with what SES accepted, as the emulator itself and the relay before it tell.
struct CloudAudit {
  let store: EventStore
  let messages: [MessageSummary]
  let mails: [Relay.Mail]

  init(_ place: Workplace, _ relay: Relay) async throws {
    store = try await place.openStore()
    var messages: [MessageSummary] = []
    var query = MessageQuery(limit: 1000)
    while true {
      let page = try await store.messages(query)
      messages += page.rows
      guard page.hasLater, let last = page.rows.last else { break }
      query.anchor = .after(last.id)
    }
    self.messages = messages
    mails = relay.mails
  }

  /// Expects that nobody was mailed twice, that whom SES accepted is known as accepted or in doubt and nobody else is,
  /// and that the read models are what the journal says.
  func expectSound(recipients: Int, in cloud: Emulator, sourceLocation: SourceLocation = #_sourceLocation)
    async throws
  {
    #expect(messages.count == recipients, sourceLocation: sourceLocation)
    let addresses = Set(messages.map(\.address))
    // The emulator serves other tests too.
    let sent = try await cloud.sentMails().map(\.address).filter(addresses.contains)
    #expect(sent.count == Set(sent).count, "somebody was mailed twice", sourceLocation: sourceLocation)
    #expect(Set(sent) == Set(mails.map(\.address)), "the relay and SES differ", sourceLocation: sourceLocation)
    let ids = Dictionary(mails.map { ($0.address, $0.id) }) { first, _ in first }
    let wrong = messages.filter { message in
      let isInDoubt = message.status == .uncertain
      if let id = ids[message.address] {
        return !(message.status.provesAcceptance && message.providerID == id) && !isInDoubt
      }
      return message.status.provesAcceptance
    }
    #expect(wrong.map(\.id) == [], "known otherwise than SES did it", sourceLocation: sourceLocation)
    for message in messages where message.status == .uncertain {
      let last = try await store.timeline(message.id).filter { $0.attempt == message.attempts }
      #expect(last.contains { $0.type == .claimed }, "message \(message.id)", sourceLocation: sourceLocation)
      #expect(
        !last.contains { $0.type == .accepted || $0.type == .refused || $0.source == .provider },
        "message \(message.id)", sourceLocation: sourceLocation)
    }
    #expect(try await store.replay() == [], sourceLocation: sourceLocation)
  }

  /// Counts the messages of each status.
  var counts: [MessageStatus: Int] { messages.reduce(into: [:]) { $0[$1.status, default: 0] += 1 } }
}
