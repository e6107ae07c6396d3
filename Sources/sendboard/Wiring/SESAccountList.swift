import AWS
import Cloud
import EventStore
import Model
import Ports

/// The list of the account, as far as it can be asked for.
struct SESAccountList {
  let client: SESClient
  /// Where its list is looked at.
  let region: String

  /// - Throws: ``CommandError`` when mail does not go out by SES.
  init(_ settings: CloudSettings) throws {
    guard settings[.email] == .ses else {
      throw CommandError("the list is SES's, and the provider of email is \(settings[.email].rawValue)")
    }
    let cloud = try AWSConnection(settings)
    (client, region) = (try cloud.ses, try cloud.region)
  }

  /// What SES has of an address; `nil` when it is not on the list.
  ///
  /// - Throws: ``CommandError``.
  func entry(_ address: String) async throws -> SESSuppressedDestination? {
    let plain = try plain(address)
    do { return try await client.getSuppressedDestination(plain) } catch  where error.code == .notFound {
      return nil
    } catch { throw Self.explained(error) }
  }

  /// Puts an address on the list.
  ///
  /// - Throws: ``CommandError``.
  func add(_ address: String, for reason: SESSuppressedDestination.Reason, in root: CompositionRoot) async throws {
    try await change(address, .suppress, .suppressedAtSES(for: reason.rawValue.lowercased()), root) {
      try await client.putSuppressedDestination(try plain(address), for: reason)
    }
  }

  /// Takes an address off the list.
  ///
  /// - Throws: ``CommandError``.
  func remove(_ address: String, in root: CompositionRoot) async throws {
    try await change(address, .unsuppress, .unsuppressedAtSES, root) {
      try await client.deleteSuppressedDestination(try plain(address))
    }
  }

  /// Makes a change at SES. It is on record before: what ends the process meanwhile must not take from the record that
  /// somebody asked for it.
  private func change(
    _ address: String, _ action: OperatorAction, _ record: OwnRecord, _ root: CompositionRoot,
    _ act: () async throws -> Void
  ) async throws {
    func note(_ result: OwnRecord, _ count: Int) async throws {
      try await root.store.addHistory(
        HistoryEntry(
          at: root.clock.now(), operator: root.settings.operator, action: action, campaign: nil, condition: address,
          count: count, result: result.sentence))
    }
    try await note(record, 1)
    do { try await act() } catch {
      let refused = Self.explained(error)
      // The error itself matters more.
      try? await note(.brokeOff("\(refused)"), 0)
      throw refused
    }
  }

  /// The address as SES has it.
  ///
  /// - Throws: ``CommandError`` when SES cannot have it.
  private func plain(_ address: String) throws -> String {
    guard let plain = SESAddress(address)?.text else {
      throw CommandError("SES takes no address such as \(address): nothing was changed")
    }
    return plain
  }

  private static func explained(_ error: any Error) -> CommandError {
    if let error = error as? CommandError { return error }
    guard let error = error as? AWSError else { return CommandError("\(error)", underlying: error) }
    return CommandError("the list of the SES account: \(error): \(error.remedy)", underlying: error)
  }
}
