import GRDB

/// Reads values that a column holds by their codes.
enum StoredValue {
  /// - Throws: ``StoreError`` with `corrupt` for a code that no version wrote: a guess would be shown as a fact.
  static func read<Value: RawRepresentable>(_ code: Value.RawValue, _ type: Value.Type = Value.self) throws -> Value {
    guard let value = Value(rawValue: code) else {
      throw StoreError(
        .corrupt,
        "the store holds the code '\(code)' for a \(type), which no version of Sendboard writes: it is damaged")
    }
    return value
  }
}

extension Row {
  /// - Throws: ``StoreError`` with `corrupt`.
  func known<Value: RawRepresentable>(_ column: String, _ type: Value.Type = Value.self) throws -> Value
  where Value.RawValue: DatabaseValueConvertible & StatementColumnConvertible {
    try StoredValue.read(self[column])
  }
}
