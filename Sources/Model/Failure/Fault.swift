/// What is wrong with something that this process depends on: a code with arguments, which a screen words in its reader's
/// language, and which processes tell each other.
package enum Fault: Hashable, Sendable {
  /// What other things may be told of too.
  case reason(OwnReason)
  /// A call of a service's failed. The call is named as its service's support wants it: `SQS ReceiveMessage, request 4f…`;
  /// `said` is what was said of it where it happened: by the service, by the network.
  case call(CallProblem, call: String, said: String)
  /// A call of a broker's failed; `said` is what was said of it where it happened.
  case broker(BrokerProblem, name: String, said: String)
  /// The file of the embedded queue cannot be used; `said` is who has it locked, or SQLite's words.
  case queueFile(QueueFileProblem, path: String, said: String)
  /// What only queues have.
  case queue(QueueFault)
  /// Somebody else's words, as they are.
  case said(String)
}

extension Fault {
  /// Whether it is no disorder: the provider takes less for a while, and what it turned away goes out later.
  package var passesByItself: Bool {
    switch self {
    case .reason(.throttled), .reason(.throttledTo): true
    case .reason, .call, .broker, .queueFile, .queue, .said: false
    }
  }

  private enum Code: String {
    case call, broker, queueFile
  }

  /// What is stored.
  package var stored: String {
    switch self {
    case .reason(let reason): reason.stored
    case .call(let problem, let call, let said):
      StoredText(code: Code.call.rawValue, arguments: [problem.rawValue, call, said]).text
    case .broker(let problem, let name, let said):
      StoredText(code: Code.broker.rawValue, arguments: [problem.rawValue, name, said]).text
    case .queueFile(let problem, let path, let said):
      StoredText(code: Code.queueFile.rawValue, arguments: [problem.rawValue, path, said]).text
    case .queue(let fault): fault.stored
    case .said(let words): words
    }
  }

  /// Reads what is stored, by this version or one before.
  package init(stored: String) {
    if let text = StoredText(stored, places: 3), let code = Code(rawValue: text.code), text.arguments.count == 3 {
      let (name, first, said) = (text.arguments[0], text.arguments[1], text.arguments[2])
      let fault: Fault? =
        switch code {
        case .call: CallProblem(rawValue: name).map { .call($0, call: first, said: said) }
        case .broker: BrokerProblem(rawValue: name).map { .broker($0, name: first, said: said) }
        case .queueFile: QueueFileProblem(rawValue: name).map { .queueFile($0, path: first, said: said) }
        }
      self = fault ?? .said(stored)
    } else {
      self =
        OwnReason(stored: stored).map { .reason($0) } ?? QueueFault(stored: stored).map { .queue($0) }
        ?? .said(stored)
    }
  }

  /// What the log and the command line say.
  package var sentence: String {
    switch self {
    case .reason(let reason): reason.sentence
    // What happened comes first: the end of a line may be cut off.
    case .call(let problem, let call, let said): "\(said.isEmpty ? problem.rawValue : said) (\(call))"
    case .broker(let problem, let name, let said): "\(said.isEmpty ? problem.rawValue : said) (\(name))"
    case .queueFile(let problem, let path, let said): Self.sentence(problem, path) + (said.isEmpty ? "" : " (\(said))")
    case .queue(let fault): fault.sentence
    case .said(let words): words
    }
  }

  private static func sentence(_ problem: QueueFileProblem, _ path: String) -> String {
    switch problem {
    case .newerVersion: "\(path) was written by a newer Sendboard"
    case .corrupt: "\(path) is damaged or not a queue file; move it away"
    case .readOnly: "the queue file \(path) or its folder cannot be written; check its permissions"
    case .diskFull: "the disk of \(path) is full or fails: free some space; nothing stored was lost"
    case .busy: "the queue file \(path) is locked by other processes: try again"
    case .unavailable: "the queue file \(path) cannot be used"
    }
  }
}

/// What only queues are told of.
package enum QueueFault: OwnText {
  /// It does not answer, and whoever asked was told to stop.
  case noAnswerBeforeStop
  /// Somebody else has received the message, or it is no longer in flight.
  case receivedAgain
  /// A letter showed again before it was dealt with.
  case shownAgain
  /// The queue's own list leaves out the task that moves its messages.
  case moveUnlisted
  /// The queue stopped moving messages: its word for how, how many it had moved, and its reason.
  case moveStopped(String, moved: String, why: String)

  /// What is stored for each.
  package enum Code: String, OwnCode {
    case noAnswerBeforeStop, receivedAgain, shownAgain, moveUnlisted, moveStopped
  }

  /// Each code with its sentence.
  package static let phrases = Code.allCases.map { (code: $0, phrase: $0.phrase) }

  /// The code and its arguments.
  package var parts: (code: Code, arguments: [String]) {
    switch self {
    case .noAnswerBeforeStop: (.noAnswerBeforeStop, [])
    case .receivedAgain: (.receivedAgain, [])
    case .shownAgain: (.shownAgain, [])
    case .moveUnlisted: (.moveUnlisted, [])
    case .moveStopped(let status, let moved, let why): (.moveStopped, [status, moved, why])
    }
  }

  /// Makes a fault of what was stored; `nil` when the arguments are not the code's.
  package init?(_ code: Code, _ arguments: [String]) {
    guard arguments.count == code.phrase.places else { return nil }
    self =
      switch code {
      case .noAnswerBeforeStop: .noAnswerBeforeStop
      case .receivedAgain: .receivedAgain
      case .shownAgain: .shownAgain
      case .moveUnlisted: .moveUnlisted
      case .moveStopped: .moveStopped(arguments[0], moved: arguments[1], why: arguments[2])
      }
  }
}

extension QueueFault.Code {
  /// What the log and the command line say.
  package var phrase: Phrase {
    switch self {
    case .noAnswerBeforeStop: "no answer, and this process was told to stop"
    case .receivedAgain: "the message was received again, or is no longer in flight"
    case .shownAgain: "the queue took longer than a letter stays hidden"
    case .moveUnlisted: "SQS does not list the task that moves its messages; it was started and may be at work"
    case .moveStopped: "SQS stopped moving messages ({}) after {}: {}"
    }
  }
}
