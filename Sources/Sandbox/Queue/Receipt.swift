/// A receipt handle: names one receive of one message. Ids are never used again, so neither is a handle.
struct Receipt: Equatable, Sendable {
  var queue: Int64
  var message: Int64
  /// Which receive of the message, from 1.
  var receive: Int64

  init(queue: Int64, message: Int64, receive: Int64) {
    self.queue = queue
    self.message = message
    self.receive = receive
  }

  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let queue = Int64(parts[0]), let message = Int64(parts[1]), let receive = Int64(parts[2])
    else { return nil }
    self.init(queue: queue, message: message, receive: receive)
  }

  /// The handle as callers see it.
  var text: String { "\(queue)-\(message)-\(receive)" }
}
