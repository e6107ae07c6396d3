/// A window on a file's bytes that moves forward and never holds more than one row and one piece.
struct CSVInput {
  /// Bytes read at a time.
  static let pieceSize = 64 * 1024
  /// The longest row; a longer one is taken for an unclosed quote or for no CSV at all.
  static let rowLimit = 1024 * 1024

  private let read: CSVReader.Source
  private var buffer = [UInt8](repeating: 0, count: 2 * pieceSize)
  /// Where the unread bytes start and end.
  private(set) var start = 0
  private var end = 0
  /// True when the source has nothing more.
  private(set) var isAtEnd = false

  init(read: @escaping CSVReader.Source) { self.read = read }

  /// Unread bytes in the window.
  var count: Int { end - start }

  /// Runs a body on the window; unread bytes start at ``start``.
  func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    buffer.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<end])) }
  }

  mutating func advance(to index: Int) { start = index }

  /// Drops what was read and appends the next piece.
  mutating func fill() throws(CSVError) {
    if buffer.count - end < Self.pieceSize {
      let (from, count) = (start, count)
      buffer.withUnsafeMutableBytes { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[from..<(from + count)])) }
      (start, end) = (0, count)
      if buffer.count - end < Self.pieceSize { buffer.append(contentsOf: [UInt8](repeating: 0, count: buffer.count)) }
    }
    var got = 0
    var failure: CSVError?
    let old = end
    buffer.withUnsafeMutableBytes { bytes in
      do throws(CSVError) {
        got = try read(UnsafeMutableRawBufferPointer(rebasing: bytes[old..<(old + Self.pieceSize)]))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    end += got
    if got == 0 { isAtEnd = true }
  }
}
