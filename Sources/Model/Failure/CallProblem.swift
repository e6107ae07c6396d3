/// What may become of a call of a service that somebody else runs.
package enum CallProblem: String, CaseIterable, Sendable {
  case throttled, dailyQuotaExceeded, accountSuspended, sendingPaused, messageRejected, accessDenied
  case expiredCredentials, invalidCredentials, noCredentials, clockSkew, notFound, alreadyExists, conflict
  case limitExceeded, unsupported, invalidRequest, unavailable, brokenAnswer, redirected, unreachable, timedOut
  case connectionLost, cancelled, other
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
