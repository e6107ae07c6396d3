import Words
import Canvas
import Dashboard
import Model
import Testing

/// How to come to every screen that is looked at.
enum Screens {
  static func desk(_ width: Int, _ height: Int, _ body: (inout Desk) -> Void = { _ in }) -> Desk {
    var desk = Desk(width: width, height: height)
    body(&desk)
    return desk
  }

  static func make(_ name: String) -> Desk {
    guard let screen = all.first(where: { $0.0 == name }) else {
      Issue.record("no screen is called \(name)")
      return Desk()
    }
    return screen.1()
  }

  /// Every screen, by what it shows and its size.
  static let all = panes + dialogs + watch

  private static let panes: [(String, @Sendable () -> Desk)] = [
    ("loading 80x24", { Desk(isLoaded: false) }),
    ("campaigns 80x24", { desk(80, 24) }),
    ("campaigns 40x10", { desk(40, 10) }),
    ("campaigns 200x50", { desk(200, 50) }),
    ("campaigns rate 80x24", { desk(80, 24) { progress(&$0) } }),
    ("batches 80x24", { desk(80, 24) { $0.type("b") } }),
    ("batches 200x50", { desk(200, 50) { $0.type("jb") } }),
    ("batches 40x10", { desk(40, 10) { $0.type("jjb") } }),
    ("messages 80x24", { desk(80, 24) { $0.press(.enter) } }),
    (
      "messages 200x50",
      {
        desk(200, 50) {
          $0.press(.enter); $0.type("G ")
        }
      }
    ),
    ("messages 40x10", { desk(40, 10) { $0.press(.enter) } }),
    (
      "messages filtered 80x24",
      {
        desk(80, 24) {
          $0.press(.enter); $0.type("s/이")
        }
      }
    ),
    (
      "timeline 80x24",
      {
        desk(80, 24) {
          $0.press(.enter); $0.type("jjjjjj"); $0.press(.enter)
        }
      }
    ),
    (
      "timeline 40x10",
      {
        desk(40, 10) {
          $0.press(.enter); $0.type("jjjjjj"); $0.press(.enter)
        }
      }
    ),
    (
      "timeline 200x50",
      {
        desk(200, 50) {
          $0.press(.enter); $0.type("jjjjjj"); $0.press(.enter)
        }
      }
    ),
    ("failures 80x24", { desk(80, 24) { $0.type("3") } }),
    (
      "failures 200x50",
      {
        desk(200, 50) {
          $0.type("3"); $0.press(.down, .down)
        }
      }
    ),
    ("failures 40x10", { desk(40, 10) { $0.type("3") } }),
    ("deadletters 80x24", { desk(80, 24) { $0.type("4 ") } }),
    ("deadletters 40x10", { desk(40, 10) { $0.type("4") } }),
    ("deadletters 200x50", { desk(200, 50) { $0.type("4") } }),
    ("redrive one 80x24", { desk(80, 24) { $0.type("4d") } }),
    ("redrive all 80x24", { desk(80, 24) { $0.type("4*d") } }),
    (
      "find 80x24",
      {
        desk(80, 24) {
          $0.type("fkim"); $0.press(.enter)
        }
      }
    ),
    ("find 40x10", { desk(40, 10) { $0.type("fkim") } }),
    (
      "find 200x50",
      {
        desk(200, 50) {
          $0.type("fkim"); $0.press(.enter)
        }
      }
    ),
    ("form 80x24", { desk(80, 24) { $0.type("n가을") } }),
    (
      "form wrong 80x24",
      {
        desk(80, 24) {
          $0.type("n"); $0.press(.backTab, .enter)
        }
      }
    ),
    (
      "review 200x50",
      {
        desk(200, 50) {
          fillForm(&$0); $0.press(.enter)
        }
      }
    ),
    ("form 40x10", { desk(40, 10) { $0.type("n가을") } }),
    (
      "review 80x24",
      {
        desk(80, 24) {
          fillForm(&$0); $0.press(.enter)
        }
      }
    ),
    (
      "review 40x10",
      {
        desk(40, 10) {
          fillForm(&$0); $0.press(.enter)
        }
      }
    ),
    (
      "review few 80x24",
      {
        desk(80, 24) {
          $0.store.audience = Sample.count(350); fillForm(&$0); $0.press(.enter)
        }
      }
    ),
    ("cancel 80x24", { desk(80, 24) { $0.type("x") } }),
    ("cancel 40x10", { desk(40, 10) { $0.type("x") } }),
    ("resend 80x24", { desk(80, 24) { $0.type("R") } }),
    (
      "settle 80x24",
      {
        desk(80, 24) {
          $0.press(.enter); $0.type("jjjjjjjjjjjju")
        }
      }
    ),
    ("help 80x24", { desk(80, 24) { $0.type("?") } }),
    ("help 40x10", { desk(40, 10) { $0.type("?") } }),
    (
      "log 80x24",
      {
        desk(80, 24) {
          troubles(&$0); $0.type("6")
        }
      }
    ),
    (
      "log 200x50",
      {
        desk(200, 50) {
          troubles(&$0); $0.type("6")
        }
      }
    ),
    (
      "log 40x10",
      {
        desk(40, 10) {
          troubles(&$0); $0.type("6")
        }
      }
    ),
    ("quarantine 80x24", { desk(80, 24) { $0.type("7") } }),
    ("quarantine 40x10", { desk(40, 10) { $0.type("7") } }),
    ("quarantine 200x50", { desk(200, 50) { $0.type("7*") } }),
    (
      "document 80x24",
      {
        desk(80, 24) {
          $0.type("7"); $0.press(.enter)
        }
      }
    ),
    ("history 80x24", { desk(80, 24) { $0.type("8") } }),
    ("history 40x10", { desk(40, 10) { $0.type("8") } }),
    ("history 200x50", { desk(200, 50) { $0.type("8") } }),
    (
      "trouble 80x24",
      {
        desk(80, 24) {
          $0.store.problem = Problem(.store(.locked), detail: .said("is a backup running?")); $0.wait(15)
        }
      }
    ),
    (
      "stale 80x24",
      {
        desk(80, 24) {
          $0.store.isSilent = true; $0.wait(15)
        }
      }
    ),
    ("wrong key 80x24", { desk(80, 24) { $0.type("Z") } }),
    ("quit asks 80x24", { desk(80, 24) { $0.type("q") } }),
    (
      "quitting 80x24",
      {
        desk(80, 24) {
          $0.type("qy"); $0.wait(3)
        }
      }
    ),
    (
      "pausing 80x24",
      {
        desk(80, 24) {
          $0.type("p"); $0.wait(2)
        }
      }
    ),
  ]

