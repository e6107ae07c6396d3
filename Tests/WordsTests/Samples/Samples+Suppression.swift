import Words

extension SuppressionText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.none]
    case .some(.none): [.noneContains]
    case .noneContains: [.containing("x")]
    case .containing: [.latest(2), .latest(1)]
    case .latest: [.columnAddress]
    case .columnAddress: [.columnCause]
    case .columnCause: [.columnSince]
    case .columnSince: [.columnUntil]
    case .columnUntil: [.columnBy]
    case .columnBy: [.columnNote]
    case .columnNote: [.about(add: "+")]
    case .about: [.addPrompt]
    case .addPrompt: [.addNeeded]
    case .addNeeded: [.markRows]
    case .markRows: [.add(2), .add(1)]
    case .add: [.addMeans(list: "X")]
    case .addMeans: [.addVerb]
    case .addVerb: [.remove(2), .remove(1)]
    case .remove: [.removeMeans]
    case .removeMeans: [.removeVerb]
    case .removeVerb: [.sample(["x", "y"], more: 0), .sample(["x"], more: 2), .sample(["x"], more: 1)]
    case .sample: []
    }
  }
}
