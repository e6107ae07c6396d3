import Model
import Testing

@Suite struct SendWindowTests {
  @Test(arguments: ["08:00-21:00 Asia/Seoul", "21:30-06:00 America/New_York", "00:00-24:00 UTC"])
  func whatIsWrittenIsRead(text: String) throws {
    #expect(try #require(SendWindow(text)).description == text)
  }

  @Test(arguments: [
    "", "08:00-21:00", "8:00-21:00 Asia/Seoul", "08:00-08:00 UTC", "24:00-08:00 UTC", "08:60-21:00 UTC",
    "08:00 21:00 UTC",
    "08:00-25:00 UTC", "08:00-21:00 Asia/Seoul x", "08:00-21:00 서울", "-08:00-21:00 UTC", "08:00–21:00 UTC",
  ])
  func whatIsNoneIsNotRead(text: String) { #expect(SendWindow(text) == nil) }

  @Test(
    arguments: [
      ("00:00-24:00 Asia/Seoul", "08:00-21:00 Asia/Seoul"), ("20:00-23:00 Asia/Seoul", "20:00-21:00 Asia/Seoul"),
      ("09:00-18:00 Asia/Seoul", "09:00-18:00 Asia/Seoul"), ("21:00-23:00 Asia/Seoul", nil),
      ("22:00-06:00 Asia/Seoul", nil), ("09:00-18:00 UTC", nil),
    ] as [(String, String?)])
  func itIsNarrowed(text: String, result: String?) throws {
    #expect(try #require(SendWindow(text)).narrowed(to: .korea)?.description == result)
  }

  /// 2026-11-21T00:00:00Z is nine in the morning in Korea.
  @Test func itIsOpenByItsZonesClock() {
    let midnight = Timestamp(milliseconds: 1_795_219_200_000)
    func isOpen(_ window: SendWindow, _ minutes: Int) -> Bool {
      window.isOpen(at: midnight + .seconds(60 * minutes), ahead: 9 * 3600)
    }
    #expect(!isOpen(.korea, -61) && isOpen(.korea, -60) && isOpen(.korea, 719) && !isOpen(.korea, 720))
    let night = SendWindow("21:00-08:00 Asia/Seoul")
    #expect(night.map { isOpen($0, -61) && !isOpen($0, -60) && !isOpen($0, 719) && isOpen($0, 720) } == true)
    #expect(SendWindow.korea.opening == "08:00 KST")
  }
}
