import Foundation
import TestSupport
import Testing
import Words

@testable import sendboard

/// A file that is exported is whole or not there, and takes nobody's place unasked.
@Suite struct ExportFileTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("may.csv")
  }

  private func problem(_ body: () throws -> Void) -> ProblemText? {
    do {
      try body()
      return nil
    } catch { return (error as? CommandError)?.text }
  }

  private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [] }

  @Test func itIsThereWhenItIsWholeAndItsOwnersAlone() throws {
    let file = try ExportFile(path, replaces: false)
    for number in 0..<20_000 { try file.line("row \(number)") }
    #expect(!FileManager.default.fileExists(atPath: path))
    try file.finish()
    #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count == 20_000)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    #expect(names == ["may.csv"])
  }

  @Test func whatIsGivenUpLeavesNothing() throws {
    var file: ExportFile? = try ExportFile(path, replaces: false)
    try file?.line("half")
    file?.abandon()
    #expect(names.isEmpty)
    file = try ExportFile(path, replaces: false)
    try file?.line("half")
    file = nil
    #expect(names.isEmpty, "nor does what is forgotten")
  }

  @Test func aFileThatIsThereStaysUnlessItMayBeReplaced() throws {
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
    #expect(problem { _ = try ExportFile(path, replaces: false) } == .fileExists(path))
    let late = try ExportFile(folder.file("late.csv"), replaces: false)
    try Data("theirs".utf8).write(to: URL(fileURLWithPath: folder.file("late.csv")))
    #expect(problem { try late.finish() } == .fileExists(folder.file("late.csv")), "made while it was written")
    #expect(try String(contentsOfFile: folder.file("late.csv"), encoding: .utf8) == "theirs")
    let file = try ExportFile(path, replaces: true)
    try file.line("new")
    try file.finish()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new\n")
    #expect(names.sorted() == ["late.csv", "may.csv"])
  }

  @Test func aFolderThatIsNotThereIsSaid() {
    let wrong = folder.file("none/may.csv")
    #expect(problem { _ = try ExportFile(wrong, replaces: false) } == .cannotWrite(file: wrong))
  }
}
