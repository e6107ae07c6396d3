/// The moments at which those who look again and again are woken together: each wake of its own costs two threads of
/// Dispatch, which is nearly all that a process at rest does.
enum Beat {
  private static let strokes: [Duration] = [
    .seconds(8), .seconds(4), .seconds(2), .seconds(1), .milliseconds(500), .milliseconds(250), .milliseconds(125),
  ]

  /// The roundest moment about a span after another one.
  ///
  /// - Parameters:
  ///   - past: counted from a beginning that all share.
  ///   - span: what the moment is off, a quarter of it or of a second less at most, half of it more at most.
  static func moment(from past: Duration, after span: Duration) -> Duration {
    let due = past + span
    let (earliest, latest) = (due - min(span, .seconds(1)) / 4, due + span / 2)
    for stroke in strokes {
      let rest = Duration.nanoseconds(latest.nanoseconds % stroke.nanoseconds)
      if latest - rest >= earliest { return latest - rest }
    }
    return due
  }
}

extension Duration {
  fileprivate var nanoseconds: Int64 { components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000 }
}
