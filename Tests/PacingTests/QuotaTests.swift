import Foundation
import Pacing
import Testing
import TestSupport

/// The daily quota that the processes of a host share: each file here is one process's.
@Suite struct QuotaTests {
  private let folder: TemporaryFolder
  private var path: String { folder.file("pace") }
  private let machine = Machine(.seconds(5_000))

  private func process() throws -> PaceFile { try PaceFile(path: path) { [machine] in machine.now } }

  init() throws { folder = try TemporaryFolder() }

  @Test func oneProcessHasNotWhatTheOtherTook() throws {
    let (first, second) = (try process(), try process())
    first.learn(limit: 100, sent: 90)
    #expect(first.spend(7) == .taken)
    #expect(second.spend(4) == .exceeds)
    #expect(second.spend(3) == .taken)
    #expect(first.spend(1) == .exceeds)
    #expect(first.quota.used == 100)
    second.unspend(2)
    #expect(first.quota.left == 2)
    #expect(first.spend(2) == .taken)
  }

  @Test func aLateFigureFreesNothing() throws {
    let (first, second) = (try process(), try process())
    first.learn(limit: 100, sent: 50)
    #expect(first.spend(40) == .taken)
    // The other asked SES when its figure had 10 of the 40.
    second.learn(limit: 100, sent: 60)
    #expect(second.quota.used == 90)
    // And SES may answer an older question last.
    first.learn(limit: 100, sent: 50)
    #expect(first.quota.used == 90)
    second.learn(limit: 100, sent: 95)
    #expect(first.quota.used == 95)
  }

  @Test func whatOthersSentElsewhereIsInSESsFigure() throws {
    let file = try process()
    file.learn(limit: 100, sent: 0)
    #expect(file.spend(10) == .taken)
    file.learn(limit: 100, sent: 100)
    #expect(file.spend(1) == .exceeds)
  }

  @Test func whatIsNotInSESsFigureAfterTwoMinutesHasLeftThe24Hours() throws {
    let file = try process()
    file.learn(limit: 100, sent: 60)
    #expect(file.spend(40) == .taken)
    machine.pass(.seconds(110))
    file.learn(limit: 100, sent: 60)
    #expect(file.quota.left == 0)
    machine.pass(.seconds(30))
    file.learn(limit: 100, sent: 60)
    #expect(file.quota.left == 40)
  }

  @Test func aProcessThatIsKilledLeavesWhatItTookCounted() throws {
    do {
      let killed = try process()
      killed.learn(limit: 100, sent: 0)
      #expect(killed.spend(60) == .taken)
    }
    let next = try process()
    next.learn(limit: 100, sent: 0)
    #expect(next.spend(41) == .exceeds)
    #expect(next.spend(40) == .taken)
  }

  @Test func anAccountWithoutABoundIsNeverUsedUp() throws {
    let file = try process()
    // As nobody has asked SES yet, and as SES says it.
    #expect(file.spend(1_000_000) == .taken)
    file.learn(limit: -1, sent: 1e12)
    #expect(file.spend(1_000_000) == .taken)
  }

  @Test func moreIsNeverGivenBackThanWasTaken() throws {
    let file = try process()
    file.learn(limit: 100, sent: 90)
    file.unspend(50)
    #expect(file.quota.left == 10)
  }

  @Test func aRestartOfTheMachineForgetsWhatMayBeOnItsWay() throws {
    let file = try process()
    file.learn(limit: 100, sent: 0)
    #expect(file.spend(60) == .taken)
    machine.set(.seconds(3))
    let next = try process()
    next.learn(limit: 100, sent: 50)
    #expect(next.quota.used == 50)
  }

  /// Threads of two processes that take one by one, as fast as they can.
  @Test func nobodyTakesTheSameTwice() async throws {
    let files = [try process(), try process()]
    files[0].learn(limit: 1000, sent: 0)
    let taken = await withTaskGroup(of: Int.self) { group in
      for number in 0..<8 {
        group.addTask { (0..<200).count { _ in Self.spendsOne(files[number % 2]) } }
      }
      return await group.reduce(0, +)
    }
    #expect(taken == 1000)
  }

  /// As whoever asks again while the other has the file.
  private static func spendsOne(_ file: PaceFile) -> Bool {
    while true {
      switch file.spend(1) {
      case .taken: return true
      case .exceeds: return false
      case .wait(let moment): usleep(useconds_t(moment / .microseconds(1)))
      }
    }
  }

  /// The other is in the middle of writing, and its thread has no processor: what it takes is not taken once more.
  @Test func nothingIsTakenWhileAnotherHasTheFile() throws {
    let file = try process()
    file.learn(limit: 100, sent: 0)
    let other = open(path, O_RDWR | O_CLOEXEC)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    #expect(file.spend(60) == .wait(.milliseconds(1)))
    flock(other, LOCK_UN)
    #expect(file.spend(60) == .taken)
    #expect(file.quota.used == 60)
  }
}
