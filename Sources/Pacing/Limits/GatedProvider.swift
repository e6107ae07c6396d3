package import Model
package import Ports

/// A provider whose calls are permitted by a ``ProviderGate`` alone.
package protocol GatedProvider: Provider {
  /// What permits calls.
  var gate: ProviderGate { get }
}

extension GatedProvider {
  /// Waits until it can be used.
  package func ready() async throws -> Refusal? {
    _ = try await gate.permit(upTo: 0)
    return nil
  }

  /// Waits until it can be used.
  package func permit(upTo recipients: Int) async throws -> Admission {
    .granted(try await gate.permit(upTo: recipients))
  }

  /// Permits a call at once, where it can be used.
  package func permitNow(upTo recipients: Int) async -> Permit? { await gate.permitNow(upTo: recipients) }
}
