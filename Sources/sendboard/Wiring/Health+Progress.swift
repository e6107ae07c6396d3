import Model

extension Health {
  /// One line for `--drain` and `--headless`.
  var progress: String {
    func total(_ depths: QueueDepths?) -> String { depths.map { String($0.total) } ?? "?" }
    let line = "send queue \(total(sendQueue)), events \(total(eventQueue)), \(Int(rate)) messages/s"
    return faults.first.map { "\(line); \($0.component): \($0.problem.sentence)" } ?? line
  }
}
