/// The parts of the questions that come before something is done.
package enum QuestionText: Equatable, Sendable {
  case resend, countingResendable(Duration)
  case resendIn(String), resendOnce(Int, scope: String?), resendVerb
  /// What else there is to choose when something was refused for a policy of the receiving server.
  case policyRefused(Int), resendWithoutPolicy(Int), resendWithPolicy, whyLeftAlone, leaveResend
  /// One person is on the suppression list, and may be sent to all the same.
  case isOnList, resendDespiteList, despiteListMeans(list: String)
  case policyMended, policyNever, leftAloneKey
  case resume(String), resumeGoes(Int), breakerHolds(String), subject(String), resumeVerb
  case cancel(String), cancelNever(Int, at: String?), cancelGoesOn(pause: String), cancelInFlight(Int, at: String?),
    cancelVerb
  case dropDraft(String), dropDraftMeans, dropDraftVerb
  case quit, quitInFlight(Int, at: String), quitKept, quitRemoved, quitVerb
  case discard(Int), discardMeans(recipients: Int), discardRest(resend: String), discardVerb
  case redrive(Int), redriveMeans(recipients: Int), redriveVerb
  case redriveEvents(Int), eventsMissing, nothingIsSent, redriveEventsVerb
  case drop(Int), dropMeans, dropVerb
  case batchOf(batch: String?, campaign: String?), more(Int)
  case takeBack(Int), takeBackMeans, takeBackVerb
  case settle(Int), settleMeans, settleByItself, othersNotUncertain(Int)
  case settleSent, settleNotSent, decideLater
  case sendAgain(Int), sendAgainMeans, sendAgainVerb
  case takeForSent(Int), takeForSentMeans(settle: String), takeForSentVerb
  case launch(Int, again: Bool), launchVerb(Int)
}
