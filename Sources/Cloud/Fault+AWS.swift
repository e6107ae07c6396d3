package import AWS
package import Model

extension Fault {
  /// Tells of a call that failed.
  package init(_ error: AWSError) { self = .call(CallProblem(error.code), call: error.call, said: error.said) }
}

extension CallProblem {
  /// What became of a call, without AWS's name for it.
  package init(_ code: AWSError.Code) {
    self =
      switch code {
      case .throttled: .throttled
      case .dailyQuotaExceeded: .dailyQuotaExceeded
      case .accountSuspended: .accountSuspended
      case .sendingPaused: .sendingPaused
      case .messageRejected: .messageRejected
      case .accessDenied: .accessDenied
      case .expiredCredentials: .expiredCredentials
      case .invalidCredentials: .invalidCredentials
      case .noCredentials: .noCredentials
      case .clockSkew: .clockSkew
      case .notFound: .notFound
      case .alreadyExists: .alreadyExists
      case .conflict: .conflict
      case .limitExceeded: .limitExceeded
      case .unsupported: .unsupported
      case .invalidRequest: .invalidRequest
      case .unavailable: .unavailable
      case .brokenAnswer: .brokenAnswer
      case .redirected: .redirected
      case .unreachable: .unreachable
      case .timedOut: .timedOut
      case .connectionLost: .connectionLost
      case .cancelled: .cancelled
      case .other: .other
      }
  }
}
