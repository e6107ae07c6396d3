import Services

/// The bodies of dead letters that were looked at: one is looked for on the queue once, since it does not change, and looking
/// hides it from others for a moment.
actor LetterBodies {
  private let desk: DeadLetterDesk
  private var known: [String: String] = [:]
  private static let most = 100

  init(_ desk: DeadLetterDesk) { self.desk = desk }

  /// A letter's body; `nil` when the queue does not show it, as to those who only look.
  func body(of id: String) async -> String? {
    if let body = known[id] { return body }
    // The letter is shown without it then, and the queue's own trouble is told of where it is.
    guard let body = try? await desk.body(of: id) else { return nil }
    if known.count >= Self.most { known.removeAll() }
    known[id] = body
    return body
  }
}
