package import Model

/// The list of addresses that nothing is sent to.
package enum SuppressionText: Equatable, Sendable {
  case none, noneContains, containing(String), latest(Int)
  case columnAddress, columnCause, columnSince, columnUntil, columnBy, columnNote
  /// The key that puts addresses on it.
  case about(add: String)
  case addPrompt
  /// Whom all that is marked is about.
  /// Of whom the following names some: all in the list, or a campaign's.
  case everybody, everybodyOf(String)
  /// So many of those in question are on it already.
  case listedAlready(Int)
  /// The question before so many are put on it: what it means, and what is done.
  case add(Int), addMeans(list: String), addVerb
  /// So many of them do not want any mail.
  case unwilling(Int)
  case remove(Int), removeMeans, removeVerb
  /// The list that SES keeps for the account: what it says of an address, and what can be done.
  case lookingUp(Duration), accountPrompt, accountOn(String), accountOff(String), accountWhy(String, since: String),
    accountRegion(String)
  case accountPut(AccountEntry.Reason), accountTake, accountLeave
  case accountPutTitle(String), accountPutMeans, accountPutVerb
  case accountTakeTitle(String), accountTakeMeans, accountTakeVerb
  /// The first of those in question.
  case sample([String], more: Int)
}
