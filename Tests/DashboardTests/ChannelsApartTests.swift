import Canvas
import Model
import Testing
import Words

@testable import Dashboard

/// Mail and texts on one screen: who looks must see which is which, and in words of their own.
@Suite struct ChannelsApartTests {
  private func desk(width: Int = 80, height: Int = 24) -> Desk {
    var desk = Desk(width: width, height: height)
    desk.store.snapshot.campaigns[0].channel = .sms
    desk.wait(2)
    return desk
  }

  @Test func theListSaysWhichCampaignsAreTexts() {
    var desk = desk()
    #expect(desk.screen().contains("SMS 여름 세일"))
    #expect(!desk.screen().contains("SMS Contract"))
    #expect(desk.screen().contains("“여름 세일 안내” · SMS · sending"))
    desk.press(.down)
    #expect(!desk.screen().contains(" · SMS · "))
  }

  /// A text bounces nowhere.
  @Test func whatIsCountedHasAWordForTexts() {
    let screen = desk(width: 200, height: 50).screen()
    #expect(screen.contains("20 unreachable") && screen.contains("15 undeliverable"), "\(screen)")
    #expect(!screen.contains("20 softBounced"))
  }

  @Test(
    arguments: [
      (TextFailure.invalidNumber, MessageStatus.hardBounced, "✗ invalid number"),
      (.unreachable, .softBounced, "✗ unreachable"), (.optedOut, .suppressed, "✗ opted out"),
      (.expired, .softBounced, "✗ expired"), (.carrierBlocked, .softBounced, "✗ blocked by carrier"),
    ])
  func aMessageSaysWhatBecameOfTheText(failure: TextFailure, status: MessageStatus, label: String) {
    var message = Sample.message(1)
    (message.status, message.classification) = (status, .text(failure))
    #expect(message.label(Language.english.words) == label)
    // What has arrived after all is told as that.
    message.status = .delivered
    #expect(message.label(Language.english.words) == "✓ delivered")
  }

  @Test func theHeaderTellsTextsApartWhileTheyGoOut() {
    var desk = desk(width: 200, height: 50)
    #expect(!desk.screen().contains("SMS/s"))
    for _ in 0..<20 {
      desk.store.snapshot.campaigns[0].counts[.queued, default: 0] -= 20
      desk.store.snapshot.campaigns[0].counts[.accepted, default: 0] += 20
      desk.wait(2)
    }
    #expect(desk.screen().contains("10 SMS/s"), "\(desk.screen().prefix(200))")
  }
}
