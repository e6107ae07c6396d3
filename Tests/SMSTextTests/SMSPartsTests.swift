import Foundation
import Model
import SMSText
import Testing

/// Expected values are counted by hand from 3GPP TS 23.038 and AWS's page on character limits.
@Suite struct SMSPartsTests {
  @Test func theAlphabetHas127CharactersAndTenMoreOfTwo() {
    let all = (0...0x10FFFF).compactMap { Unicode.Scalar($0) }
    #expect(all.count { GSMAlphabet.septets(of: $0) == 1 } == 127)
    #expect(all.count { GSMAlphabet.septets(of: $0) == 2 } == 10)
  }

  @Test(
    arguments: [
      ("Ç", 1), ("ç", nil), ("`", nil), ("’", nil), ("…", nil), ("–", nil), ("-", 1), ("€", 2), ("[", 2), ("\u{0C}", 2),
      ("\t", nil),
      ("@", 1), ("Ω", 1), ("ω", nil),
    ] as [(Unicode.Scalar, Int?)]) func whatIsInIt(scalar: Unicode.Scalar, septets: Int?)
  {
    #expect(GSMAlphabet.septets(of: scalar) == septets)
  }

  @Test(arguments: [
    ("", 0, 1), (String(repeating: "a", count: 160), 160, 1), (String(repeating: "a", count: 161), 161, 2),
    (String(repeating: "a", count: 306), 306, 2), (String(repeating: "a", count: 307), 307, 3),
    (String(repeating: "€", count: 80), 160, 1), (String(repeating: "€", count: 81), 162, 2),
    // 152 and one of two: it does not fit into the 153rd place, so that 152 + 2 × 77 = 306 are three parts.
    (String(repeating: "a", count: 152) + String(repeating: "€", count: 77), 306, 3),
  ]) func inSevenBits(text: String, units: Int, count: Int) {
    let parts = SMSParts(text)
    #expect(parts.encoding == .gsm7 && parts.units == units && parts.count == count && parts.foreign == nil)
  }

  @Test(arguments: [
    (String(repeating: "가", count: 70), 70, 1), (String(repeating: "가", count: 71), 71, 2),
    (String(repeating: "가", count: 134), 134, 2), (String(repeating: "가", count: 135), 135, 3),
    (String(repeating: "😀", count: 35), 70, 1), (String(repeating: "😀", count: 36), 72, 2),
    // 33 pairs are 66, and the 34th does not fit into the 67th place.
    (String(repeating: "😀", count: 67), 134, 3),
  ]) func inSixteenBits(text: String, units: Int, count: Int) {
    let parts = SMSParts(text)
    #expect(parts.encoding == .ucs2 && parts.units == units && parts.count == count)
  }

  @Test func theFirstCharacterThatMakesItLongerIsTold() {
    #expect(SMSParts("Don’t").foreign == PlacedCharacter(place: 4, character: "’"))
    #expect(SMSParts("caf\u{65}\u{301}").foreign?.place == 4, "an accent of its own is in no alphabet")
  }

  @Test func whatAWSDoesNotTake() {
    #expect(!SMSParts(String(repeating: "a", count: 1530)).isTooLong)
    #expect(SMSParts(String(repeating: "a", count: 1531)).isTooLong)
    #expect(!SMSParts(String(repeating: "가", count: 630)).isTooLong)
    #expect(SMSParts(String(repeating: "가", count: 631)).isTooLong)
  }
}

@Suite struct KoreanTextTests {
  /// Every character of the first plane against glibc's `iconv -t EUC-KR`, the strict one.
  @Test func everythingThatIconvWrites() throws {
    let scalars = (0x80...0xFFFF).compactMap { Unicode.Scalar($0) }.filter { !(0x80..<0xA0).contains($0.value) }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("euckr-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("all.txt")
    try Data(scalars.map { "\($0)\n" }.joined().utf8).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/iconv")
    // What it cannot write it leaves out.
    process.arguments = ["-c", "-f", "UTF-8", "-t", "EUC-KR", file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let written = try #require(try output.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    let lines = written.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == scalars.count)
    var wrong: [String] = []
    var known = 0
    for (scalar, line) in zip(scalars, lines) {
      let text = KoreanText(String(Character(scalar)))
      let bytes = text.unfit.isEmpty ? text.bytes : 0
      if bytes > 0 { known += 1 }
      // glibc writes the won sign as the wide one, which others do not: whoever reads it may see a question mark.
      if scalar == "\u{20A9}" {
        #expect(bytes == 0 && line.count == 2)
        continue
      }
      if bytes != line.count { wrong.append("U+\(String(scalar.value, radix: 16)): \(bytes), iconv \(line.count)") }
    }
    #expect(wrong == [])
    // 2,350 syllables, 4,888 ideographs of which 268 are there twice, 51 letters and the signs.
    #expect(known > 8_000)
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("가나", 4), ("가\n나", 5), ("“”’…·①★♥½€™―", 24), (String(repeating: "가", count: 45), 90),
  ]) func bytes(text: String, bytes: Int) {
    let korean = KoreanText(text)
    #expect(korean.bytes == bytes && korean.unfit.isEmpty)
  }

  @Test(arguments: ["똠", "펲", "햏", "뷁", "–", "—", "¥", "😀"]) func whatDoesNotFit(text: String) {
    let korean = KoreanText("가\(text)나")
    #expect(korean.unfit == [PlacedCharacter(place: 2, character: Character(text))] && korean.kind == nil)
  }

  @Test func theKindIsByBytes() {
    #expect(KoreanText(String(repeating: "가", count: 45)).kind == .sms)
    #expect(KoreanText(String(repeating: "가", count: 45) + ".").kind == .lms)
    #expect(KoreanText(String(repeating: "가", count: 1000)).kind == .lms)
    #expect(KoreanText(String(repeating: "가", count: 1000) + ".").kind == nil)
  }
}
