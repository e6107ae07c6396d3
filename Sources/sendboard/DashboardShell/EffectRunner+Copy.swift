import Dashboard
import EventStore
import Model

/// What is read only to be copied.
extension EffectRunner {
  /// Reads it; a failure is an answer too.
  func run(_ gathering: Gathering) async -> Action {
    do { return .gathered(gathering, try await read(gathering)) } catch {
      return .gatherFailed(gathering, Problem(error))
    }
  }

  private func read(_ gathering: Gathering) async throws -> Gathered {
    switch gathering {
    case .addresses(let query, let limit):
      guard let addresses = try await root.store.addresses(query, bytes: limit) else { return .tooMuch }
      return .text(addresses.joined(separator: "\n"), count: addresses.count)
    case .document(let id):
      guard let entry = try await root.store.quarantined(id) else { return .gone }
      return .text(entry.listed(limit: entry.bytes.count), count: 1)
    }
  }
}
