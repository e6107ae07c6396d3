/// What may become of a call of a service that somebody else runs.
package enum CallProblem: String, CaseIterable, Sendable {
  case throttled, dailyQuotaExceeded, accountSuspended, sendingPaused, messageRejected, accessDenied
  case expiredCredentials, invalidCredentials, noCredentials, clockSkew, notFound, alreadyExists, conflict
  case limitExceeded, unsupported, invalidRequest, unavailable, brokenAnswer, redirected, unreachable, timedOut
  case connectionLost, cancelled, other
}

/// What may become of a call of a broker of texts.
package enum BrokerProblem: String, CaseIterable, Sendable {
  /// It wants fewer calls; it does not take what it is called with; it fails of its own.
  case throttled, accessDenied, unavailable
  /// Its answer is none that its file describes.
  case brokenAnswer
  /// It was not reached, did not answer in time, or the connection broke off.
  case unreachable, timedOut, connectionLost
  /// The call was broken off here, or could not be made.
  case cancelled, invalidRequest
}

/// What may keep the service's side from the wanted state.
package enum ProvisioningProblem: String, CaseIterable, Sendable {
  /// A name cannot be used.
  case invalidName
  /// What is there cannot be read, and so cannot be changed without loss.
  case unreadable
  /// A call was refused.
  case refused
}
