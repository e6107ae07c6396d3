import Canvas
import Dashboard
import Model
import Words

/// What failed is seen, written to files, and put right.
extension Screens {
  static let putRight: [(String, @Sendable () -> Desk)] = [
    at([.usual, .small, .wide], "letter") {
      $0.type("4")
      $0.press(.enter)
    },
    at([.usual], "recovered") {
      var letters = Sample.letters(3)
      letters[1].isRecovered = true
      $0.store.letters = DeadLetterPage(letters: letters, total: 3, recipients: 100, recovered: 1)
      $0.type("4vj")
    },
    at([.usual, .small], "redrive at a rate") {
      $0.type("4*s")
      $0.press(.control("u"))
      $0.type("2 x 10")
      $0.press(.enter)
    },
    at([.usual, .small], "under way") {
      $0.type("4*s")
      $0.press(.enter)
      $0.type("100")
      $0.press(.enter)
      $0.act(.progressed($0.commands[0], WorkProgress(done: 1, total: 2)))
      $0.wait(3)
    },
    at([.usual, .small], "export") {
      $0.press(.enter)
      $0.type("*e")
    },
    at([.usual], "replace") {
      $0.type("8e")
      $0.press(.enter)
      $0.act(.failed($0.commands[0], Problem(.fileExists("history.csv"))))
    },
    at([.usual, .small, .wide], "log kept") {
      $0.store.log = LogPaneTests.kept
      $0.type("6")
    },
    at([.usual, .small, .wide], "failures by domain") { $0.type("3b") },
    at([.usual], "failures by hour") { $0.type("3bb") },
    at([.usual, .small], "uncertain") { $0.type("U") },
    at([.usual, .small, .wide], "edit") {
      $0.type("7j")
      $0.press(.enter)
      $0.type("E")
      let text = Sample.document(12)?.body ?? ""
      $0.act(.edited(12, text.replacing("hello", with: "eventType")))
    },
  ].flatMap(\.self)
}
