import Words

extension WorkText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: Exported.all.map { .exportTo($0) }
    case .exportTo: [.noExport]
    case .noExport: [.fileNeeded]
    case .fileNeeded: [.replace("x")]
    case .replace: [.replaceMeans]
    case .replaceMeans: [.replaceVerb]
    case .replaceVerb: [.title]
    case .title: [.done(2, of: 3), .done(1, of: nil)]
    case .done: [.paused]
    case .paused: [.stop]
    case .stop: [.pause]
    case .pause: [.goOn]
    case .goOn: [.close]
    case .close: [.nothingUnderWay]
    case .nothingUnderWay: [.cannotBeStopped]
    case .cannotBeStopped: [.keys(canPause: true), .keys(canPause: false)]
    case .keys: [.cannotBeEdited]
    case .cannotBeEdited: [.lettersAreNotEdited]
    case .lettersAreNotEdited: [.editorFailed]
    case .editorFailed: [.textKept("/1/2.3")]
    case .textKept: [.notChanged]
    case .notChanged: [.stillNotUnderstood("1")]
    case .stillNotUnderstood: [.storeEdited("1")]
    case .storeEdited: [.storedAs(2), .storedAs(1)]
    case .storedAs: [.storeVerb]
    case .storeVerb: [.underWay("x", 1, of: 2), .underWay("x", 1, of: nil)]
    case .underWay: []
    }
  }
}

extension WorkText.Exported: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.messages(2), .messages(1), .messages(nil)]
    case .messages: [.recipients(letters: 2), .recipients(letters: 1)]
    case .recipients: [.entries(2), .entries(1)]
    case .entries: [.documents(2), .documents(1)]
    case .documents: [.remarks]
    case .remarks: []
    }
  }
}
