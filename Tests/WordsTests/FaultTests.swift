import Model
import Testing
import Words

/// What is out of order: how processes tell each other of it, and what the log and the screen make of that.
@Suite struct FaultTests {
  @Test(arguments: Fault.all) func whatIsToldComesBack(fault: Fault) {
    #expect(Fault(stored: fault.stored) == fault)
    #expect(!fault.sentence.isEmpty)
    guard case .said = fault else {
      #expect(fault.stored.hasPrefix("sendboard:"))
      #expect(Language.english.words.fault(fault) != fault.stored)
      return
    }
  }

  @Test func codesAndSomebodyElsesWordsAreStored() {
    let call = Fault.call(.unreachable, call: "SQS ReceiveMessage", said: "sqs.x: Could not resolve host")
    #expect(
      call.stored == "sendboard:call\u{1F}unreachable\u{1F}SQS ReceiveMessage\u{1F}sqs.x: Could not resolve host")
    #expect(call.sentence == "sqs.x: Could not resolve host (SQS ReceiveMessage)")
    #expect(
      Language.english.words.fault(call)
        == "AWS cannot be reached: check the network, the proxy and the region (SQS ReceiveMessage) · sqs.x: Could not "
        + "resolve host")
    #expect(Fault.reason(.eventsNeverStored(3)).stored == "sendboard:eventsNeverStored\u{1F}3")
    #expect(Fault.queue(.noAnswerBeforeStop).stored == "sendboard:noAnswerBeforeStop")
    let file = Fault.queueFile(.busy, path: "/q.db", said: "4711 (sqlite3)")
    #expect(file.stored == "sendboard:queueFile\u{1F}busy\u{1F}/q.db\u{1F}4711 (sqlite3)")
    #expect(
      Language.english.words.fault(file)
        == "the queue file is locked: end the other program, or wait · /q.db · 4711 (sqlite3)")
  }

  /// Processes of other versions tell of faults too.
  @Test(arguments: [
    "sendboard:unheardOf", "sendboard:call\u{1F}unheardOf\u{1F}SQS\u{1F}x", "sendboard:call\u{1F}throttled",
    "AccessDenied: no (SQS ReceiveMessage, request 4f)", "",
  ])
  func whatIsNotKnownIsLeftAlone(words: String) {
    #expect(Fault(stored: words) == .said(words))
    #expect(Fault(stored: words).stored == words)
  }

  @Test func aVersionBeforeStoredSentences() {
    #expect(Fault(stored: "no answer for 10 s") == .reason(.noAnswer(seconds: 10)))
    #expect(Fault(stored: "no answer, and this process was told to stop") == .queue(.noAnswerBeforeStop))
  }

  @Test func whatAStoreObjectsTo() {
    let id = CampaignID(rawValue: 7)
    let words = Language.english.words
    #expect(words.detail(.objection(.noCampaign(id))) == "there is no campaign 7")
    #expect(
      words.detail(.objection(.notInState(id, name: "여름", .finished, .pause, deadBatches: 1)))
        == "campaign 7 (여름) is finished: it cannot be paused; 1 batch lies in the dead letters")
    #expect(words.detail(.objection(.claimsUnusable("/c", .write, said: "EIO"))).contains("/c cannot be written (EIO)"))
    #expect(words.detail(.file("/여름.db", said: "")) == "/여름.db")
    #expect(words.detail(.file("/여름.db", said: "4711 (sqlite3)")) == "/여름.db · 4711 (sqlite3)")
  }

  @Test func whatWasDoneBeforeItBrokeOff() {
    let words = Language.english.words
    #expect(words.run(LetterRun(.redrive, done: 1)) == "1 dead letter was redriven")
    #expect(
      words.run(LetterRun(.discard, done: 25, remnants: 3, refused: 2))
        == "25 dead letters were discarded; 3 of them could not be deleted and may be listed still; 2 more could not be"
    )
  }
}
