import Foundation

extension String {
  /// The text as SQLite's C interface can hold it: U+FFFD for each NUL, at which others who read it would end it.
  public var withoutNUL: String {
    var text = self
    guard text.withUTF8({ bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }) else {
      return self
    }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
  }
}
