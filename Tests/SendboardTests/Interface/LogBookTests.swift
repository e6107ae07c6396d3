import Foundation
import Model
import TestSupport
import Testing

@testable import sendboard

/// The log on disk: whole lines of several writers, bounded, private, and never in the way.
@Suite struct LogBookTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("board-log.ndjson")
  }

  private func lines(_ path: String) throws -> [Substring] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
  }

  @Test func whatIsWrittenIsReadAgainAndNobodyElseMay() throws {
    let book = LogBook(path, process: "host:1")
    let events: [Occurrence] = [
      .outOfOrder("send (receive)", .call(.throttled, call: "SQS ReceiveMessage", said: "slow\ndown \u{1B}[2J")),
      .paused(campaign: "3", name: "여름 “세일”", why: "the provider paused the account"), .said("a\u{1F}b"),
    ]
    for event in events { book.append(.error, event) }
    #expect(LogBook.read(path).map(\.event) == events)
    #expect(try lines(path).count == 3, "a line a record")
    #expect(try !String(contentsOfFile: path, encoding: .utf8).contains("\u{1B}"))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(book.failure == nil)
  }

  @Test func onlyTheNewestAreReadWhenMoreAreThere() {
    let book = LogBook(path, process: "host:1")
    for second in 0..<50 {
      book.append(.warning, .said("\(second)"), at: Timestamp(milliseconds: 1_795_000_000_000 + Int64(second) * 1000))
    }
    #expect(LogBook.read(path, limit: 2).map(\.event) == [.said("48"), .said("49")])
    #expect(LogBook.read(path, since: Timestamp(milliseconds: 1_795_000_047_500)).count == 2)
    #expect(LogBook.read(path + ".none").isEmpty)
  }

  @Test func itDoesNotGrowPastItsBoundAndKeepsTheNewest() throws {
    let book = LogBook(path, process: "host:1", bound: 4096)
    for number in 0..<500 { book.append(.warning, .said("number \(number)")) }
    let sizes = [path, LogBook.older(of: path)].map { file in
      (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? nil
    }
    #expect(sizes.allSatisfy { ($0 ?? 0) < 4096 + 200 }, "\(sizes)")
    let read = LogBook.read(path).map(\.event)
    #expect(read.last == .said("number 499") && read.count > 20)
    #expect(read == (500 - read.count..<500).map { .said("number \($0)") }, "without a gap")
  }

  /// Each writer is a book of its own, as each process has one.
  @Test func severalWritersLoseNothingAndMixNothing() async throws {
    let path = path
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<8 {
        group.addTask {
          let book = LogBook(path, process: "host:\(writer)", bound: 200_000)
          for number in 0..<200 {
            book.append(.warning, .said("\(writer) \(number) \(String(repeating: "x", count: 80))"))
          }
        }
      }
    }
    let records = LogBook.read(path)
    #expect(records.count == 1600)
    for writer in 0..<8 {
      let own = records.filter { $0.process == "host:\(writer)" }.map(\.event.arguments)
      #expect(Set(own).count == 200)
    }
  }

  @Test func whatCannotBeWrittenIsNotedAndTriedAgain() throws {
    let missing = folder.file("later/board-log.ndjson")
    let book = LogBook(missing, process: "host:1")
    book.append(.error, .said("lost"))
    #expect(book.failure == ENOENT)
    try FileManager.default.createDirectory(atPath: folder.file("later"), withIntermediateDirectories: true)
    book.append(.error, .said("kept"))
    #expect(book.failure == nil)
    #expect(LogBook.read(missing).map(\.event) == [.said("kept")])
    let full = LogBook("/dev/full", process: "host:1")
    full.append(.error, .said("no room"))
    #expect(full.failure == ENOSPC)
  }

  @Test func aLineThatWasCutShortSpoilsNoOther() throws {
    let good = LogLine.line(LogRecord(at: .now, level: .error, event: .said("good"), process: "host:1"))
    try Data("\(good.prefix(30))\n\(good)\nno JSON\n{}\n".utf8).write(to: URL(fileURLWithPath: path))
    #expect(LogBook.read(path).map(\.event) == [.said("good")])
  }

  @Test(arguments: [
    ("2h", 7200), ("90s", 90), ("15m", 900), ("3d", 259_200), ("0s", 0),
  ]) func aMomentIsASpanAgo(text: String, seconds: Int) throws {
    let now = Timestamp(milliseconds: 1_795_000_000_000)
    #expect(Moment(argument: text)?.before(now) == now + .seconds(-seconds))
  }

  @Test func aMomentIsATimeOrADay() {
    let now = Timestamp(milliseconds: 1_795_000_000_000)
    #expect(Moment(argument: "2026-11-20")?.before(now).description == "2026-11-20T00:00:00.000Z")
    #expect(Moment(argument: "2026-11-20T10:00:00+09:00")?.before(now).description == "2026-11-20T01:00:00.000Z")
    for text in ["", "h", "2", "2w", "-1h", "yesterday", "2026-13-01"] { #expect(Moment(argument: text) == nil) }
  }
}