  /// What lies over the panes, in the sizes that the list above has not.
  private static let dialogs: [(String, @Sendable () -> Desk)] =
    [
      at([.small, .wide], "redrive all") { $0.type("4*d") },
      at([.usual, .small, .wide], "discard all") { $0.type("4*D") },
      at([.small, .wide], "resend") { $0.type("R") }, at([.wide], "cancel") { $0.type("x") },
      at([.small, .wide], "quit asks") { $0.type("q") },
      at([.small, .wide], "settle") {
        $0.press(.enter)
        $0.type("jjjjjjjjjjjju")
      },
      at([.usual, .small], "take for sent") {
        $0.press(.enter)
        $0.type("jjjjjjjjjjjjut")
      },
      at([.usual, .small, .wide], "drop all") { $0.type("7*D") },
      at([.usual, .small], "put back") {
        $0.store.letters.events = 3
        $0.type("4E")
      },
      at([.wide], "help") { $0.type("?") }, at([.usual, .small], "help end") { $0.type("?G") },
      at([.wide], "form") { $0.type("n가을") },
      at([.usual, .small, .wide], "suppression list") { $0.type("X  ") },
      at([.usual, .small], "suppress all") { $0.type("2*N") },
      at([.usual, .small], "account listed") {
        $0.type("XA")
        $0.press(.control("u"))
        $0.type("gone@example.com")
        $0.press(.enter)
      },
      at([.usual, .small], "account not listed") {
        $0.type("XA")
        $0.press(.enter)
      },
      at([.usual, .small], "account asked") {
        $0.type("XA")
        $0.store.isSilent = true
        $0.press(.enter)
      },
      at([.usual, .small], "on the list") {
        $0.store.resendable = ScopeCount(taken: 0, skipped: [.init(why: .onOwnList, count: 1)])
        $0.type("2R")
      },
      at([.usual, .small], "in spite of the list") {
        $0.store.resendable = ScopeCount(taken: 0, skipped: [.init(why: .onOwnList, count: 1)])
        $0.type("2R")
        $0.store.resendable = ScopeCount(taken: 1, sample: ["kim@example.com"])
        $0.type("s")
      },
      at([.usual, .small, .wide], "review all") {
        var count = Sample.count(120_000)
        count.forecast = Forecast(
          campaignsAhead: 2, recipientsAhead: 13_200, time: .init(span: .seconds(2664), rate: 50, basis: .worker),
          cost: 12, currency: "USD", quotaLeft: 50_000)
        count.like = Twin(
          id: CampaignID(rawValue: 2), name: "Contract reminder", createdAt: Sample.ago(3600), isAcknowledged: true)
        count.previewHTML = "<p>김민지님, <a href=\"https://example.com/가을\">가을 소식</a></p>"
        (count.suppressed, count.suppressedAddresses, count.isFirstKeptBack) = (1, ["kim.minji@example.com"], true)
        $0.store.audience = count
        fillForm(&$0)
        $0.press(.enter)
      },
      at([.usual, .small, .wide], "review texts") {
        var count = Sample.count(1_302)
        count.firstAddress = "+821012345678"
        var texts = TextReport()
        for number in 1...1200 {
          texts.add(TextMeasure(form: .gsm(parts: 1), units: 60, limit: 160), number: number, line: number)
        }
        for number in 1201...1280 {
          texts.add(TextMeasure(form: .unicode(parts: 2), units: 84, limit: 134), number: number, line: number)
        }
        for number in 1281...1300 {
          texts.add(
            TextMeasure(form: nil, units: 700, limit: 630, fault: .tooLong(700, most: 630)), number: number,
            line: number)
        }
        texts.add(TextMeasure(form: .koreanShort, units: 10, limit: 90), number: 1301, line: 1301)
        texts.add(TextMeasure(form: .koreanLong, units: 100, limit: 2000), number: 1302, line: 1302)
        count.texts = texts
        count.firstMeasure = TextMeasure(
          form: .unicode(parts: 2), units: 84, limit: 134, foreign: PlacedCharacter(place: 3, character: "지"))
        (count.duplicates, count.duplicateLines, count.invalid, count.invalidLines) = (0, [], 0, [])
        $0.store.audience = count
        fillForm(&$0)
        $0.press(.enter)
      },
      at([.usual, .small], "review export") {
        fillForm(&$0)
        $0.press(.enter)
        $0.type("e")
      },
      at([.usual, .small], "launch under way") {
        $0.store.audience = Sample.count(120_000)
        fillForm(&$0)
        $0.press(.enter)
        $0.type("120000")
        $0.press(.enter)
        if let launch = $0.commands.first { $0.act(.progressed(launch, WorkProgress(done: 45_000, total: 120_000))) }
      },
      at([.usual, .small], "suppress") {
        $0.press(.enter)
        $0.type("   N")
      },
      at([.usual, .small, .wide], "draft") {
        $0.type("n가을 안내")
        $0.press(.escape)
      },
      at([.usual, .small], "drop draft") {
        $0.type("n가을 안내")
        $0.press(.escape)
        $0.type("x")
      },
      at([.usual, .small, .wide], "form audience") {
        $0 = Desk(width: $0.state.size.width, height: $0.state.size.height, audiences: [DraftPaneTests.overdue])
        $0.store.snapshot.typedLast = ["audience/overdue/tier": "silver"]
        $0.wait(2)
        $0.type("n가을")
        $0.press(.tab, .tab, .right, .tab, .control("u"))
        $0.type("tomorrow")
        $0.press(.function(3))
      },
      at([.usual, .small], "review anybody") {
        $0.store.audience.incomplete = 5
        $0.store.audience.incompleteLines = [.init(line: 8, variables: ["name"]), .init(line: 9, variables: ["회사"])]
        $0.store.recipient = { _ in
          RecipientView(number: 90, address: "bare@example.com", lines: ["님께", "", "님, 안녕하세요."], lacks: ["name"])
        }
        fillForm(&$0)
        $0.press(.enter)
        $0.type("m")
      },
      at([.usual, .small], "review test") {
        fillForm(&$0)
        $0.press(.enter)
        $0.type("tme@example.com")
      },
      at([.small, .wide], "form wrong") {
        $0.type("n")
        $0.press(.backTab, .enter)
      },
      at([.usual, .small, .wide], "mail") {
        $0.type("2")
        $0.press(.enter)
        $0.type("m")
      },
      at([.usual, .small, .wide], "attempts") {
        $0.press(.enter)
        $0.type("jjjjjj")
        $0.press(.enter)
        $0.type("t")
      },
      at([.usual, .small], "copy") {
        $0.press(.enter)
        $0.type("jjjjjj")
        $0.press(.enter)
        $0.type("y")
      },
      at([.usual, .small], "policy") {
        $0.store.resendable = ScopeCount(
          taken: 20, sample: ["kim@example.com"], skipped: [.init(why: .receiversPolicy("5.7.1"), count: 15)])
        $0.type("R")
      },
      at([.usual, .small], "policy count") {
        $0.store.resendable = ScopeCount(
          taken: 20, sample: ["kim@example.com"], skipped: [.init(why: .receiversPolicy("5.7.1"), count: 15)])
        $0.type("R")
        $0.store.resendable = ScopeCount(
          taken: 35, sample: ["kim@example.com"], skipped: [.init(why: .cancelledCampaign, count: 2)])
        $0.type("p")
      },
      at([.usual, .small, .wide], "left alone") {
        $0.store.leftAlone = [
          LeftAlone(
            why: .notResendable(.hard, .code("5.1.1")), count: 1515, classification: Sample.noSuchUser),
          LeftAlone(why: .uncertain, count: 2), LeftAlone(why: .cancelledCampaign, count: 15),
        ]
        $0.type("W")
      },
      at([.usual, .small, .wide], "person") {
        $0.press(.enter)
        $0.press(.end)
        $0.type("A")
      },
      at([.small, .wide], "document") {
        $0.type("7")
        $0.press(.enter)
      },
      at([.usual, .small, .wide], "palette") { $0.type(":") },
      at([.usual, .small], "palette narrowed") {
        $0.type(":re")
        $0.press(.down)
      },
      at([.usual, .small, .wide], "zoomed") { $0.type("z") },
      at([.usual, .small, .wide], "sorted") { $0.type(">>>>") },
    ].flatMap(\.self) + putRight

