import struct Foundation.Date

/// One place that credentials may be in.
protocol CredentialProvider: Sendable {
  /// Looks there.
  ///
  /// - Returns: `nil` when nothing there speaks of credentials, so that the next place is asked.
  /// - Throws: ``CredentialError`` when the place was meant and cannot be used.
  func find(now: Date) async throws -> Credentials?
}
