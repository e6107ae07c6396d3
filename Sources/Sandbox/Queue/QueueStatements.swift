/// The statements on one queue's tables, written out once.
///
/// A class, since it is handed around in every call: a copy of a struct would retain each of the strings.
final class QueueStatements: Sendable {
  let number: Int64

  let insertMessage, insertDelayed: String
  let fresh, firstReceive: String
  let returned, receiveAgain, body: String
  let dueDelayed, removeDelayed: String
  let deleteReceipt, deleteReceived, deleteMessage, exists: String
  let changeVisibility: String
  let oldest: String
  let nextReturned, nextDelayed: String
  let countInFlight, countDelayed: String

  init(number: Int64) {
    self.number = number
    let message = "message_\(number)"
    let received = "received_\(number)"
    let delayed = "delayed_\(number)"
    insertMessage = "INSERT INTO \(message) (id, sent_at, arrived_at, delayed, body) VALUES (?, ?, ?, ?, ?)"
    insertDelayed = "INSERT INTO \(delayed) (due_at, id) VALUES (?, ?)"
    fresh = "SELECT id, sent_at, body FROM \(message) WHERE id >= ? AND delayed = 0 ORDER BY id LIMIT ?"
    firstReceive = "INSERT INTO \(received) (id, visible_at, receives) VALUES (?, ?, 1)"
    returned = "SELECT id, receives FROM \(received) WHERE visible_at <= ? ORDER BY visible_at, id LIMIT ?"
    receiveAgain = "UPDATE \(received) SET visible_at = ?, receives = ? WHERE id = ?"
    body = "SELECT sent_at, body FROM \(message) WHERE id = ?"
    dueDelayed = "SELECT due_at, id FROM \(delayed) WHERE due_at <= ? ORDER BY due_at, id LIMIT ?"
    removeDelayed = "DELETE FROM \(delayed) WHERE due_at = ? AND id = ?"
    deleteReceipt = "DELETE FROM \(received) WHERE id = ? AND receives = ?"
    deleteReceived = "DELETE FROM \(received) WHERE id = ?"
    deleteMessage = "DELETE FROM \(message) WHERE id = ?"
    exists = "SELECT 1 FROM \(message) WHERE id = ?"
    changeVisibility = "UPDATE \(received) SET visible_at = ? WHERE id = ? AND receives = ? AND visible_at > ?"
    oldest = "SELECT id, arrived_at FROM \(message) ORDER BY id LIMIT 1"
    nextReturned = "SELECT visible_at FROM \(received) ORDER BY visible_at LIMIT 1"
    nextDelayed = "SELECT due_at FROM \(delayed) ORDER BY due_at LIMIT 1"
    countInFlight = "SELECT count(*) FROM \(received) WHERE visible_at > ?"
    countDelayed = "SELECT count(*) FROM \(delayed) WHERE due_at > ?"
  }
}