  enum Place: String {
    case usual = "80x24"
    case small = "40x10"
    case wide = "200x50"
  }

  static func at(
    _ places: [Place], _ name: String, _ body: @escaping @Sendable (inout Desk) -> Void
  ) -> [(String, @Sendable () -> Desk)] {
    places.map { place in
      let size = place.rawValue.split(separator: "x").compactMap { Int($0) }
      return ("\(name) \(place.rawValue)", { desk(size[0], size[1], body) })
    }
  }

  static func progress(_ desk: inout Desk) {
    for second in 1...10 {
      var snapshot = Sample.snapshot
      snapshot.at = Sample.now + .seconds(second)
      snapshot.campaigns[0].counts[.queued] = 780 - 50 * second
      snapshot.campaigns[0].counts[.delivered] = 1044 + 50 * second
      snapshot.health.rate = Double(40 + second * second)
      desk.store.snapshot = snapshot
      desk.act(.tick(snapshot.at))
    }
  }

  static func fillForm(_ desk: inout Desk) {
    desk.type("n가을 안내")
    desk.press(.tab, .tab)
    desk.type("가을.csv")
    desk.press(.tab)
    desk.type("안내 <news@example.com>")
    desk.press(.tab)
    desk.type("{{name}}님께")
    desk.press(.tab)
    desk.type("body.txt")
    for _ in 0..<9 { desk.press(.tab) }
  }

  static func troubles(_ desk: inout Desk) {
    desk.type("p")
    desk.act(.done(.pause(Sample.summer), CommandResult(count: 1)))
    desk.act(.tick(desk.state.now + .seconds(20)))
    desk.act(.failed(.resume(Sample.summer), Problem(.store(.readOnly), detail: .store(.file("/여름", said: "")))))
  }
}
