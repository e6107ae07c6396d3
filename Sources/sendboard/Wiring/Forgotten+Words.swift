import EventStore
import Model

extension Forgotten {
  /// What is said of it in the log: no number that is not known.
  func words(of store: String) -> String {
    [state(of: store) + ": " + people, lostCampaigns].compactMap(\.self).joined(separator: "; ")
  }

  private func state(of store: String) -> String {
    switch cause {
    case .earlier: "the store \(store) was put back to an earlier state"
    case .earlierUnrecorded:
      "the store \(store) was put back to an earlier state, or a copy of it has sent: not all that was sent since then is on record"
    case .withoutRecord: "the store \(store) has no record of its claims beside it, as after a copy of the one file"
    case .copySent: "a copy of the store \(store) has sent meanwhile"
    }
  }

  private var people: String {
    if messages > 0 {
      return
        "\(counted(messages, "message")) may have been sent since then and \(messages == 1 ? "is" : "are") uncertain: see "
        + "'sendboard messages --status uncertain', and settle them"
    }
    return cause == .earlier
      ? "nobody who is in it was sent to since then" : "nobody in it waited, and so nobody becomes uncertain"
  }

  private var lostCampaigns: String? {
    guard !campaigns.isEmpty else { return nil }
    let (one, names) = (campaigns.count == 1, campaigns.map(\.description).joined(separator: ", "))
    let most = recipients.map { "; at most \(counted($0, "message"))" } ?? ""
    return
      "\(counted(campaigns.count, "campaign")) sent since then \(one ? "is" : "are") not in it (\(names)\(most)): do not "
      + "send \(one ? "it" : "them") again"
  }
}
