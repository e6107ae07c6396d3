import EventStore

extension StoreError {
  /// The error with the command or flag that helps: the store itself knows of neither.
  var advised: String { description + (remedy.map { ": \($0.words)" } ?? "") }
}

extension StoreError.Remedy {
  fileprivate var words: String {
    switch self {
    case .listCampaigns: "list them with 'sendboard campaigns'"
    case .listMessages: "list them with 'sendboard messages'"
    case .seeDeadLetters: "see 'sendboard deadletters'"
    case .nameOtherStore: "choose another with --store"
    case .openForWriting: "open it once without --read-only"
    case .putCopyBack:
      "put a copy in its place with 'sendboard backup --restore', or move what lies beside it away too, to begin a new one"
    case .lookOnly: "--read-only opens it to be looked at"
    }
  }
}
