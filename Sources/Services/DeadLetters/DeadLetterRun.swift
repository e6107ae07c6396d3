import Model
import Ports

/// What a redrive or a discard has done so far, letter by letter.
///
/// A letter that is met again, because it could not be deleted or because it showed before it was, is only deleted: it is
/// acted on, and counted, once.
struct DeadLetterRun {
  /// Where a letter stands.
  private enum Standing {
    case refused, acted, deleted
  }

  private let deed: LetterRun.Deed
  private let chosen: Set<String>?
  private var standings: [String: Standing] = [:]
  private var refusal: QueueError?
  private var remnant: QueueError?
  private var failure: QueueError?
  private var isStopped = false
  /// The recipients in the letters acted on.
  private(set) var recipients = 0

  /// Makes a run for the chosen letters; `nil` for all.
  ///
  /// - Parameter deed: what is done with them.
  init(_ deed: LetterRun.Deed, _ chosen: Set<String>?) {
    self.deed = deed
    self.chosen = chosen
  }

  /// The letters acted on.
  var letters: Int { standings.values.count { $0 != .refused } }

  /// Whether nothing is left to do, as far as that can be told without another look.
  var isOver: Bool { failure != nil || isStopped || (chosen?.allSatisfy { standings[$0] == .deleted } ?? false) }

  /// Whether a letter is to be acted on, or to be deleted.
  func wants(_ id: String) -> Bool { standings[id] != .refused && chosen?.contains(id) ?? true }

  /// Whether a letter only has to be deleted.
  func hasActed(on id: String) -> Bool { standings[id] == .acted || standings[id] == .deleted }

  mutating func note(_ id: String, _ outcome: Result<Int, QueueError>) {
    switch outcome {
    case .success(let count):
      standings[id] = .acted
      recipients += count
    case .failure(let error):
      standings[id] = .refused
      refusal = refusal ?? error
    }
  }

  mutating func noteDelete(_ id: String, _ error: QueueError?) {
    if let error { remnant = remnant ?? error } else { standings[id] = .deleted }
  }

  /// Ends the run: nothing more is wanted of it.
  mutating func stop() { isStopped = true }

  /// Ends the run: the queue itself failed.
  mutating func end(_ error: QueueError) { failure = failure ?? error }

  /// Says what was done and what was not; `nil` when all went well.
  func error(queue: String) -> QueueError? {
    let refused = standings.values.count { $0 == .refused }
    let remnants = standings.values.count { $0 == .acted }
    guard let first = failure ?? (remnants > 0 ? remnant : nil) ?? (refused > 0 ? refusal : nil) else { return nil }
    return QueueError(
      first.code, queue: queue, first.fault,
      after: LetterRun(deed, done: letters, remnants: remnants, refused: refused), underlying: first.underlying)
  }
}
