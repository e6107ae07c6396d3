/// Turns a stream of text into UTF-8, piece by piece: UTF-16 that begins with its byte order mark is translated,
/// everything else goes through as it is.
///
/// Half a surrogate pair, or half a unit at the end, becomes bytes that are not valid UTF-8: whoever reads them says so.
/// <https://www.rfc-editor.org/rfc/rfc2781>
package struct TextTranscoder: Sendable {
  private enum Form { case unknown, asItIs, littleEndian, bigEndian }

  private var form = Form.unknown
  /// What the first bytes are, before there are enough of them; then the first byte of a unit.
  private var pending: [UInt8] = []
  private var lead: UInt16?

  /// Makes a transcoder for one stream.
  package init() {}

  /// Whether pieces go through as they are, so that nobody needs to copy them.
  package var isPassing: Bool { form == .asItIs && pending.isEmpty }

  /// Takes a piece and appends what it stands for.
  package mutating func feed(_ piece: UnsafeRawBufferPointer, into output: inout [UInt8]) {
    var piece = piece[...]
    if form == .unknown {
      while pending.count < 2, let byte = piece.popFirst() { pending.append(byte) }
      guard pending.count == 2 else { return }
      switch (pending[0], pending[1]) {
      case (0xFF, 0xFE): form = .littleEndian
      case (0xFE, 0xFF): form = .bigEndian
      default:
        form = .asItIs
        output += pending
      }
      pending = []
    }
    guard form != .asItIs else {
      output += piece
      return
    }
    for byte in piece {
      guard let first = pending.popLast() else {
        pending.append(byte)
        continue
      }
      let (low, high) = form == .littleEndian ? (first, byte) : (byte, first)
      take(UInt16(high) << 8 | UInt16(low), into: &output)
    }
  }

  /// Ends the stream and appends what is left.
  package mutating func finish(into output: inout [UInt8]) {
    if form == .unknown || form == .asItIs {
      output += pending
    } else {
      if let lead { Self.append(UInt32(lead), to: &output) }
      if !pending.isEmpty { output.append(0xFF) }
    }
    (pending, lead) = ([], nil)
  }

  private mutating func take(_ unit: UInt16, into output: inout [UInt8]) {
    if let first = lead {
      lead = nil
      if UTF16.isTrailSurrogate(unit) {
        return Self.append(0x1_0000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF)), to: &output)
      }
      Self.append(UInt32(first), to: &output)
    }
    if UTF16.isLeadSurrogate(unit) { lead = unit } else { Self.append(UInt32(unit), to: &output) }
  }

  /// By hand, because half a surrogate pair is no scalar, and yet is to be seen.
  private static func append(_ value: UInt32, to output: inout [UInt8]) {
    switch value {
    case 0..<0x80: output.append(UInt8(value))
    case 0x80..<0x800: output += [0xC0 | UInt8(value >> 6), 0x80 | UInt8(value & 0x3F)]
    case 0x800..<0x1_0000:
      output += [0xE0 | UInt8(value >> 12), 0x80 | UInt8(value >> 6 & 0x3F), 0x80 | UInt8(value & 0x3F)]
    default:
      output += [
        0xF0 | UInt8(value >> 18), 0x80 | UInt8(value >> 12 & 0x3F), 0x80 | UInt8(value >> 6 & 0x3F),
        0x80 | UInt8(value & 0x3F),
      ]
    }
  }
}

/// A source of bytes behind a transcoder.
final class TextSource {
  private let source: CSVReader.Source
  private var transcoder = TextTranscoder()
  private var output: [UInt8] = []
  private var taken = 0
  private var isAtEnd = false

  init(_ source: @escaping CSVReader.Source) { self.source = source }

  func read(into bytes: UnsafeMutableRawBufferPointer) throws(CSVError) -> Int {
    while taken == output.count {
      if isAtEnd { return 0 }
      let count = try source(bytes)
      if count > 0, transcoder.isPassing { return count }
      output.removeAll(keepingCapacity: true)
      taken = 0
      if count == 0 {
        isAtEnd = true
        transcoder.finish(into: &output)
      } else {
        transcoder.feed(UnsafeRawBufferPointer(rebasing: bytes[..<count]), into: &output)
      }
    }
    let count = min(bytes.count, output.count - taken)
    bytes.copyBytes(from: output[taken..<(taken + count)])
    taken += count
    return count
  }
}
