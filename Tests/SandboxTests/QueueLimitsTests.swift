import Testing

@testable import Ports

/// What a body may hold: <https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html>.
@Suite struct QueueLimitsTests {
  @Test("What is not allowed is found at every place of a word of eight bytes, and what is allowed passes there")
  func everyPlace() {
    let forbidden = ["\u{0}", "\u{1F}", "\u{B}", "\u{C}", "\u{FFFE}", "\u{FFFF}"]
    let allowed = ["\t", "\n", "\r", " ", "\u{7F}", "\u{80}", "\u{FFFD}", "\u{E000}", "\u{D7FF}", "\u{10FFFF}", "가"]
    for plain in ["a", "가", "\u{EFFF}", "\u{80}"] {
      for before in 0..<20 {
        for after in [0, 1, 7, 8, 9] {
          let (head, tail) = (String(repeating: plain, count: before), String(repeating: plain, count: after))
          for text in forbidden { #expect(!QueueLimits.isAllowed(head + text + tail), "\(plain) \(before) \(after)") }
          for text in allowed { #expect(QueueLimits.isAllowed(head + text + tail), "\(plain) \(before) \(after)") }
        }
      }
    }
    #expect(QueueLimits.isAllowed(""))
  }
}
