extension English {
  func work(_ text: WorkText) -> String {
    switch text {
    case .exportTo(let what): "export \(exported(what)) to: "
    case .noExport: "there is nothing here to export"
    case .fileNeeded: "a file's name is needed; Esc leaves it"
    case .replace(let file): "Replace \(file)"
    case .replaceMeans: "There is such a file already; what is in it now is lost."
    case .replaceVerb: "replace it"
    case .title: "Under way"
    case .done(let done, let all): "\(count(done))\(all.map { " of \(count($0))" } ?? "")"
    case .paused: "paused"
    case .stop: "stop it"
    case .pause: "pause"
    case .goOn: "go on"
    case .close: "goes on; w"
    case .nothingUnderWay: "nothing is under way"
    case .cannotBeStopped: "this cannot be stopped any more; it is done in a moment"
    case .keys(let canPause): "s stops it\(canPause ? ", p pauses it" : "") · Esc: it goes on behind, w shows it again"
    case .cannotBeEdited: "what is no text cannot be edited: export it"
    case .lettersAreNotEdited:
      "a letter only names its batch: correct its recipients (e exports them), or mend the template, and send anew"
    case .editorFailed: "the editor failed, or left no text: nothing was changed; EDITOR names another"
    case .textKept(let file): "what was being edited is kept in \(file)"
    case .notChanged: "nothing was changed"
    case .stillNotUnderstood(let why): "still not understood: \(why) · E goes on editing"
    case .storeEdited(let number): "Store the edited document \(number)"
    case .storedAs(let events): "It is stored as \(count(events, "event")), and is in the quarantine no more."
    case .storeVerb: "store it"
    case .underWay(let what, let done, let all): "\(what): \(work(.done(done, of: all)))"
    }
  }

  private func exported(_ what: WorkText.Exported) -> String {
    switch what {
    case .messages(let number): number.map { count($0, "message") } ?? "all in this filter"
    case .recipients(let letters): "the recipients of \(count(letters, "dead letter"))"
    case .entries(let number): count(number, "entry", plural: "entries")
    case .documents(let number): count(number, "document")
    case .remarks: "who is left out"
    }
  }
}
