extension StringProtocol {
  /// Calls the body with the bytes of a text that is nothing but printed ASCII, which most of a screen is: one byte is one
  /// glyph of one column then, and nothing has to be split. `nil` for any other text.
  func withPrintedASCII<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ? body(bytes) : nil
    } ?? nil
  }

  /// Whether it is nothing else.
  var isPrintedASCII: Bool { withPrintedASCII { _ in true } ?? false }
}
