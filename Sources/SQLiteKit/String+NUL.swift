public import Foundation

extension String {
  /// Puts U+FFFD for each NUL, which SQLite's C interface can hold and at which others who read the text would end it.
  @inlinable
  public mutating func replaceNULs() {
    let hasNUL = withUTF8 { bytes in bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false }
    if hasNUL { self = withoutNULs }
  }

  @usableFromInline var withoutNULs: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 }))
  }
}
