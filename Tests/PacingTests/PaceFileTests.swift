import Foundation
import Model
import Pacing
import Testing
import TestSupport

@Suite struct PaceFileTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("pace") }

  init() throws { folder = try TemporaryFolder() }

  /// Takes the file away, as somebody may who clears up.
  private func remove() throws { try FileManager.default.removeItem(atPath: path) }

  private func file(_ machine: Machine) throws -> PaceFile { try PaceFile(path: path) { machine.now } }

  private static func taken(_ reply: PaceFile.Reply) -> PaceFile.Share? {
    if case .taken(let share) = reply { share } else { nil }
  }

  private static func wait(_ reply: PaceFile.Reply) -> Duration? {
    if case .wait(let span) = reply { span } else { nil }
  }

  /// Two processes that take whatever they get, after a rest, and with calls of unequal size.
  @Test(
    arguments: [
      (14, [14]), (14, [10]), (14, [1, 13, 7, 2]), (80, [40]), (1000, [50]), (1000, [50, 3, 49]), (1, [1]), (51, [50]),
    ] as [(Double, [Int])])
  func noSecondHasMoreThanTheRateWhereverItBegins(rate: Double, sizes: [Int]) throws {
    let machine = Machine(.milliseconds(5_000_003))
    let files = [try file(machine), try file(machine)]
    var gone: [(at: Duration, count: Int)] = []
    var next = 0
    // Every 7 ms for 6 s, with a rest after 3 s.
    for step in 0..<860 {
      for file in files {
        while Self.taken(file.take(sizes[next % sizes.count], rate: rate)) != nil {
          gone.append((machine.now, sizes[next % sizes.count]))
          next += 1
        }
      }
      machine.pass(step == 430 ? .seconds(30) : .milliseconds(7))
    }
    for start in gone {
      let within = gone.filter { $0.at >= start.at && $0.at < start.at + .seconds(1) }.reduce(0) { $0 + $1.count }
      #expect(Double(within) <= rate, "from \(start.at)")
    }
    // And it is used: equal calls that fill the second lose a few hundredths of it.
    if sizes.count == 1, rate.truncatingRemainder(dividingBy: Double(sizes[0])) == 0 {
      #expect(Double(gone.reduce(0) { $0 + $1.count }) >= rate * 5)
    }
  }

  @Test func callsAreSpaced() throws {
    let machine = Machine(.seconds(100))
    let file = try file(machine)
    #expect(Self.taken(file.take(50, rate: 1000)) != nil)
    #expect(Self.wait(file.take(50, rate: 1000)) == .milliseconds(50))
    machine.pass(.milliseconds(50))
    #expect(Self.taken(file.take(50, rate: 1000)) != nil)
  }

  @Test func theWaitIsLongEnough() throws {
    let machine = Machine(.milliseconds(100_009))
    let file = try file(machine)
    #expect(Self.taken(file.take(14, rate: 14)) != nil)
    let wait = try #require(Self.wait(file.take(14, rate: 14)))
    #expect(wait >= .seconds(1) && wait <= .milliseconds(1030))
    machine.pass(wait - .nanoseconds(1))
    #expect(Self.wait(file.take(14, rate: 14)) == .nanoseconds(1))
    machine.pass(.nanoseconds(1))
    #expect(Self.taken(file.take(14, rate: 14)) != nil)
  }

  @Test func whatIsGivenBackMayGoAtOnceAndNoOlderShareFreesANewerOne() throws {
    let machine = Machine(.seconds(100))
    let file = try file(machine)
    var share = try #require(Self.taken(file.take(10, rate: 10)))
    file.giveBack(share.split(4))
    #expect(share.recipients == 6)
    #expect(Self.taken(file.exchange([], for: 4, rate: 10)) != nil)
    file.giveBack(share)
    #expect(Self.taken(file.exchange([], for: 6, rate: 10)) != nil)
    machine.pass(.seconds(2))
    #expect(Self.taken(file.take(10, rate: 10)) != nil)
    file.giveBack(share)
    #expect(Self.taken(file.exchange([], for: 1, rate: 10)) == nil)
  }

  @Test func aCallThatIsMadeLateCountsWhenItIsMade() throws {
    let machine = Machine(.seconds(100))
    let files = [try file(machine), try file(machine)]
    let early = try #require(Self.taken(files[0].take(14, rate: 14)))
    machine.pass(.milliseconds(900))
    // It goes at once: its place is its own.
    #expect(Self.taken(files[0].exchange([early], for: 14, rate: 14)) != nil)
    machine.pass(.milliseconds(200))
    // By when it was taken, this one might go too.
    #expect(Self.taken(files[1].take(14, rate: 14)) == nil)
    machine.pass(.milliseconds(850))
    let late = try #require(Self.taken(files[1].take(14, rate: 14)))
    machine.pass(.seconds(20))
    #expect(Self.taken(files[0].take(14, rate: 14)) != nil)
    #expect(Self.taken(files[1].exchange([late], for: 14, rate: 14)) == nil)
  }

  @Test func aCallLargerThanTheRateGoesAlone() throws {
    let machine = Machine(.seconds(100))
    let file = try file(machine)
    #expect(Self.taken(file.take(1, rate: 5)) != nil)
    #expect(Self.taken(file.exchange([], for: 10, rate: 5)) == nil)
    machine.pass(.milliseconds(1030))
    #expect(Self.taken(file.exchange([], for: 10, rate: 5)) != nil)
    #expect(Self.taken(file.exchange([], for: 1, rate: 5)) == nil)
  }

  @Test func anAccountWithoutALimitNeverWaits() throws {
    let file = try PaceFile(path: path)
    for _ in 0..<100 { #expect(Self.taken(file.take(50, rate: .infinity)) != nil) }
  }

  @Test(arguments: [
    "", "short", "0123456789abcdef", String(repeating: "x", count: 1368), String(repeating: "x", count: 9999),
  ])
  func aFileThatIsNoRecordIsReplaced(content: String) throws {
    try content.write(toFile: path, atomically: false, encoding: .utf8)
    let files = [try PaceFile(path: path), try PaceFile(path: path)]
    #expect(Self.taken(files[0].take(10, rate: 10)) != nil)
    #expect(Self.taken(files[1].take(10, rate: 10)) == nil)
  }

  @Test func aMachineThatWasStartedAnewBeginsAnew() throws {
    let machine = Machine(.seconds(100))
    #expect(Self.taken(try file(machine).take(10, rate: 10)) != nil)
    machine.set(.seconds(3))
    #expect(Self.taken(try file(machine).take(10, rate: 10)) != nil)
    #expect(Self.taken(try file(machine).take(10, rate: 10)) == nil)
  }

  @Test func aFileThatWasRemovedIsSharedAnew() throws {
    let machine = Machine(.seconds(100))
    let files = [try file(machine), try file(machine)]
    #expect(Self.taken(files[0].take(4, rate: 10)) != nil)
    try remove()
    // What only the first knows is not lost, and the second finds it.
    #expect(Self.taken(files[0].exchange([], for: 4, rate: 10)) != nil)
    #expect(Self.taken(files[1].exchange([], for: 4, rate: 10)) == nil)
    #expect(Self.taken(files[1].exchange([], for: 2, rate: 10)) != nil)
    #expect(Self.taken(files[0].exchange([], for: 1, rate: 10)) == nil)
  }

  @Test func whoeverHoldsTheLockForLongIsNotWaitedFor() throws {
    let machine = Machine(.seconds(100))
    let file = try file(machine)
    #expect(Self.taken(file.take(6, rate: 10)) != nil)
    let suspended = open(path, O_RDWR)
    defer { close(suspended) }
    #expect(flock(suspended, LOCK_EX) == 0)
    let began = ContinuousClock.now
    // Nothing waits on a thread: whoever asks is told to come again, and after a while by the process's own record.
    let asked = ContinuousClock.now
    #expect(Self.wait(file.exchange([], for: 3, rate: 10)) == .milliseconds(1))
    #expect(ContinuousClock.now - asked < .milliseconds(100))
    while Self.wait(file.exchange([], for: 5, rate: 10)) == .milliseconds(1), .now - began < .seconds(20) {
      usleep(1000)
    }
    #expect(Self.taken(file.exchange([], for: 5, rate: 10)) == nil)
    #expect(Self.taken(file.exchange([], for: 3, rate: 10)) != nil)
    file.learn(limit: 100, sent: 0)
    #expect(file.spend(60) == .taken)
    #expect(ContinuousClock.now - began < .seconds(30))
    // What went meanwhile is made up for, once.
    let other = try self.file(machine)
    flock(suspended, LOCK_UN)
    #expect(other.quota.used == 0)
    #expect(Self.taken(other.exchange([], for: 1, rate: 10)) != nil)
    #expect(file.quota.used == 60)
    #expect(file.quota.used == 60)
    #expect(other.quota.used == 60)
    #expect(Self.taken(other.exchange([], for: 1, rate: 10)) == nil)
  }

  @Test func aNewcomerThatMakesTheRemovedFileAnewIsToldByTheOthers() throws {
    let machine = Machine(.seconds(100))
    let old = try file(machine)
    old.learn(limit: 100, sent: 0)
    #expect(old.spend(60) == .taken)
    #expect(Self.taken(old.exchange([], for: 6, rate: 10)) != nil)
    try remove()
    let newcomer = try file(machine)
    #expect(newcomer.spend(10) == .taken)
    #expect(Self.taken(newcomer.exchange([], for: 3, rate: 10)) != nil)
    #expect(old.quota.used == 70)
    #expect(newcomer.quota.used == 70)
    #expect(Self.taken(newcomer.exchange([], for: 2, rate: 10)) == nil)
    #expect(Self.taken(newcomer.exchange([], for: 1, rate: 10)) != nil)
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    #expect(throws: PaceFileError.self) { try PaceFile(path: path + "/missing/pace") }
  }
}
