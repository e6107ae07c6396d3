import AWS
import Cloud
import Dashboard
import EventStore
import Model
import Ports
import Provisioning
import Sandbox
import Words

extension Problem {
  /// What a screen says of an error: by its code, with what it tells itself as the detail.
  init(_ error: any Error) {
    if let error = error as? CommandError {
      let below = error.underlying.flatMap { Problem(known: $0) }
      switch error.text {
      // What is only a command line's is still known by the error below.
      case nil: self = below ?? Problem(.foreign(error.description))
      case .eventLetters?: self.init(.eventLetters, detail: below?.detail)
      case let text?: self.init(text)
      }
    } else {
      self = Problem(known: error) ?? Problem(.foreign("\(error)"))
    }
  }

  /// Names an error of a type that has codes; `nil` for another.
  private init?(known error: any Error) {
    switch error {
    case let error as StoreError: self.init(.store(error.code), detail: .store(error.detail))
    case let error as QueueError:
      self.init(
        .queue(error.code, error.queue), detail: error.run.map { .run($0, error.fault) } ?? .fault(error.fault))
    case let error as QueueStoreError: self.init(.queueFile(error.code), detail: .fault(error.fault))
    case let error as AWSError: self.init(.aws(CallProblem(error.code), call: error.call), detail: .fault(Fault(error)))
    case let error as ProvisionError: self.init(.provisioning(error.code), detail: .said(error.context))
    default: return nil
    }
  }
}
