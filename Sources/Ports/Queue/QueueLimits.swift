import Model

/// What every queue of ours takes: what SQS does, and of bytes a quarter.
///
/// <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-messages.html>
package enum QueueLimits {
  /// Messages in one send, receive, delete or change.
  package static let batch = 1...10
  /// Bytes of all bodies of one send together. SQS took no more until 2025, and stand-ins for it still do not.
  package static let size = 256 * 1024
  /// How long a message may be hidden at first.
  package static let longestDelay = Duration.seconds(900)
  /// How long a receive may wait.
  package static let longestWait = Duration.seconds(20)
  /// A receive that waits no longer is let end when this process is told to stop.
  package static let shortWait = Duration.seconds(1)
  /// How long a received message may be hidden.
  package static let longestVisibility = Duration.seconds(12 * 3600)

  /// Why an entry cannot be taken, or `nil`.
  package static func fault(in entry: QueueEntry) -> String? {
    if entry.delay < .zero || entry.delay > longestDelay { return "the delay is not within 0 to 900 s" }
    if entry.body.isEmpty { return "the body is empty" }
    if !isAllowed(entry.body) { return "the body holds a character that is not allowed in XML" }
    return nil
  }

  /// Cuts messages into what one call takes, of entries and of bytes: bodies that are not ours may be large.
  package static func parts(of messages: [ReceivedMessage]) -> [[ReceivedMessage]] {
    var parts: [[ReceivedMessage]] = []
    var size = 0
    for message in messages {
      size += message.body.utf8.count
      if size > Self.size || parts.last.map({ $0.count >= batch.upperBound }) ?? true {
        parts.append([])
        size = message.body.utf8.count
      }
      parts[parts.count - 1].append(message)
    }
    return parts
  }

  /// True when a text holds only `#x9 #xA #xD #x20–#xD7FF #xE000–#xFFFD #x10000–#x10FFFF`.
  static func isAllowed(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var index = 0
      while index < bytes.count {
        // Eight at once where all are plain, as in a document on one line.
        if index + 8 <= bytes.count, isPlain(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
          index += 8
          continue
        }
        defer { index += 1 }
        let byte = bytes[index]
        if byte < 0x20 && byte != 0x9 && byte != 0xA && byte != 0xD { return false }
        // U+FFFE and U+FFFF are EF BF BE and EF BF BF; a Swift string holds no lone surrogate.
        if byte == 0xEF && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE { return false }
      }
      return true
    }
  }

  /// True when none of eight bytes is a control character, nor begins what three bytes write.
  ///
  /// <https://graphics.stanford.edu/~seander/bithacks.html#HasLessInWord>
  private static func isPlain(_ bytes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs = ones << 7
    let belowSpace = (bytes &- ones &* 0x20) & ~bytes & highs
    let begins = bytes ^ (ones &* 0xEF)
    return (belowSpace | (begins &- ones) & ~begins & highs) == 0
  }
}
