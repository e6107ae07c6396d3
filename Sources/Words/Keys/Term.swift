/// The panes, as the bar and the help name them.
package enum PaneName: Equatable, Sendable {
  case campaigns, messages, failures, deadLetters, find, log, quarantine, history, batches, timeline, document,
    batchList, course, mail, suppressions
}

/// What several places say.
package enum Term: Equatable, Sendable {
  /// One pane has the whole screen; with the key that takes it back.
  case zoomed(String)
  case loading
  case loadingSince(Duration)
  /// On which side of what is seen there is more.
  case more(above: Bool, below: Bool)
  case marked(Int)
  /// All that the filter shows; `nil` where nobody has counted them.
  case allMarked(Int?)
  case yes, no
  case none
  /// What counts as accepted on the operator's word alone.
  case assumed
  case toBeTriedAgain
  /// The same of one message, in a word.
  case willRetry
  /// What a campaign of texts is told by, in a word.
  case texts
  case anotherProgram
  case allCampaigns
  /// A campaign that is not listed, by its number.
  case campaign(String)
  case addressBeginning(String)
  case statusFilter(String)
  case batchFilter(String)
  case messagesChosen(Int)
  case messageNumbers(String)
  case allThatMayBeResent, policyToo, despiteList
  case andMore(String, Int)
  case emptyValue
  case reason, toDo
  case type(String)
}

/// What can be read, for the line that says that it cannot.
package enum ReadingName: Equatable, Sendable {
  case figures, messages, timeline, mail, failures, deadLetters, quarantine, history, log, batches, course, suppressions
}
