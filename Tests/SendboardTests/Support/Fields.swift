import Foundation
import Testing

/// The type of a documented field of a command's JSON.
enum Field: Sendable {
  case string, integer, flag, time, object
  /// A string or null.
  case text
  /// An object or null.
  case maybeObject

  func admits(_ value: Any?) -> Bool {
    switch self {
    case .string: value is String
    case .text: value is String || value is NSNull
    case .flag: value is Bool
    case .integer: value is Int
    case .object: value is [String: Any]
    case .maybeObject: value is [String: Any] || value is NSNull
    case .time:
      // ISO 8601, UTC, with milliseconds.
      (value as? String)?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil
    }
  }

  /// Expects every field to be there with its type.
  static func expect(
    _ object: [String: Any]?, _ fields: [String: Field], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (name, field) in fields {
      #expect(
        field.admits(object?[name]), "\(name) is \(String(describing: object?[name])), not \(field)",
        sourceLocation: sourceLocation)
    }
  }
}
