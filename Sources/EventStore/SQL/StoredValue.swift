import GRDB
import Model

/// Reads values that a column holds by their codes.
enum StoredValue {
  /// - Throws: ``StoreError`` with `corrupt` for a code that no version wrote: a guess would be shown as a fact.
  static func read<Value: RawRepresentable>(_ code: Value.RawValue, _ type: Value.Type = Value.self) throws -> Value {
    guard let value = Value(rawValue: code) else {
      throw StoreError(.corrupt, .strangeCode("\(code)", type: "\(type)"))
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

  /// The same of a column by its position.
  ///
  /// - Throws: ``StoreError`` with `corrupt`.
  func known<Value: RawRepresentable>(_ column: Int, _ type: Value.Type = Value.self) throws -> Value
  where Value.RawValue: DatabaseValueConvertible & StatementColumnConvertible {
    try StoredValue.read(self[column])
  }
}
