package import EventStore
import Model
package import Ports
package import ProviderEvents

/// Event documents turned into what the journal stores.
package struct EventBatch: Sendable {
  /// What is to be stored.
  package private(set) var events: [IncomingEvent] = []
  /// Holds input that could not be read.
  package private(set) var unreadable: [UnreadableInput] = []
  /// Bytes of ``unreadable``, which may be few and yet more than memory should hold.
  package private(set) var unreadableSize = 0
  /// Documents seen, and those that are neither events nor errors.
  package private(set) var read = 0
  /// Counts documents that are neither events nor errors.
  package private(set) var ignored = 0
  private let storeID: String
  private let reports: (any ReportReader)?
  private var parser = EventParser()

  /// - Parameters:
  ///   - storeID: events tagged by this store belong to its messages.
  ///   - reports: reads what brokers send by themselves.
  package init(storeID: String, reports: (any ReportReader)? = nil) {
    (self.storeID, self.reports) = (storeID, reports)
  }

  /// Reads the body of a queue message.
  package mutating func add(_ body: String) {
    read += 1
    add(parser.parse(body)) { Array(body.utf8) }
  }

  /// Reads a document out of a stream.
  package mutating func add(_ document: EventDocument) {
    read += 1
    if let problem = document.problem {
      reject(Array(document.bytes), "line \(document.line): \(problem)")
    } else {
      add(parser.parse(document.bytes)) { Array(document.bytes) }
    }
  }

  private mutating func add(_ result: ParseResult, body: () -> [UInt8]) {
    switch result {
    case .ignored: ignored += 1
    case .unreadable(let error): reject(body(), error)
    case .events(let parsed): add(parsed, body: body)
    case .reports(let gateway, let inner): add(inner, of: gateway, body: body)
    }
  }

  /// Takes what a broker sent: what is about another store's messages is that store's, an account may send for several.
  private mutating func add(_ inner: [UInt8], of gateway: String, body: () -> [UInt8]) {
    let answer: ReportAnswer
    do throws(ReportUnread) {
      guard let reports else { throw .unknownGateway }
      answer = try reports.read(inner, of: gateway)
    } catch {
      let problem: IntakeProblem =
        switch error {
        case .unknownGateway: .unknownGateway(gateway)
        case .other: .otherReports(gateway)
        }
      return reject(kept(body(), of: gateway), problem.sentence)
    }
    let ours = answer.items.filter { $0.store == nil || $0.store == storeID }
    if ours.isEmpty, answer.unread == 0 { ignored += 1 }
    for item in ours { add(parser.parse(item.document)) { Array(item.document.utf8) } }
    if answer.unread > 0 {
      reject(kept(body(), of: gateway), IntakeProblem.unreadReports(gateway, count: String(answer.unread)).sentence)
    }
  }

  private func kept(_ body: [UInt8], of gateway: String) -> [UInt8] {
    reports.map { $0.masked(body, of: gateway) } ?? body
  }

  private mutating func reject(_ body: [UInt8], _ error: String) {
    unreadable.append(UnreadableInput(body: body, error: error))
    unreadableSize += body.count
  }

  private mutating func add(_ parsed: ParsedEvents, body: () -> [UInt8]) {
    if parsed.tags?.store == MessageTags.testStore {
      ignored += 1
      return
    }
    let tags = parsed.tags.flatMap { $0.store == storeID ? $0 : nil }
    // One copy for all recipients of a mail.
    let detail = parsed.detail
    for fact in parsed.facts {
      events.append(
        IncomingEvent(
          tags: tags, mailAt: parsed.mailAt, providerID: parsed.providerID,
          address: fact.address,
          subject: parsed.subject, at: parsed.at,
          type: fact.type, identity: fact.identity,
          classification: fact.classification, reason: fact.reason,
          detail: detail, document: fact.needsDocument ? body() : nil, isUnsubscription: fact.isUnsubscription))
    }
  }

  /// Forgets what was stored, and keeps the counts.
  package mutating func clear() {
    events.removeAll(keepingCapacity: true)
    unreadable.removeAll(keepingCapacity: true)
    unreadableSize = 0
  }
}

extension ParsedEvents.Fact {
  /// True when it may turn out that no message can be found or made for it, and the document must be kept then.
  fileprivate var needsDocument: Bool {
    if case .other = type { return true }
    return address.isEmpty
  }
}
