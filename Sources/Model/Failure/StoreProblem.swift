/// What may be wrong with a store.
package enum StoreProblem: String, CaseIterable, Sendable {
  /// The file cannot be created or opened.
  case cannotOpen
  /// The folder or file may be read but not written.
  case readOnly
  /// The disk is full, or fails.
  case diskFull
  /// The file is damaged, or not a Sendboard store.
  case corrupt
  /// A newer Sendboard wrote it.
  case newerVersion
  /// Another process kept it locked for too long.
  case locked
  /// Another file has taken its place, or none, while it was in use.
  case replaced
  /// It is an earlier state than the one whose claims are on record.
  case wentBack
  /// The thing asked for does not exist.
  case notFound
  /// What was asked for may be one of several things.
  case ambiguous
  /// The thing asked for is not allowed in the present state.
  case notAllowed
  /// Any other failure of the database.
  case failed
}
