package import Model
package import Words

/// Why an effect failed.
package struct Problem: Equatable, Sendable {
  /// What is wrong and what to do about it.
  package var text: ProblemText
  /// What was told of it where it happened: a path, who holds a lock, an answer of AWS's.
  package var detail: Detail?

  /// What is told beyond the problem's code.
  package enum Detail: Equatable, Sendable {
    case fault(Fault)
    case store(StoreDetail)
    /// Letters were dealt with before something went wrong.
    case run(LetterRun, Fault)
    /// Words as they are.
    case said(String)
  }

  /// Makes a problem.
  package init(_ text: ProblemText, detail: Detail? = nil) {
    self.text = text
    self.detail = detail
  }

  /// Both in one line.
  func line(_ words: any Words) -> String {
    switch detail {
    case nil: words.problem(text)
    case .fault(let fault): words.joined(words.problem(text), words.detail(fault))
    case .store(let detail): words.joined(words.problem(text), words.detail(detail))
    // What was done matters first.
    case .run(let run, let fault): words.joined(words.run(run), words.problem(text), words.detail(fault))
    case .said(let said): words.joined(words.problem(text), said)
    }
  }
}

/// What a command did.
package struct CommandResult: Equatable, Sendable {
  /// Messages, letters or recipients it acted on.
  package var count: Int
  /// What else there is to say.
  package var note: CommandNote?

  /// Makes an outcome.
  package init(count: Int, note: CommandNote? = nil) {
    self.count = count
    self.note = note
  }
}
