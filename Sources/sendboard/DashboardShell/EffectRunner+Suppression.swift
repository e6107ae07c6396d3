import AWS
import Dashboard
import EventStore
import Model
import Ports
import SQLiteKit
import Synchronization
import Words

/// Remembers the people whom a scope was found to name, so that nobody else is put on the list.
final class CountedPeople: Sendable {
  private let last = Mutex<(scope: Scope, people: AudienceStaging)?>(nil)

  func remember(_ scope: Scope, _ people: AudienceStaging) { last.withLock { $0 = (scope, people) } }

  /// Who was found, if the scope is the last one.
  func people(_ scope: Scope) -> AudienceStaging? { last.withLock { $0?.scope == scope ? $0?.people : nil } }
}

/// Whom nothing is sent to.
extension EffectRunner {
  /// Finds everybody whom a scope names, each once, on disk: however many they are.
  func countPeople(_ scope: Scope) async throws -> Action {
    let people = try AudienceStaging(folder: root.folder)
    switch MessageExport.Source(scope, root.store) {
    case .named(let ids):
      let addresses = try await root.store.messages(ids).map { (address: $0.address, values: [String]()) }
      try await onThreadOfItsOwn { try people.add(addresses) }
    case .walk(var walk):
      var page: [(address: String, values: [String])] = []
      while let next = try await walk.next() {
        page.append((next.address, []))
        guard page.count == MessageExport.pageSize else { continue }
        let full = page
        page.removeAll(keepingCapacity: true)
        try await onThreadOfItsOwn { try people.add(full) }
      }
      let rest = page
      try await onThreadOfItsOwn { try people.add(rest) }
    }
    let now = root.clock.now()
    let listed = try await root.store.suppressed(in: people, listing: 0, now: now).count
    let sample = try people.addresses(upTo: ScopeCount.sampleSize)
    self.people.remember(scope, people)
    return .peopleCounted(scope, people.recipients, listed: listed, sample: sample)
  }

  /// Puts everybody on the list who was found.
  func suppressAll(_ scope: Scope, people count: Int) async throws -> CommandResult {
    guard let people = people.people(scope), people.recipients == count else {
      throw CommandError(.othersFound)
    }
    let (now, name) = (root.clock.now(), root.settings.operator)
    let new = try await root.store.suppress(
      people, condition: scope.record, operator: name, now: now)
    return CommandResult(count: count, note: .newOnList(new))
  }

  /// Looks an address up on SES's own list.
  func account(_ address: String) async throws -> AccountEntry {
    let list = try SESAccountList(root.settings.cloud)
    let found = try await list.entry(address)
    return AccountEntry(
      address: address, region: list.region, reason: found?.reason,
      since: found.map { Timestamp(milliseconds: Int64($0.since * 1000)) })
  }

  /// Puts an address on SES's own list, or takes it off.
  ///
  /// - Parameter reason: why it is put there; `nil` to take it off.
  func change(_ address: String, atAccountFor reason: AccountEntry.Reason?) async throws -> CommandResult {
    let list = try SESAccountList(root.settings.cloud)
    switch reason {
    case .bounce: try await list.add(address, for: .bounce, in: root)
    case .complaint: try await list.add(address, for: .complaint, in: root)
    case nil: try await list.remove(address, in: root)
    }
    return CommandResult(count: 1)
  }
}
