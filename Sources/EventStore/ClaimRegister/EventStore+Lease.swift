import GRDB
package import Model

/// Until when a claim is its worker's: written with the claim, by the claimer's settings, on the host's own clock. Neither
/// another process's visibility timeout nor its wall clock makes it longer or shorter.
///
/// No part of the journal. A lease of before the host's last start is over: nobody lives who could hold it.
struct Lease {
  var until: HostTime
  var boot: Int64

  /// The longest there is: half of SQS's longest visibility timeout. What lies further ahead is no lease.
  static let longest = Duration.seconds(6 * 3600)

  /// The condition under which the lease of a `message` is over; its arguments are ``Now``'s.
  static let isOver = "(leaseBoot IS NOT :boot OR leaseUntil <= :now OR leaseUntil > :limit)"

  /// This moment, as the condition wants it.
  struct Now {
    var time: HostTime
    var boot: Int64

    var arguments: StatementArguments {
      ["boot": boot, "now": time.milliseconds, "limit": (time + Lease.longest).milliseconds]
    }

    func isOver(until: Int64?, boot: Int64?) -> Bool {
      guard let until, boot == self.boot else { return true }
      return until <= time.milliseconds || until > (time + Lease.longest).milliseconds
    }
  }
}

extension EventStore {
  /// The time for leases.
  ///
  /// - Parameter now: what stands in for the host's clock where the store was given none.
  func leaseTime(_ now: Timestamp) -> Lease.Now {
    guard let host else { return Lease.Now(time: HostTime(milliseconds: now.milliseconds), boot: 0) }
    return Lease.Now(time: host.now(), boot: host.boot)
  }

  /// Keeps claims young while their call goes on: a worker that lives must not be taken for dead, however long it takes.
  ///
  /// - Parameter lease: for how long from now on.
  /// - Throws: ``StoreError``.
  package func renewClaims(_ messages: [MessageID], now: Timestamp, lease: Duration) async throws {
    try await write { [self] db in
      let time = leaseTime(now)
      let statement = try db.cachedStatement(
        sql: "UPDATE message SET leaseUntil = ?, leaseBoot = ? WHERE id = ? AND status = ?")
      for message in messages {
        try statement.execute(arguments: [
          (time.time + lease).milliseconds, time.boot, message.rawValue, MessageStatus.sending.rawValue,
        ])
      }
    }
  }
}
