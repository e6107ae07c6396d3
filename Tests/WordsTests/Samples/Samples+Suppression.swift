import Model
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
    case .addPrompt: [.everybody]
    case .everybody: [.everybodyOf("x")]
    case .everybodyOf: [.listedAlready(2), .listedAlready(1)]
    case .listedAlready: [.lookingUp(.seconds(2))]
    case .lookingUp: [.accountPrompt]
    case .accountPrompt: [.accountOn("x")]
    case .accountOn: [.accountOff("x")]
    case .accountOff: [.accountWhy("x", since: "y")]
    case .accountWhy: [.accountRegion("x")]
    case .accountRegion: AccountEntry.Reason.allCases.map { .accountPut($0) }
    case .accountPut: [.accountTake]
    case .accountTake: [.accountLeave]
    case .accountLeave: [.accountPutTitle("x")]
    case .accountPutTitle: [.accountPutMeans]
    case .accountPutMeans: [.accountPutVerb]
    case .accountPutVerb: [.accountTakeTitle("x")]
    case .accountTakeTitle: [.accountTakeMeans]
    case .accountTakeMeans: [.accountTakeVerb]
    case .accountTakeVerb: [.unwilling(2), .unwilling(1)]
    case .unwilling: [.add(2), .add(1)]
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
