extension English {
  func letters(_ text: LettersText) -> String {
    switch text {
    case .recovered(let number, let areShown): "\(count(number)) recovered\(areShown ? " shown" : ": v")"
    case .isRecovered: "recovered: its batch is on its way again, or done"
    case .fate: "State   "
    case .title(let id): "Dead letter \(id)"
    case .gone: "It is among the dead letters no more."
    case .facts(let sent, let age, let receives):
      "queued \(sent), \(span(age)) ago · received \(count(receives, "time"))"
    case .toBeSent(let people): "\(count(people, "recipient")) not yet accepted: a redrive sends to nobody else"
    case .body: "Body"
    case .bodyNotSeen: "the queue does not show it now: somebody else may be looking at it"
    case .recipients(let people): "Its recipients: \(count(people))"
    case .ratePrompt: "letters a second (30/m, 2 x 10): "
    case .rateNeeded: "a rate is wanted, such as 2, 0.5, 30/m, or 2 x 10: ten together every five seconds"
    case .atARate(let rate, let portion, let time):
      "At most \(rate) a second, \(portion > 1 ? "\(count(portion)) together" : "one by one"): \(span(time)) at least. "
        + "w shows it, pauses it and stops it."
    }
  }
}
