import Words
import Canvas
@testable import Dashboard
import Model
import Testing

/// From the form to the launch.
@Suite struct ComposeTests {
  @Test func whoIsOnTheSuppressionListIsSaidBeforeTheLaunch() {
    var desk = Desk()
    desk.store.audience.suppressed = 7
    desk.store.audience.suppressedAddresses = ["a@x.example", "b@x.example"]
    Screens.fillForm(&desk)
    desk.press(.enter)
    #expect(
      desk.screen().contains(
        "! 7 recipients on the suppression list, to whom nothing is sent: a@x.example,"))
    #expect(desk.screen().contains("b@x.example and 5 more"))
  }

  @Test func launchesWhatWasCounted() {
    var desk = Desk()
    Screens.fillForm(&desk)
    desk.press(.enter)
    #expect(desk.effects.last == .count(.audience(Sample.composition)))
    #expect(desk.screen().contains("1,950 recipients"))
    desk.press(.enter, .enter)
    desk.type("y")
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    desk.press(.control("u"))
    desk.type("1950")
    desk.press(.enter)
    #expect(desk.commands == [.launch(Sample.composition, recipients: 1950, copyOf: nil)])
    desk.act(.done(desk.commands[0], CommandResult(count: 1950)))
    #expect(desk.screen().contains("launched “가을 안내” to 1,950 recipients"))
    desk.type("n")
    #expect(!desk.screen().contains("가을 안내 "), "the form is empty again")
  }

  @Test func theNewCampaignIsChosenOnceItIsListed() {
    var desk = Desk()
    desk.store.audience = Sample.count(350)
    Screens.fillForm(&desk)
    desk.press(.enter)
    desk.type("350")
    desk.press(.enter)
    var new = Sample.campaigns[0]
    new.id = CampaignID(rawValue: 4)
    new.name = "가을 안내"
    desk.store.snapshot.campaigns.insert(new, at: 0)
    desk.act(.done(desk.commands[0], CommandResult(count: 350)))
    desk.wait(1)
    #expect(desk.screen().contains("Batches of “가을 안내”"))
  }

  @Test func aFailedLaunchKeepsTheForm() {
    var desk = Desk()
    desk.store.audience = Sample.count(350)
    Screens.fillForm(&desk)
    desk.press(.enter)
    desk.type("350")
    desk.press(.enter)
    #expect(desk.commands == [.launch(Sample.composition, recipients: 350, copyOf: nil)])
    desk.act(.failed(desk.commands[0], Problem(.foreign("the file has changed: 351 recipients now"))))
    #expect(desk.screen().contains("launch failed: the file has changed: 351 recipients now · “가을 안내”"))
    desk.press(.home, .enter)
    #expect(desk.screen().contains("Recipients  가을.csv"), "it is a draft again")
  }

  /// The same name, content and audience once more: said, and launched as the copy that it is.
  @Test(arguments: [false, true]) func theSameOnceMoreIsPointedOut(isContinued: Bool) throws {
    var desk = Desk()
    var count = Sample.count(350)
    let at = try #require(Timestamp(iso8601: "2026-11-25T10:04:05.000Z"))
    count.twin = Twin(id: CampaignID(rawValue: 2), name: "May", createdAt: at, isAcknowledged: !isContinued)
    desk.store.audience = count
    Screens.fillForm(&desk)
    desk.press(.enter)
    #expect(desk.screen().contains("campaign 2 of 2026-11-25 10:04 UTC"))
    #expect(desk.screen().contains(isContinued ? "goes on with it" : "second copy"))
    desk.type("350")
    desk.press(.enter)
    #expect(desk.commands == [.launch(Sample.composition, recipients: 350, copyOf: CampaignID(rawValue: 2))])
  }

  @Test func whoHasNoValueIsSaidWithTheLine() {
    var desk = Desk()
    desk.store.audience.incomplete = 12
    desk.store.audience.incompleteLines = (1...10).map { .init(line: $0 * 3, variables: ["name"]) }
    Screens.fillForm(&desk)
    desk.press(.enter)
    #expect(desk.screen().contains("! 12 recipients without a value that the template says: line 3: name · line 6:"))
    #expect(desk.screen().contains("and 9 more"))
  }

  /// Any recipient's message, and none of the keys launches anything.
  @Test func anybodysMessageIsLookedAt() {
    var desk = Desk()
    desk.store.recipient = { wish in
      switch wish {
      case .number(let number):
        RecipientView(number: number, address: "p\(number)@example.com", lines: ["Hello \(number)"], bytes: 7)
      case .longest: RecipientView(number: 77, address: "long@example.com", lines: ["Long"], bytes: 4000)
      case .lacking(let after) where after == 77:
        RecipientView(number: 90, address: "bare@example.com", lines: ["Hello "], lacks: ["name"])
      case .containing("kim", after: 90): RecipientView(number: 3, address: "kim@example.com", lines: ["Hello kim"])
      default: nil
      }
    }
    Screens.fillForm(&desk)
    desk.press(.enter)
    #expect(desk.screen().contains("As kim.minji@example.com reads it (1 of 1,950):"))
    desk.press(.right)
    #expect(
      desk.screen().contains("As p2@example.com reads it (2 of 1,950, 7 bytes):") && desk.screen().contains("Hello 2"))
    desk.press(.left, .left)
    #expect(
      desk.screen().contains("As p1950@example.com reads it (1,950 of 1,950, 7 bytes):"),
      "behind the first comes the last")
    desk.type("l")
    #expect(desk.screen().contains("As long@example.com reads it (77 of 1,950, 4,000 bytes):"))
    desk.type("m")
    #expect(desk.screen().contains("! no value for name"))
    desk.type("/kim")
    #expect(desk.screen().contains("an address or a value has: kim"))
    desk.press(.enter)
    #expect(desk.screen().contains("As kim@example.com reads it (3 of 1,950):"))
    desk.type("/lee")
    desk.press(.enter)
    #expect(desk.screen().contains("there is no such recipient") && desk.screen().contains("As kim@example.com"))
    desk.type("/1950")
    desk.press(.escape, .enter)
    #expect(desk.commands.isEmpty && desk.screen().contains("To launch to 1,950 recipients type 1,950:"))
    desk.type("1950")
    desk.press(.enter)
    #expect(desk.commands.count == 1)
  }

  @Test func aTestGoesToOneself() {
    var desk = Desk()
    Screens.fillForm(&desk)
    desk.press(.enter, .right)
    desk.type("t")
    desk.press(.enter)
    #expect(desk.commands.isEmpty, "to nobody it is not sent")
    desk.type("me@example.com")
    desk.press(.enter)
    #expect(desk.commands == [.sendTest(Sample.composition, recipient: 2, to: "me@example.com")])
    #expect(desk.screen().contains("send this one to: me@example.com"), "it may have to be mended")
    desk.type("1950")
    desk.press(.enter)
    #expect(desk.commands.count == 1, "no key meant for the address launches anything")
    desk.act(.done(desk.commands[0], CommandResult(count: 1)))
    #expect(desk.screen().contains("a test was sent to me@example.com, and is counted nowhere"))
    desk.wait(2)
    desk.type("t")
    #expect(desk.screen().contains("send this one to: me@example.com"), "as last time")
    desk.press(.escape)
    desk.act(.failed(desk.commands[0], Problem(.composing(.testRefused("no")))))
    #expect(desk.screen().contains("the test was turned away: no"))
  }

  @Test func whatIsSaidOfALaunchComesBeforeIt() {
    var desk = Desk(width: 110, height: 40)
    desk.store.audience.forecast = Forecast(
      campaignsAhead: 2, recipientsAhead: 13_200, time: .init(span: .seconds(2040), rate: 50, basis: .campaign),
      cost: 10.5, currency: "EUR", quotaLeft: 1200)
    desk.store.audience.duplicates = 3
    desk.store.audience.duplicateLines = [.init(line: 7, first: 2)]
    Screens.fillForm(&desk)
    desk.press(.enter)
    let screen = desk.screen()
    for text in [
      "about 34m00s at 50/s (its own rate)", "2 campaigns with 13,200 recipients go first", "about 10.50 EUR",
      "the account takes 1,200 more within 24 hours", "line 7: the same recipient as line 2",
      "e left out",
    ] {
      #expect(screen.contains(text), "\(text)")
    }
    desk.type("e")
    #expect(desk.screen().contains("export who is left out to: remarks-가을-안내-"))
    desk.press(.control("u"))
    desk.type("out.csv")
    desk.press(.enter)
    #expect(desk.commands == [.export(ExportOrder(.remarks(Sample.composition), to: "out.csv"))])
  }

  @Test func whereNobodyIsLeftOutThereIsNothingToWrite() {
    var desk = Desk()
    (desk.store.audience.duplicates, desk.store.audience.invalid) = (0, 0)
    Screens.fillForm(&desk)
    desk.press(.enter)
    desk.type("e")
    #expect(desk.screen().contains("nobody is left out, and nobody lacks a value") && desk.commands.isEmpty)
  }

  @Test func theSameToTheSamePeopleUnderAnotherNameIsSaid() {
    var desk = Desk()
    desk.store.audience = Sample.count(1)
    desk.store.audience.like = Twin(
      id: CampaignID(rawValue: 2), name: "May", createdAt: Sample.ago(600), isAcknowledged: true)
    Screens.fillForm(&desk)
    desk.press(.enter)
    #expect(desk.screen().contains("the same people were sent the same as campaign 2 (May)"))
    desk.type("y")
    desk.press(.enter)
    #expect(desk.commands.isEmpty, "the number is typed, also for one")
  }

  @Test func theHTMLBodyIsReadAsTextAndAsItIsWritten() {
    var desk = Desk(width: 100, height: 40)
    desk.store.audience.previewHTML = "<p>Hello <a href=\"https://other.example/\">our site</a></p>"
    Screens.fillForm(&desk)
    desk.press(.enter)
    #expect(desk.screen().contains("Hello our site") && desk.screen().contains("https://other.example/"))
    #expect(!desk.screen().contains("<p>"))
    desk.type("v")
    #expect(desk.screen().contains("<p>Hello <a href="))
  }

  /// A rate that is none is said beside its field; one that is, and the mark of marketing, go along.
  @Test func aRateAndTheMarkGoAlong() {
    var desk = Desk(width: 100, height: 40)
    Screens.fillForm(&desk)
    desk.press(.backTab, .backTab)
    desk.type("fast")
    desk.press(.function(3))
    #expect(desk.screen().contains("20, 300/m or 5000/h"))
    desk.press(.control("u"))
    desk.type("300/m")
    desk.press(.backTab, .backTab, .backTab, .right, .function(3))
    var wanted = Sample.composition
    (wanted.rate, wanted.advertising) = ("300/m", .yes)
    #expect(desk.effects.contains(.count(.audience(wanted))))
    #expect(desk.store.snapshot.drafts.first?.entries["advertising"] == "yes")
    desk.press(.escape)
    desk.press(.right, .function(3))
    wanted.advertising = .byNight
    #expect(desk.effects.contains(.count(.audience(wanted))))
  }

  /// What is typed as the number must be seen, whatever went wrong before.
  @Test func whatWentWrongBeforeDoesNotCoverTheQuestion() {
    var desk = Desk()
    Screens.fillForm(&desk)
    let problem = Problem(.foreign(String(repeating: "the file was changed, and so were others; ", count: 5)))
    desk.act(.failed(.launch(Sample.composition, recipients: 3, copyOf: nil), problem))
    desk.press(.enter)
    #expect(desk.screen().contains("To launch to 1,950 recipients type 1,950:"))
    desk.type("t")
    desk.press(.control("u"))
    desk.type("a@b.com, c@d.com")
    desk.press(.enter)
    desk.act(.failed(desk.commands[0], problem))
    #expect(desk.screen().contains("send this one to: a@b.com, c@d.com"), "it is there to be mended")
    desk.press(.escape)
    #expect(desk.screen().contains("To launch to 1,950 recipients type 1,950:"))
  }

  @Test func whoDoesNotWaitHasTheCountStopped() {
    var desk = Desk()
    desk.store.isSilent = true
    Screens.fillForm(&desk)
    desk.press(.enter, .escape)
    #expect(desk.effects.last == .stopCounting)
  }

  @Test func aLargeLaunchShowsHowFarItIsAndCanBeStopped() {
    var desk = Desk()
    desk.store.audience = Sample.count(200_000)
    Screens.fillForm(&desk)
    desk.press(.enter)
    desk.type("200000")
    desk.press(.enter)
    guard let launch = desk.commands.first else { return #expect(Bool(false), "it is launched") }
    desk.act(.progressed(launch, WorkProgress(done: 50_000, total: 200_000)))
    #expect(desk.screen().contains("50,000 of 200,000"))
    desk.type("s")
    #expect(desk.effects.last == .steer(launch, .stop))
    desk.act(.done(launch, CommandResult(count: 0, note: .launchStopped)))
    #expect(desk.screen().contains("stopped: nothing was launched; the draft is there"))
    #expect(desk.state.panes.campaigns.launching.isEmpty && !desk.state.draftRows.isEmpty)
  }

  /// A line that is typed since is another: no key meant for it may answer the question below it.
  @Test func aTestThatIsDoneClosesNoOtherLine() {
    var desk = Desk()
    desk.store.audience = Sample.count(1)
    Screens.fillForm(&desk)
    desk.press(.enter)
    desk.type("ta@example.com")
    desk.press(.enter, .escape)
    desk.type("tkim.")
    desk.act(.done(desk.commands[0], CommandResult(count: 1)))
    desk.type("yoon@example.com")
    #expect(desk.commands.count == 1 && desk.screen().contains("send this one to: kim.yoon@example.com"))
  }

  /// A number that was typed before is typed anew after another line.
  @Test func anotherLineTakesTheTypedNumberAway() {
    var desk = Desk()
    Screens.fillForm(&desk)
    desk.press(.enter)
    desk.type("1950t")
    desk.press(.escape, .enter)
    #expect(desk.commands.isEmpty)
  }

  @Test func aPathIsCompleted() {
    var desk = Desk()
    desk.type("n")
    desk.press(.right, .tab, .tab, .right)
    #expect(!desk.effects.contains { if case .complete = $0 { true } else { false } }, "of nothing there is no rest")
    desk.type("a.c")
    #expect(desk.screen().contains("→ complete the path"))
    desk.press(.left, .right, .right)
    #expect(desk.effects.contains(.complete("a.c")))
    #expect(desk.screen().contains("Recipients  a.csv"))
    #expect(desk.store.snapshot.drafts.first?.entries["file"] == "a.csv", "and kept")
    desk.act(.completed(PathCompletion(typed: "b", text: "bb")))
    #expect(desk.screen().contains("Recipients  a.csv"), "what is late changes nothing")
    desk.act(.completed(PathCompletion(typed: "a.csv", text: "a.csv", choices: ["a.csv", "a.csv.old"])))
    #expect(desk.screen().contains("a.csv  a.csv.old"))
  }

  @Test func aBodyIsWrittenInTheEditor() {
    var desk = Desk()
    desk.type("nMay")
    desk.press(.tab, .tab)
    desk.type("a.csv")
    desk.press(.tab)
    desk.type("a@example.com")
    desk.press(.tab)
    desk.type("Hi")
    desk.press(.function(4))
    #expect(!desk.effects.contains { if case .write = $0 { true } else { false } }, "a subject is typed")
    desk.press(.tab, .function(4))
    #expect(desk.written?.body == .text && desk.written?.text == "")
    desk.act(.written(.text, nil))
    #expect(desk.screen().contains("the editor"))
    desk.act(.written(.text, "Hello {{name}}\nBye\n"))
    #expect(desk.screen().contains("written here, 2 lines: F4"))
    desk.press(.function(4))
    #expect(desk.written?.body == .text && desk.written?.text == "Hello {{name}}\nBye\n", "it is gone on with")
    #expect(desk.store.snapshot.drafts.first?.entries["text"] == "Hello {{name}}\nBye\n")
    desk.press(.function(3))
    var wanted = Composition(name: "May", file: "a.csv", from: "a@example.com", subject: "Hi")
    wanted.text = "Hello {{name}}\nBye\n"
    #expect(desk.effects.contains(.count(.audience(wanted))))
    desk.press(.escape)
    desk.type("b.txt")
    #expect(!desk.screen().contains("written here"), "a file that is named counts")
    desk.press(.function(3))
    let named = Composition(name: "May", file: "a.csv", from: "a@example.com", subject: "Hi", textFile: "b.txt")
    #expect(desk.effects.contains(.count(.audience(named))))
  }

  @Test func aTemplateThatSESKeepsStandsForSubjectAndBodies() {
    var desk = Desk()
    desk.type("nMay")
    desk.press(.tab, .tab)
    desk.type("a.csv")
    desk.press(.tab)
    desk.type("a@example.com")
    desk.press(.tab, .tab, .tab, .tab)
    desk.type("welcome")
    desk.press(.function(3))
    var wanted = Composition(name: "May", file: "a.csv", from: "a@example.com")
    wanted.template = "welcome"
    #expect(desk.effects.contains(.count(.audience(wanted))), "\(desk.screen())")
  }

  /// Hours that are none are said beside their field; those that are go along and are kept.
  @Test func theHoursGoAlong() {
    var desk = Desk(width: 100, height: 40)
    Screens.fillForm(&desk)
    desk.press(.backTab, .backTab, .backTab, .backTab)
    desk.type("8-21")
    desk.press(.function(3))
    #expect(desk.screen().contains("8-21"))
    #expect(desk.effects.allSatisfy { if case .count(.audience) = $0 { false } else { true } })
    desk.press(.control("u"))
    desk.type("08:00-21:00 America/New_York")
    desk.press(.function(3))
    var wanted = Sample.composition
    wanted.window = "08:00-21:00 America/New_York"
    #expect(desk.effects.contains(.count(.audience(wanted))))
    #expect(desk.store.snapshot.drafts.first?.entries["hours"] == "08:00-21:00 America/New_York")
  }

  @Test func aCountOfOtherInputIsIgnored() {
    var desk = Desk()
    desk.store.isSilent = true
    Screens.fillForm(&desk)
    desk.press(.enter)
    #expect(desk.screen().contains("counting the recipients…"))
    desk.press(.escape, .backTab, .backTab, .backTab, .backspace, .function(3))
    desk.act(.audienceCounted(Sample.composition, Sample.count(1950)))
    #expect(!desk.screen().contains("1,950"))
    #expect(desk.screen().contains("counting the recipients…"))
    var changed = Sample.composition
    changed.batchSize = 5
    desk.act(.audienceCounted(changed, Sample.count(7)))
    #expect(desk.screen().contains("To launch to 7 recipients type 7:"))
  }

  @Test func whatIsMissingIsSaidBesideItsField() {
    var desk = Desk()
    desk.type("n")
    desk.press(.backTab, .enter)
    #expect(desk.effects.allSatisfy { if case .count(.audience) = $0 { false } else { true } })
    for words in ["a name is needed", "a CSV file is needed", "a sender is needed", "text or HTML is needed"] {
      #expect(desk.screen().contains(words))
    }
  }

  @Test func aFileThatCannotBeReadLeavesTheFieldsAlone() {
    var desk = Desk()
    desk.store.problem = Problem(
      .composing(
        .recipients(file: "가을.csv", line: 1, .noAddressColumn(wanted: "email", columns: ["name"]))))
    Screens.fillForm(&desk)
    desk.press(.enter)
    #expect(desk.screen().contains("✗ 가을.csv: line 1: no column is named \"email\", nor in a way that says so; the"))
    #expect(desk.screen().contains("columns are \"name\""))
    #expect(desk.screen().contains("Recipients  가을.csv"))
  }

  @Test func nobodyToSendToCannotBeLaunched() {
    var desk = Desk()
    desk.store.audience = AudienceCount(
      recipients: 0, invalid: 2, invalidLines: [.init(line: 2, problem: .address(.empty))], batches: 0)
    Screens.fillForm(&desk)
    desk.press(.enter)
    #expect(desk.screen().contains("nobody to send to: 2 invalid, 0 duplicates · line 2: the address is empty"))
    desk.type("y0")
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
  }

  @Test func whatCannotBeRenderedCannotBeLaunched() {
    var desk = Desk()
    desk.store.audience = Sample.count(10)
    desk.store.audience.missingColumns = ["Name", "회사명"]
    Screens.fillForm(&desk)
    desk.press(.enter)
    for words in [
      "the template asks for {{Name}}, {{회사명}}, and the file has no such column", "the file has: name, 회사",
      "capital letters count: write {{name}} for {{Name}} in the template", "Cannot be launched · Esc edits",
    ] {
      #expect(desk.screen().contains(words), "\(words)")
    }
    #expect(!desk.screen().contains("launches to") && !desk.screen().contains("type 10"))
    desk.type("y10")
    desk.press(.control("c"))
    #expect(desk.screen().contains("this cannot be launched; Esc goes back to the fields"))
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    #expect(desk.screen().contains("Recipients  가을.csv"), "Enter too goes back to the fields")
  }

  @Test func whereTheLaunchedCampaignAppearsIsShown() {
    var desk = Desk()
    desk.store.audience = Sample.count(350)
    // Another of the same name, launched long before, and a filter that would hide the new one.
    desk.store.snapshot.campaigns[2].name = "가을 안내"
    desk.type("/Contract")
    desk.press(.enter)
    desk.type("3")
    Screens.fillForm(&desk)
    desk.press(.enter)
    desk.type("y350")
    desk.press(.enter)
    #expect(desk.commands.isEmpty)
    desk.press(.control("u"))
    desk.type("350")
    desk.press(.enter)
    #expect(desk.screen().contains("━ Campaigns ━"))
    desk.act(.done(desk.commands[0], CommandResult(count: 350)))
    desk.wait(1)
    var new = Sample.campaigns[0]
    new.id = CampaignID(rawValue: 4)
    new.name = "가을 안내"
    desk.store.snapshot.campaigns.insert(new, at: 0)
    desk.wait(1)
    #expect(desk.screen().contains("email, campaign 4"))
  }

  @Test func whatWasSaidOfCountingGoesWithTheCount() {
    var desk = Desk()
    desk.store.isSilent = true
    Screens.fillForm(&desk)
    desk.press(.enter, .tab)
    #expect(desk.screen().contains("counting; Esc goes back to the fields"))
    desk.act(.audienceCounted(Sample.composition, Sample.count(7)))
    #expect(desk.screen().contains("To launch to 7 recipients type 7:"))
    #expect(!desk.screen().contains("counting"))
  }

  @Test func smsHasNoSubject() {
    var desk = Desk()
    desk.type("n")
    desk.press(.tab, .right)
    #expect(desk.screen().contains("‹ sms ›"))
    #expect(desk.screen().contains("not used for sms"))
    #expect(desk.screen().contains("Batch size  10"))
  }
}

extension Desk {
  /// What the operator's editor was last asked to open.
  fileprivate var written: (body: ComposeBody, text: String)? {
    guard case .write(let body, let draft) = effects.last else { return nil }
    return (body, draft.text(of: body))
  }
}
