import Canvas
import Foundation
import Testing

@testable import sendboard

@Suite struct ThemeFileTests {
  private func parse(_ yaml: String) throws(ThemeError) -> Theme {
    try ThemeFile(path: "x.yaml").parse(yaml, name: "x")
  }

  @Test func everyKindOfColour() throws {
    let theme = try parse(
      """
      text: {fg: "#0A141e", bg: 17}
      bad: {fg: brightRed, bold: true, underline: false}
      good: {fg: default, italic: true}
      """)
    #expect(theme[.text] == Style(foreground: .rgb(10, 20, 30), background: .indexed(17)))
    #expect(
      theme[.bad] == Style(foreground: .ansi(.brightRed), background: .indexed(17), attributes: .bold))
    #expect(theme[.good].foreground == .rgb(10, 20, 30))
  }

  @Test(arguments: [
    ("", ThemeError.Code.syntax, nil), ("- a", .syntax, 1), ("text: {fg: red}\ntitel: {}", .unknownRole, 2),
    ("text: {fg: red}\nbad: {fg: rde}", .badStyle, 2), ("text: {fg: 256}", .badStyle, 1),
    ("text: {fg: \"#12345\"}", .badStyle, 1), ("text:\n  fg: red\n  bald: true", .badStyle, 3),
    ("text: red", .badStyle, 1), ("text: {bold: maybe}", .badStyle, 1), ("text: {fg: red\nbad: x", .syntax, 2),
  ])
  func whatIsWrongIsNamedByLine(yaml: String, code: ThemeError.Code, line: Int?) {
    let error = #expect(throws: ThemeError.self) { try parse(yaml) }
    #expect(error?.code == code)
    #expect(error?.line == line)
    #expect(error?.description.hasPrefix(line.map { "x.yaml:\($0): " } ?? "x.yaml: ") == true)
  }

  @Test func theOperatorsOwnComesFirst() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    for (folder, color) in [("config/sendboard/themes", "red"), ("clone/themes", "blue")] {
      let place = root.appending(path: folder)
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try "text: {fg: \(color)}".write(to: place.appending(path: "mine.yaml"), atomically: true, encoding: .utf8)
    }
    func library(_ environment: [String: String]) -> ThemeLibrary {
      ThemeLibrary(
        environment: ["HOME": "/nonexistent"].merging(environment) { $1 },
        executable: root.path + "/clone/.build/debug/sendboard")
    }
    #expect(try library([:]).load("mine")[.text].foreground == .ansi(.blue))
    let own = library(["XDG_CONFIG_HOME": root.path + "/config"])
    #expect(try own.load("mine")[.text].foreground == .ansi(.red))
    #expect(own.names.contains("mine") && own.names.contains("monochrome"))
    #expect(try own.load("monochrome") == .monochrome)
    let error = #expect(throws: ThemeError.self) { try own.load("../mine") }
    #expect(error?.code == .notFound)
  }

  @Test(arguments: ["midnight", "daylight", "contrast"])
  func theThemesOfTheCloneAreRight(name: String) throws {
    let theme = try ThemeLibrary(environment: [:], executable: #filePath).load(name)
    #expect(theme.name == name)
    #expect(theme[.selection] != theme[.text] && theme[.bad] != theme[.text])
  }
}
