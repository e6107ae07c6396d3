import Canvas
import Model
import TestSupport
import Testing
import Words

@testable import Dashboard

/// What keys there are, in one list, and which of them an operator may choose.
@Suite struct KeyMapTests {
  private static func map(_ choices: (String, String)...) throws -> KeyMap {
    try KeyMap(choices.map { (name: $0.0, key: $0.1) })
  }

  private func footer(_ desk: Desk) -> String {
    desk.screen().split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
  }

  /// A name that is in somebody's configuration must not be lost.
  @Test func namesAreAContract() {
    let promised: Set<String> = [
      "first", "last", "palette", "find", "new", "pause", "resume", "cancel", "resend", "zoom", "reload", "language",
      "help", "quit", "batches", "filter", "sortBefore", "sortNext", "sortReversed", "settleUncertain", "status",
      "statusBack", "thisOrAllCampaigns", "mark", "markAllShown", "sameAddress", "singleBatches", "course",
      "redrive", "discard", "putEventsBack", "tryAgain", "drop", "messageBefore", "nextMessage", "rawEvents",
    ]
    #expect(promised.subtracting(KeyMap.names) == [])
    #expect(Set(KeyMap.names).count == KeyMap.names.count)
    for name in KeyMap.names { #expect(name.allSatisfy { $0.isASCII && $0.isLetter }, "\(name)") }
  }

  /// A name means one key by itself, whatever it is about.
  @Test func aNameHasOneKey() {
    let actions = (PaneKey.everywhere + Pane.allCases.flatMap { $0.behavior.keys }).flatMap(\.actions)
    for action in actions where !action.key.isFixed {
      let others = actions.filter { $0.hint.name == action.hint.name && !$0.key.isFixed }
      #expect(others.allSatisfy { $0.key == action.key }, "\(action.hint.name)")
    }
  }

  /// As it comes, no key means two things in a pane.
  @Test(arguments: Pane.allCases) func noKeyMeansTwoThings(pane: Pane) {
    let own = pane.behavior.keys.flatMap(\.actions)
    for (index, action) in own.enumerated() {
      #expect(!own.dropFirst(index + 1).contains { $0.key == action.key }, "\(pane): \(action.key)")
      let everywhere = PaneKey.everywhere.flatMap(\.actions).first { $0.key == action.key }
      // Of one kind: what is rebound for the one is rebound for the other.
      if let everywhere, !action.key.isFixed { #expect(everywhere.hint.name == action.hint.name, "\(pane)") }
    }
  }

  /// No key does what the list does not tell of.
  @Test(arguments: Pane.allCases) func everyKeyThatDoesSomethingIsListed(pane: Pane) {
    for scalar in (0x21..<0x7F).compactMap(Unicode.Scalar.init) {
      let key = Key.character(Character(scalar))
      guard !key.isFixed, !KeyMap.actions(in: pane).contains(where: { $0.key == key }) else { continue }
      var desk = Desk()
      if pane == .find {
        // An empty one takes letters for what is looked for.
        desk.type("fkim")
        desk.press(.enter)
      }
      desk.state.go(to: pane)
      desk.press(key)
      // Of sorting it is said that the list has one order.
      let isSaid = "<>I".contains(Character(scalar)) && desk.screen().contains("this list has one order only")
      let isNothing = isSaid || desk.screen().contains("\(Character(scalar)) does nothing here")
      let isAlso = KeyMap.keys(in: pane).contains {
        $0.also.split(separator: " ").contains(Substring(String(Character(scalar))))
      }
      #expect(isNothing != isAlso, "\(pane): \(scalar)")
    }
  }

  @Test func aChosenKeyDoesWhatTheFormerDidAndTheFormerNothing() throws {
    let map = try Self.map(("pause", "P"), ("batches", "F6"), ("help", "Ctrl-O"), ("quit", "Alt-q"))
    var desk = Desk(width: 120, keyMap: map)
    #expect(footer(desk).contains("P pause"), "\(footer(desk))")
    #expect(footer(desk).hasPrefix("Alt-q quit  Enter messages  F6 batches"), "\(footer(desk))")
    #expect(footer(desk).hasSuffix("… Ctrl-O all keys"), "\(footer(desk))")
    desk.type("p")
    #expect(desk.commands.isEmpty)
    #expect(desk.screen().contains("p does nothing here; Enter messages · F6 batches · n new · Ctrl-O shows all keys"))
    desk.type("P")
    #expect(desk.commands == [.pause(Sample.summer)])
    desk.press(.function(6))
    #expect(desk.state.focus == .batches)
    desk.press(.control("o"))
    #expect(desk.screen().contains(#/P +pause/#), "\(desk.screen())")
    desk.press(.pageDown)
    #expect(desk.screen().contains("Alt-q Ctrl-C"))
    desk.press(.control("o"))
    #expect(desk.state.modal == nil, "the key that opened it closes it")
    desk.press(.function(1))
    #expect(desk.state.modal != nil, "F1 always helps")
    desk.press(.escape)
    desk.type(":")
    #expect(desk.screen().contains(#/P +pause/#), "\(desk.screen())")
    desk.press(.escape, .escape, .alt("q"))
    #expect(desk.screen().contains("Quit while"))
  }

  /// What is said of a key names the one that was chosen.
  @Test func sentencesNameTheChosenKey() throws {
    let map = try Self.map(("quit", "Q"), ("new", "O"), ("language", "Ctrl-T"), ("settleUncertain", "Y"))
    for language in [Language.english, .korean] {
      Desk.$language.withValue(language) {
        var desk = Desk(keyMap: map)
        desk.press(.escape)
        #expect(desk.screen().contains("Q"), "\(desk.screen())")
        desk.type("Ox")
        desk.press(.escape)
        #expect(desk.screen().contains(language == .english ? "Enter goes on with it" : "Enter로 이어서"))
        desk.press(.down, .enter)
        desk.type("Y")
        #expect(desk.screen().contains(language == .english ? "Y settles" : "Y는 불확실"))
      }
    }
  }

  /// What two panes have apart, one key may be for.
  @Test func aKeyMayMeanSomethingElseInAnotherPane() throws {
    let map = try Self.map(("redrive", "c"))
    var desk = Desk(keyMap: map)
    desk.type("4c")
    #expect(desk.screen().contains("Redrive 1 dead letter"))
    desk.press(.escape)
    desk.type("2c")
    #expect(desk.state.focus == .messages && desk.state.panes.messages.scope.campaign == nil)
  }

  /// An action that opens with Enter in one pane has a key of its own in another: Enter stays.
  @Test func enterStaysWhereItDoesTheSame() throws {
    var desk = Desk(keyMap: try Self.map(("singleBatches", "V")))
    desk.type("V")
    #expect(desk.state.focus == .batchList)
    desk.press(.escape)
    desk.type("b")
    desk.press(.enter)
    #expect(desk.state.focus == .batchList)
  }

  /// Two actions may change places.
  @Test func keysMayChangePlaces() throws {
    let map = try Self.map(("pause", "x"), ("cancel", "p"))
    var desk = Desk(keyMap: map)
    desk.type("x")
    #expect(desk.commands == [.pause(Sample.summer)])
    desk.type("p")
    #expect(desk.screen().contains("Cancel “여름 세일 안내”"))
  }

  @Test func aKeyboardSwitchedToHangulHasTheChosenKeysToo() throws {
    var desk = Desk(keyMap: try Self.map(("pause", "i")))
    desk.type("ㅑ")
    #expect(desk.commands == [.pause(Sample.summer)])
  }

  @Test(arguments: [
    ("paus", "P", KeyMapProblem.Code.unknownAction), ("messages", "P", .unknownAction),
    ("pause", "Ctrl-I", .unknownKey),
    ("pause", "Ctrl-M", .unknownKey), ("pause", "ㅔ", .unknownKey), ("pause", "PP", .unknownKey),
    ("pause", "", .unknownKey), ("pause", "F13", .unknownKey), ("pause", "Esc", .fixedKey),
    ("pause", "Enter", .fixedKey), ("pause", "5", .fixedKey), ("pause", "j", .fixedKey), ("pause", "F1", .fixedKey),
    ("pause", "Ctrl-C", .fixedKey), ("pause", "↑", .fixedKey), ("pause", "Tab", .fixedKey),
    ("pause", "x", .taken(by: "cancel", place: .campaigns)), ("pause", "?", .taken(by: "help", place: .campaigns)),
    ("redrive", "r", .taken(by: "resume", place: .deadLetters)),
    ("status", "u", .taken(by: "settleUncertain", place: .messages)),
    ("mark", "/", .taken(by: "filter", place: .messages)), ("zoom", "v", .taken(by: "recovered", place: .deadLetters)),
  ])
  func whatCannotBeIsRefused(name: String, key: String, code: KeyMapProblem.Code) {
    let problem = #expect(throws: KeyMapProblem.self) { try Self.map((name, key)) }
    #expect(problem?.name == name)
    #expect(problem?.code == code)
  }

  @Test func twoForOneKeyAreRefused() {
    let problem = #expect(throws: KeyMapProblem.self) { try Self.map(("pause", "P"), ("status", "T"), ("resume", "P")) }
    #expect(problem == KeyMapProblem(code: .taken(by: "pause", place: .campaigns), name: "resume"))
  }

  /// `/` looks for something else in Find, whatever the key for it is.
  @Test func aFurtherKeyOfAnActionIsTakenToo() {
    let problem = #expect(throws: KeyMapProblem.self) { try Self.map(("filter", "F"), ("sameAddress", "/")) }
    #expect(problem?.code == .taken(by: "find", place: .find))
  }

  /// Whatever is chosen and accepted: every action can be reached in every pane by exactly the key it is told with.
  @Test(arguments: 1...12) func whateverIsAcceptedReachesEverything(seed: UInt64) {
    var random = SplitMix(seed)
    let keys = (0x21..<0x7F).compactMap(Unicode.Scalar.init).map { String(Character($0)) } + ["F6", "Ctrl-X", "Alt-w"]
    var choices: [(name: String, key: String)] = []
    var map = KeyMap.standard
    for name in KeyMap.names.shuffled(using: &random).prefix(12) {
      let more = choices + [(name, keys[Int(random.next() % UInt64(keys.count))])]
      guard let next = try? KeyMap(more) else { continue }
      (map, choices) = (next, more)
    }
    for pane in Pane.allCases {
      for action in KeyMap.actions(in: pane) where !action.key.isFixed {
        let pressed = Key(printed: map.label(of: action))
        #expect(pressed.flatMap { map.meaning(of: $0, in: pane) } == action.key, "\(pane) \(action) \(choices)")
      }
    }
  }
}
