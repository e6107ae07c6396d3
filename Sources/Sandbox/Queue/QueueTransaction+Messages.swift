import GRDB
import Model
import Ports
import SQLiteKit

/// What a receive needs to know of the queue.
struct ReceiveTerms: Sendable {
  var max: Int
  var visibility: Duration
  /// Where messages received too often go, and what too often is.
  var redrive: (deadLetters: QueueStatements, maxReceiveCount: Int)?
  /// How long messages are kept; dead-letter queues only.
  var retention: Duration?
}

extension QueueTransaction {
  /// Appends messages that were found valid; returns the first id, the others follow it.
  func send(_ entries: some Collection<QueueEntry>, to queue: QueueStatements) throws -> Int64 {
    let first = try takeIDs(entries.count, queue: queue.number)
    let insert = try statement(queue.insertMessage)
    var id = first
    for entry in entries {
      let delay = entry.delay.milliseconds
      try insert.run(id, now.milliseconds, now.milliseconds, delay > 0 ? 1 : 0, text: entry.body)
      if delay > 0 { try statement(queue.insertDelayed).run(host.milliseconds + delay, id) }
      noteVisible(at: host + .milliseconds(delay), queue: queue.number)
      id += 1
    }
    return first
  }

  /// Takes messages: those given back first, then those whose delay has passed, then new ones.
  func receive(_ terms: ReceiveTerms, from queue: QueueStatements) throws -> [ReceivedMessage] {
    if let retention = terms.retention { try expire(retention, queue) }
    var taken: [ReceivedMessage] = []
    let visibleAt = host + terms.visibility
    try receiveReturned(terms, visibleAt, queue, &taken)
    if taken.count < terms.max { try receiveDelayed(terms.max - taken.count, visibleAt, queue, &taken) }
    if taken.count < terms.max { try receiveFresh(terms.max - taken.count, visibleAt, queue, &taken) }
    if !taken.isEmpty { noteVisible(at: visibleAt, queue: queue.number) }
    return taken
  }

  private func receiveReturned(
    _ terms: ReceiveTerms, _ visibleAt: HostTime, _ queue: QueueStatements, _ taken: inout [ReceivedMessage]
  ) throws {
    let select = try statement(queue.returned)
    // Dead letters make room for others: look again until a look finds none. Bounded, for the sake of neighbours.
    for _ in 0..<100 {
      var found: [(id: Int64, receives: Int64)] = []
      try select.run(host.milliseconds, Int64(terms.max)) { found.append(($0.int(0), $0.int(1))) }
      var sawDead = false
      for (id, receives) in found where taken.count < terms.max {
        if let redrive = terms.redrive, receives >= redrive.maxReceiveCount {
          try moveToDeadLetters(id, from: queue, to: redrive.deadLetters)
          sawDead = true
          continue
        }
        // A visibility of zero leaves messages of this very call in sight.
        let handle = Receipt(queue: queue.number, message: id, receive: receives + 1).text
        if terms.visibility <= .zero && taken.contains(where: { $0.id == String(id) }) { continue }
        try statement(queue.receiveAgain).run(visibleAt.milliseconds, receives + 1, id)
        try statement(queue.body).run(id) { row in
          taken.append(
            ReceivedMessage(
              id: String(id), body: row.text(1), receipt: handle, receiveCount: Int(receives + 1),
              sentAt: Timestamp(milliseconds: row.int(0))))
        }
      }
      if !sawDead || taken.count >= terms.max { return }
    }
  }

  private func receiveDelayed(
    _ max: Int, _ visibleAt: HostTime, _ queue: QueueStatements, _ taken: inout [ReceivedMessage]
  ) throws {
    var found: [(due: Int64, id: Int64)] = []
    try statement(queue.dueDelayed).run(host.milliseconds, Int64(max)) { found.append(($0.int(0), $0.int(1))) }
    for (due, id) in found {
      try statement(queue.removeDelayed).run(due, id)
      try statement(queue.firstReceive).run(id, visibleAt.milliseconds)
      try statement(queue.body).run(id) { row in
        taken.append(.first(id, in: queue, body: row.text(1), sentAt: row.int(0)))
      }
    }
  }

  private func receiveFresh(
    _ max: Int, _ visibleAt: HostTime, _ queue: QueueStatements, _ taken: inout [ReceivedMessage]
  ) throws {
    if try isCursorAtEnd(queue: queue.number) { return }
    var ids: [Int64] = []
    try statement(queue.fresh).run(try cursor(queue: queue.number), Int64(max)) { row in
      ids.append(row.int(0))
      taken.append(.first(row.int(0), in: queue, body: row.text(2), sentAt: row.int(1)))
    }
    let insert = try statement(queue.firstReceive)
    for id in ids { try insert.run(id, visibleAt.milliseconds) }
    try moveCursor(past: ids.count == max ? ids.last : nil, queue: queue.number)
  }

  private func moveToDeadLetters(
    _ id: Int64, from queue: QueueStatements, to deadLetters: QueueStatements
  ) throws {
    var sentAt: Int64 = 0
    var body = ""
    try statement(queue.body).run(id) { row in
      sentAt = row.int(0)
      body = row.text(1)
    }
    let newID = try takeIDs(1, queue: deadLetters.number)
    try statement(deadLetters.insertMessage).run(newID, sentAt, now.milliseconds, 0, text: body)
    noteVisible(at: host, queue: deadLetters.number)
    try statement(queue.deleteReceived).run(id)
    try statement(queue.deleteMessage).run(id)
    try subtract(1, queue: queue.number)
  }

  /// Deletes a message by the handle of its latest receive.
  ///
  /// - Returns: false when the handle is stale and the message stays.
  func delete(_ receipt: Receipt, from queue: QueueStatements) throws -> Bool {
    try statement(queue.deleteReceipt).run(receipt.message, receipt.receive)
    if db.changesCount == 0 { return try statement(queue.exists).first(receipt.message) == nil }
    try statement(queue.deleteMessage).run(receipt.message)
    try subtract(1, queue: queue.number)
    return true
  }

  /// Hides a message in flight for a new span.
  ///
  /// - Returns: false when the handle is stale or the message is no longer in flight.
  func changeVisibility(_ receipt: Receipt, _ span: Duration, in queue: QueueStatements) throws -> Bool {
    let visibleAt = host + span
    try statement(queue.changeVisibility).run(
      visibleAt.milliseconds, receipt.message, receipt.receive, host.milliseconds)
    if db.changesCount == 0 { return false }
    noteVisible(at: visibleAt, queue: queue.number)
    return true
  }

  /// Removes messages that have been here for longer than they are kept.
  func expire(_ retention: Duration, _ queue: QueueStatements) throws {
    let limit = now.milliseconds - retention.milliseconds
    // Ids ascend with the time of arrival, so the oldest come first.
    for _ in 0..<10_000 {
      var oldest: (id: Int64, arrived: Int64)?
      try statement(queue.oldest).run { oldest = ($0.int(0), $0.int(1)) }
      guard let oldest, oldest.arrived <= limit else { return }
      try statement(queue.deleteReceived).run(oldest.id)
      try statement(queue.deleteMessage).run(oldest.id)
      try subtract(1, queue: queue.number)
    }
  }
}

extension ReceivedMessage {
  fileprivate static func first(
    _ id: Int64, in queue: QueueStatements, body: String, sentAt: Int64
  ) -> ReceivedMessage {
    ReceivedMessage(
      id: String(id), body: body, receipt: Receipt(queue: queue.number, message: id, receive: 1).text,
      receiveCount: 1, sentAt: Timestamp(milliseconds: sentAt))
  }
}
