/// Everything that was ever sent to an address, over all campaigns and other programs.
package struct PersonHistory: Equatable, Sendable {
  /// The address that was asked for; letters' cases do not tell addresses apart here.
  package var address: String
  /// The newest messages, newest first.
  package var messages: [MessageSummary]
  /// Counts all of them.
  package var total: Int
  /// What this store's own list says of the address; `nil` when it is not on it.
  package var listed: Suppression?

  /// What stands against sending to the address, by what the messages met with.
  package enum Obstacle: Equatable, Sendable {
    /// It is on this store's own list.
    case listed(Suppression)
    /// The provider did not even try, for a list of its own.
    case suppressed(list: String, at: Timestamp)
    case complained(at: Timestamp)
    case hardBounced(at: Timestamp)

    /// When it was met with.
    package var at: Timestamp {
      switch self {
      case .listed(let entry): entry.since
      case .suppressed(_, let at), .complained(let at), .hardBounced(let at): at
      }
    }
  }

  /// Makes a history from its parts.
  package init(address: String, messages: [MessageSummary], total: Int, listed: Suppression? = nil) {
    (self.address, self.messages, self.total, self.listed) = (address, messages, total, listed)
  }

  /// The gravest obstacle that is known, at its latest: that it is on the own list, that the provider does not try, then a complaint, then a bounce for
  /// good. `nil` when none is known; the provider's own list is not read.
  package var obstacle: Obstacle? {
    func last(_ status: MessageStatus) -> MessageSummary? {
      messages.filter { $0.status == status }.max { $0.updatedAt < $1.updatedAt }
    }
    if let listed { return .listed(listed) }
    // What this store kept back itself says nothing once the address is off its list.
    if let message = last(.suppressed), message.classification?.isOwnList != true {
      let its = message.classification
      let list = its.map { $0.subtype.isEmpty ? $0.cause : $0.subtype } ?? ""
      return .suppressed(list: list, at: message.updatedAt)
    }
    if let message = last(.complained) { return .complained(at: message.updatedAt) }
    return last(.hardBounced).map { .hardBounced(at: $0.updatedAt) }
  }

  /// When a mail to it was known to have arrived after a time; the latest.
  package func arrival(after time: Timestamp) -> Timestamp? {
    messages.filter { [.delivered, .opened, .clicked].contains($0.status) && $0.updatedAt > time }.map(\.updatedAt)
      .max()
  }

  /// Counts those that are still to go or under way.
  package var underWay: Int {
    messages.count { $0.campaign != nil && [.queued, .sending].contains($0.status) }
  }
}
