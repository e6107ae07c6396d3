/// What is told of a store's problem beyond its code.
package enum StoreDetail: Hashable, Sendable {
  /// A file, and what the system or SQLite says of it, or who has it locked.
  case file(String, said: String)
  /// Why the store does not do what was asked of it.
  case objection(StoreObjection)
  /// Words as they are: somebody else's, or what only a command line says.
  case said(String)
}

/// Why a store does not do what was asked of it.
package enum StoreObjection: Hashable, Sendable {
  case noCampaign(CampaignID)
  case noMessage(MessageID)
  /// The same was launched before.
  case launchedAlready(CampaignID, name: String, at: Timestamp, isCancelled: Bool)
  /// Whoever stores the campaign was taken for dead meanwhile.
  case launchGivenUp
  /// A campaign's state does not allow it; `deadBatches` counts those that lie in the dead letters.
  case notInState(CampaignID, name: String, CampaignState, Deed, deadBatches: Int)
  case campaignCancelled(CampaignID, name: String)
  /// A message is not what it must be for an operator's word on it; `nil` for one that is gone.
  case notSettled(MessageID, MessageStatus?, Verdict)
  /// Where recipients are kept while they are counted; with what the system says.
  case folderUnwritable(String, said: String)
  /// The record of claims was removed or replaced.
  case claimsGone(String)
  /// The record of claims cannot be used; with what the system says.
  case claimsUnusable(String, Access, said: String)
  /// A copy of the store sends, or has.
  case copyAtWork(String)
  /// A code that no version writes.
  case strangeCode(String, type: String)

  /// What an operator does with a campaign.
  package enum Deed: String, CaseIterable, Sendable {
    case pause, resume, cancel, begin, schedule
  }

  /// What is done with a file.
  package enum Access: CaseIterable, Sendable {
    case make, open, read, write
  }
}

extension StoreObjection {
  /// What the log and the command line say.
  package var sentence: String {
    switch self {
    case .noCampaign(let id): "there is no campaign \(id)"
    case .noMessage(let id): "there is no message \(id)"
    case .launchedAlready(let id, let name, let time, let isCancelled):
      "the same was launched as campaign \(id) (\(name)) at \(time)\(isCancelled ? ", and cancelled" : ""): nothing was "
        + "sent"
    case .launchGivenUp:
      "the campaign was taken for abandoned while it was being stored: nothing of it was sent; launch it again"
    case .notInState(let id, let name, let state, let deed, let dead):
      "campaign \(id) (\(name)) is \(state.rawValue): it cannot be \(deed.done)"
        + (dead > 0 ? "; \(dead) \(dead == 1 ? "batch lies" : "batches lie") in the dead letters" : "")
    case .campaignCancelled(let id, let name): "campaign \(id) (\(name)) was cancelled: nothing of it is sent again"
    case .notSettled(let id, let status, let verdict):
      "message \(id) is \(status?.name ?? "gone"), not \(verdict.condition): nothing was settled"
    case .folderUnwritable(let folder, let said):
      "the folder \(folder) cannot be written (\(said)): recipients are kept there while they are counted"
    case .claimsGone(let path):
      "the record of claims \(path) was removed or replaced while the store was in use: nothing is sent without it; start "
        + "again"
    case .claimsUnusable(let path, let access, let said):
      "the record of claims \(path) cannot be \(access.done) (\(said)): nothing is sent without it"
    case .copyAtWork(let path):
      "a copy of the store \(path) sends too, or has: nothing is sent from this one; end the other, then start again: whoever "
        + "may have been sent to becomes uncertain"
    case .strangeCode(let code, let type):
      "the store holds the code '\(code)' for a \(type), which no version of Sendboard writes: it is damaged"
    }
  }
}

extension StoreObjection.Deed {
  /// What is said of the campaign then, in the record of who did what too.
  package var done: String {
    switch self {
    case .pause: "paused"
    case .resume: "resumed"
    case .cancel: "cancelled"
    case .begin: "begun"
    case .schedule: "scheduled"
    }
  }
}

extension StoreObjection.Access {
  fileprivate var done: String {
    switch self {
    case .make: "made"
    case .open: "opened"
    case .read: "read"
    case .write: "written"
    }
  }
}
