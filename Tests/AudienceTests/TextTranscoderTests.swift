import Audience
import Testing

@Suite struct TextTranscoderTests {
  private func transcode(_ bytes: [UInt8], piece: Int) -> [UInt8] {
    var transcoder = TextTranscoder()
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let end = min(index + piece, bytes.count)
      bytes[index..<end].withUnsafeBytes { transcoder.feed($0, into: &output) }
      index = end
    }
    transcoder.finish(into: &output)
    return output
  }

  @Test(arguments: 1...7) func everyScalarComesThrough(piece: Int) {
    let text = "aé김\u{FFFD}\u{D7FF}\u{E000}\u{FFFF}😀\u{10FFFF}\r\n"
    let little: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit >> 8), UInt8(unit & 0xFF)] }
    #expect(transcode(little, piece: piece) == Array(text.utf8))
    #expect(transcode(big, piece: piece) == Array(text.utf8))
    for other in [Array(text.utf8), [], [0xFF], [0xFE], [0xFF, 0xFF, 0xFE], [0xEF, 0xBB, 0xBF, 0x41], [0xC8, 0xAB]] {
      #expect(transcode(other, piece: piece) == other)
    }
  }

  /// Half a pair, a pair the wrong way round, half a unit: nothing of it becomes a valid text.
  @Test(arguments: [[0x3D, 0xD8], [0x00, 0xDE, 0x3D, 0xD8], [0x3D, 0xD8, 0x41, 0x00], [0x41]] as [[UInt8]])
  func whatIsNoTextStaysNoText(units: [UInt8]) {
    for piece in 1...3 {
      let output = transcode([0xFF, 0xFE, 0x61, 0x00] + units, piece: piece)
      #expect(output.first == 0x61)
      #expect(String(validating: output, as: UTF8.self) == nil)
    }
  }
}
