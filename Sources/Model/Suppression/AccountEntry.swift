/// What the provider's own list says of an address, for the whole account.
package struct AccountEntry: Equatable, Sendable {
  /// Why it may be on it.
  package enum Reason: String, CaseIterable, Equatable, Sendable {
    case bounce, complaint
  }

  /// The address.
  package var address: String
  /// Where the list is kept: each region has its own.
  package var region: String
  /// Why it is on the list, as the provider says; `nil` when it is not on it.
  package var reason: String?
  /// Since when.
  package var since: Timestamp?

  /// Makes an entry.
  package init(address: String, region: String, reason: String? = nil, since: Timestamp? = nil) {
    (self.address, self.region, self.reason, self.since) = (address, region, reason, since)
  }
}
