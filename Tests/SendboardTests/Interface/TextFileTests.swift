import Foundation
import Model
import TestSupport
import Testing

@testable import sendboard

/// What a file of text may not hold: a NUL is valid UTF-8, and whoever takes the text for C's ends it there.
@Suite struct TextFileTests {
  private func problem(_ bytes: [UInt8]) throws -> FileProblem? {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let path = folder.file("may.txt")
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    do throws(TextFile.Problem) {
      _ = try TextFile.read(path, limit: 1000)
      return nil
    } catch { return error.problem }
  }

  @Test(arguments: ["Hello {{name}}", "안녕하세요 {{이름}}님,\n5월 소식입니다.", "{{x}}"])
  func utf16WithoutItsMarkIsToldByItsNULs(text: String) throws {
    let units = Array(text.utf16)
    #expect(try problem(units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == .nulInText(line: 1, isUTF16: true))
    #expect(try problem(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }) == .nulInText(line: 1, isUTF16: true))
    #expect(try problem(Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    ("a\0b tail", 1), ("one\ntwo\nthr\0ee\n", 3), ("\0", 1), ("tail\0", 1), ("\n\0\0", 2),
    (String(repeating: "x", count: 99) + "\0" + String(repeating: "y", count: 100), 1),
  ]) func aNULIsRefusedWithItsLine(text: String, line: Int) throws {
    #expect(try problem(Array(text.utf8)) == .nulInText(line: line, isUTF16: false))
  }

  @Test func aTemplateThatSESKeepsIsRefusedToo() throws {
    let parts: [(String, String?)] = [("subject", "Hi"), ("text", nil), ("HTML", "<p>\n\0</p>")]
    #expect {
      try StoredTemplate.refuseNUL(parts, of: "may")
    } throws: {
      "\($0)".hasPrefix("the HTML of the template 'may' holds a NUL character in line 2: ")
    }
    try StoredTemplate.refuseNUL(Array(parts.dropLast()), of: "may")
  }

  @Test func aValueOfTheConfigurationIsRefusedToo() throws {
    #expect {
      try ConfigurationDocument("theme: dark\noperator: \"mi\\0na\"\n", path: "c.yaml")
    } throws: {
      "\($0)".hasPrefix("c.yaml:2: 'operator' holds a NUL character")
    }
  }
}
