/// The requests to one host: so many under way, the others in line.
///
/// libcurl has a limit of its own, but those that wait for it there have no time-out.
final class HTTPLane {
  var active = 0
  /// Holds those that came first, the very first at the end; when it is empty, it takes the others.
  private var front: [HTTPSubmission] = []
  private var back: [HTTPSubmission] = []

  /// Finds the first time at which somebody in line has waited long enough.
  var nextDeadline: ContinuousClock.Instant? {
    [front, back].joined().lazy.map(\.ticket.deadline).min()
  }

  func append(_ submission: HTTPSubmission) {
    back.append(submission)
  }

  func popFirst() -> HTTPSubmission? {
    if front.isEmpty {
      front = back.reversed()
      back.removeAll()
    }
    return front.popLast()
  }

  /// Takes out those that fit.
  func remove(where isUnwanted: (HTTPSubmission) -> Bool) -> [HTTPSubmission] {
    let removed = [front, back].joined().filter(isUnwanted)
    guard !removed.isEmpty else { return [] }
    front.removeAll(where: isUnwanted)
    back.removeAll(where: isUnwanted)
    return removed
  }
}
