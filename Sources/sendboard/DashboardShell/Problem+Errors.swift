import AWS
import Dashboard
import EventStore
import Ports
import Provisioning
import Sandbox
import Words

extension Problem {
  /// What a screen says of an error: by its code, with what it tells itself as the detail.
  init(_ error: any Error) {
    switch error {
    case let error as CommandError:
      switch error.text {
      case nil: self.init(.foreign(error.description))
      case .eventLetters?: self.init(.eventLetters, detail: error.underlying.map { "\($0)" })
      case let text?: self.init(text)
      }
    case let error as StoreError: self.init(.store(StoreProblem(error.code)), detail: error.context)
    case let error as QueueError:
      self.init(.queue(QueueProblem(error.code), error.queue), detail: Self.detail(error.context, error.underlying))
    case let error as QueueStoreError: self.init(.queueFile(QueueFileProblem(error.code)), detail: error.context)
    case let error as AWSError:
      self.init(.aws(AWSProblem(error.code), call: "\(error.service) \(error.operation)"), detail: error.causeFirst)
    case let error as ProvisionError:
      self.init(.provisioning(ProvisioningProblem(error.code)), detail: Self.detail(error.context, error.underlying))
    default: self.init(.foreign("\(error)"))
    }
  }

  private static func detail(_ context: String, _ underlying: (any Error)?) -> String {
    context + (underlying.map { " (\($0))" } ?? "")
  }
}

extension StoreProblem {
  init(_ code: StoreError.Code) {
    self =
      switch code {
      case .cannotOpen: .cannotOpen
      case .readOnly: .readOnly
      case .diskFull: .diskFull
      case .corrupt: .corrupt
      case .newerVersion: .newerVersion
      case .locked: .locked
      case .replaced: .replaced
      case .wentBack: .wentBack
      case .notFound: .notFound
      case .ambiguous: .ambiguous
      case .notAllowed: .notAllowed
      case .failed: .failed
      }
  }
}

extension QueueProblem {
  init(_ code: QueueError.Code) {
    self =
      switch code {
      case .invalidRequest: .invalidRequest
      case .staleReceipt: .staleReceipt
      case .noSuchQueue: .noSuchQueue
      case .accessDenied: .accessDenied
      case .unavailable: .unavailable
      case .cannotWrite: .cannotWrite
      }
  }
}

extension QueueFileProblem {
  init(_ code: QueueStoreError.Code) {
    self =
      switch code {
      case .newerVersion: .newerVersion
      case .corrupt: .corrupt
      case .readOnly: .readOnly
      case .diskFull: .diskFull
      case .busy: .busy
      case .unavailable: .unavailable
      }
  }
}

extension AWSProblem {
  init(_ code: AWSError.Code) {
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

extension ProvisioningProblem {
  init(_ code: ProvisionError.Code) {
    self =
      switch code {
      case .invalidName: .invalidName
      case .unreadable: .unreadable
      case .refused: .refused
      }
  }
}
