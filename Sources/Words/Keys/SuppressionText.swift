/// The list of addresses that nothing is sent to.
package enum SuppressionText: Equatable, Sendable {
  case none, noneContains, containing(String), latest(Int)
  case columnAddress, columnCause, columnSince, columnUntil, columnBy, columnNote
  /// The key that puts addresses on it.
  case about(add: String)
  case addPrompt, addNeeded, markRows
  /// The question before so many are put on it: what it means, and what is done.
  case add(Int), addMeans(list: String), addVerb
  case remove(Int), removeMeans, removeVerb
  /// The first of those in question.
  case sample([String], more: Int)
}
