import Words

extension LettersText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.recovered(2, areShown: true), .recovered(1, areShown: false)]
    case .recovered: [.isRecovered]
    case .isRecovered: [.fate]
    case .fate: [.title("1")]
    case .title: [.gone]
    case .gone: [.facts(sent: "1", age: .seconds(61), receives: 2), .facts(sent: "1", age: .seconds(61), receives: 1)]
    case .facts: [.toBeSent(2), .toBeSent(1)]
    case .toBeSent: [.body]
    case .body: [.bodyNotSeen]
    case .bodyNotSeen: [.recipients(2), .recipients(1)]
    case .recipients: [.ratePrompt]
    case .ratePrompt: [.rateNeeded]
    case .rateNeeded:
      [.atARate(perSecond: "2", 10, span: .seconds(61)), .atARate(perSecond: "2", 1, span: .seconds(61))]
    case .atARate: []
    }
  }
}
