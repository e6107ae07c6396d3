import Canvas
import Model
import TestSupport
import Testing
import Words

@testable import Dashboard

/// The list of everything that can be done, panes and campaigns included.
@Suite struct PaletteTests {
  private func title(_ desk: Desk) -> String {
    String(desk.screen().split(separator: "\n", omittingEmptySubsequences: false)[3])
  }

  private func entries(_ desk: Desk) -> [Palette.Entry] {
    if case .palette(let palette) = desk.state.modal { desk.state.entries(palette) } else { [] }
  }

  private static let places: [(String, @Sendable (inout Desk) -> Void)] = [
    ("campaigns", { _ in }), ("batches", { $0.type("b") }), ("messages", { $0.press(.enter) }),
    (
      "timeline",
      {
        $0.press(.enter)
        $0.press(.enter)
      }
    ), ("failures", { $0.type("3") }), ("dead letters", { $0.type("4") }),
    (
      "find",
      {
        $0.type("fkim")
        $0.press(.enter)
      }
    ), ("log", { $0.type("6") }), ("quarantine", { $0.type("7") }),
    (
      "document",
      {
        $0.type("7")
        $0.press(.enter)
      }
    ), ("history", { $0.type("8") }), ("empty find", { $0.type("5") }),
  ]

  /// Enter does what the key would have done.
  @Test(arguments: places.map(\.0)) func choosingIsPressing(place: String) throws {
    let prepare = try #require(Self.places.first { $0.0 == place }).1
    var desk = Desk(width: 120, height: 40)
    prepare(&desk)
    desk.type(":")
    let offered = entries(desk)
    #expect(offered.count > 15)
    var pressed = 0
    for entry in offered {
      guard case .press(let key) = entry.deed else { continue }
      pressed += 1
      var chosen = desk
      guard case .palette(var palette) = chosen.state.modal else { continue }
      palette.chosen = entry.deed
      chosen.state.modal = .palette(palette)
      chosen.press(.enter)
      var direct = Desk(width: 120, height: 40)
      prepare(&direct)
      // An empty Find takes letters for what is looked for; what is chosen is an action.
      if place == "empty find" { _ = direct.state.obey(key) } else { direct.press(key) }
      #expect(chosen.state.focus == direct.state.focus && chosen.state.modal == direct.state.modal, "\(entry)")
      if place == "empty find" { continue }
      #expect(chosen.commands == direct.commands && chosen.quits == direct.quits, "\(entry)")
      #expect(chosen.screen() == direct.screen(), "\(entry)")
    }
    #expect(pressed > 3)
  }

  /// Whatever the line at the bottom and the help tell of is here too, unless it only moves.
  @Test(arguments: places.map(\.0)) func everythingTheFooterTellsIsOffered(place: String) throws {
    var desk = Desk(width: 120, height: 40)
    try #require(Self.places.first { $0.0 == place }).1(&desk)
    let told = desk.state.focus.behavior.keys(desk.state).flatMap(\.actions)
    desk.type(":")
    let keys = entries(desk).compactMap { if case .press(let key) = $0.deed { key } else { nil } }
    for action in told where ![.scroll, .back].contains(action.hint) {
      #expect(keys.contains(action.key), "\(action)")
    }
  }

