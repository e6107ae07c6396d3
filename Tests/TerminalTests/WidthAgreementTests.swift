import CNcurses
import Canvas
import Testing

@testable import Terminal

@Suite struct WidthAgreementTests {
  /// The tables must say what the C library says, or curses and the canvas are out of step.
  @Test func theTablesAgreeWithTheCLibrary() throws {
    try #require(sb_use_utf8() == 1)
    var differences: [String] = []
    for value in UInt32(0x20)..<0x11_0000
    where !(0x7F..<0xA0).contains(value) && !(0x4_0000..<0xE_0000).contains(value) {
      // Planes 4 to 13 are empty.
      guard let scalar = Unicode.Scalar(value) else { continue }
      let known = Int(sb_cell_width(value))
      // Unknown to the library, or a control: `Painter` shows a replacement.
      guard known >= 0 else { continue }
      if TextWidth.of(scalar) != known { differences.append("\(String(value, radix: 16)): \(known)") }
    }
    #expect(differences.isEmpty, "\(differences.count): \(differences.prefix(20))")
  }
}