  @Test func everyPaneAndCampaignIsThere() {
    var desk = Desk()
    desk.type(":")
    for pane in Pane.numbered { #expect(entries(desk).contains { $0.deed == .turn(pane) }) }
    for campaign in Sample.campaigns { #expect(entries(desk).contains { $0.deed == .open(campaign.id) }) }
    desk.type("quarantine")
    desk.press(.enter)
    #expect(title(desk).hasPrefix("━ Quarantine"))
    desk.type(":contract rem")
    desk.press(.enter)
    #expect(title(desk).hasPrefix("━ Messages of “Contract reminder”"))
    desk.press(.escape)
    #expect(title(desk).hasPrefix("━ Campaigns"))
    #expect(desk.state.chosenCampaign?.id == Sample.notices)
  }

  @Test func anyPartOfTheWordsFindsKoreanToo() {
    Desk.$language.withValue(.korean) {
      var desk = Desk()
      desk.type(":캠페인 정지")
      #expect(entries(desk).first?.deed == .press(.character("p")), "\(entries(desk))")
      desk.press(.control("u"))
      desk.type("세일")
      #expect(entries(desk).map(\.deed) == [.open(Sample.summer)])
      // By the name that the configuration has for it, in any language.
      desk.press(.control("u"))
      desk.type("zoom")
      #expect(entries(desk).map(\.deed) == [.press(.character("z"))])
      desk.press(.enter)
      #expect(desk.state.isZoomed)
    }
  }

  @Test func arrowsChooseAndTheListScrolls() {
    var desk = Desk(width: 40, height: 10)
    desk.type(":")
    let all = entries(desk)
    for index in 0..<(all.count + 5) {
      guard case .palette(let palette) = desk.state.modal else { continue }
      let at = min(index, all.count - 1)
      #expect(palette.chosen == all[at].deed)
      #expect(desk.screen().contains(TextWidth.truncate(all[at].words, to: 20).replacing("…", with: "")), "\(all[at])")
      desk.press(.down)
    }
    desk.press(.up)
    if case .palette(let palette) = desk.state.modal { #expect(palette.chosen == all[all.count - 2].deed) }
  }

  @Test func escLeavesAndNothingHappens() {
    var desk = Desk()
    let before = desk.state
    desk.type(":pause")
    desk.press(.escape)
    #expect(desk.state.modal == nil && desk.commands.isEmpty)
    #expect(desk.state == before)
    desk.type(":nosuchthing")
    #expect(desk.screen().contains("nothing that can be done has that in it"))
    desk.press(.enter)
    #expect(desk.state.modal != nil, "Enter on nothing does nothing")
    desk.press(.control("c"))
    #expect(desk.state.modal == nil && desk.quits == 0)
  }

  @Test func whatReadOnlyForbidsIsNotOffered() {
    var desk = Desk(isReadOnly: true)
    for pane in Pane.numbered where pane != .find {
      desk.type("\(pane.digit ?? 1):")
      #expect(!entries(desk).isEmpty)
      for entry in entries(desk) {
        let key: Key? =
          switch entry.deed {
          case .press(let key): key
          case .visit(_, let action): action.key
          case .turn, .open: nil
          }
        let places: [Pane] = if case .visit(let other, _) = entry.deed { [other] } else { [pane] }
        for place in places {
          let hint = KeyMap.actions(in: place).first { $0.key == key }?.hint
          #expect(hint?.changesSomething != true, "\(pane): \(entry)")
        }
      }
      desk.press(.escape)
    }
  }

  /// An action of another pane is not done unseen: one is taken to where it can be.
  @Test func anotherPanesActionIsNotDoneUnseen() {
    var desk = Desk()
    desk.type(":redrive")
    #expect(entries(desk).map(\.words) == ["redrive", "redrive at a rate"])
    #expect(entries(desk).allSatisfy { $0.place == "Dead letters" })
    desk.press(.enter)
    #expect(desk.state.focus == .deadLetters && desk.state.modal == nil && desk.commands.isEmpty)
    #expect(desk.screen().contains("d: redrive"))
  }

  /// What is chosen stays chosen while campaigns come, and what is gone is not replaced.
  @Test func theChoiceKeepsToWhatItIs() {
    var desk = Desk()
    desk.type(":contract")
    var new = Sample.campaigns[1]
    new.id = CampaignID(rawValue: 9)
    desk.store.snapshot.campaigns.insert(new, at: 0)
    desk.act(.storeChanged)
    desk.wait(2)
    guard case .palette(let palette) = desk.state.modal else {
      Issue.record("the palette is gone")
      return
    }
    #expect(entries(desk).map(\.deed) == [.open(CampaignID(rawValue: 9)), .open(Sample.notices)])
    #expect(palette.chosen == .open(Sample.notices))
    desk.store.snapshot.campaigns.removeAll { $0.name == new.name }
    desk.act(.storeChanged)
    desk.wait(2)
    desk.press(.enter)
    #expect(desk.state.modal != nil && desk.state.focus == .campaigns && desk.commands.isEmpty)
  }

  @Test func itOpensFromTheHelpAndFromAnEmptyFind() {
    var desk = Desk()
    desk.type("?:")
    #expect(!entries(desk).isEmpty)
    desk.press(.escape)
    desk.type("5:")
    #expect(!entries(desk).isEmpty)
    // But a text that is typed holds it.
    desk.press(.escape)
    desk.type("1n:")
    #expect(desk.screen().contains("Name        :"))
  }
}
