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
    #expect(first.spend(7))
    #expect(!second.spend(4))
    #expect(second.spend(3))
    #expect(!first.spend(1))
    #expect(first.quota.used == 100)
    second.unspend(2)
    #expect(first.quota.left == 2)
    #expect(first.spend(2))
  }

  @Test func aLateFigureFreesNothing() throws {
    let (first, second) = (try process(), try process())
    first.learn(limit: 100, sent: 50)
    #expect(first.spend(40))
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
    #expect(file.spend(10))
    file.learn(limit: 100, sent: 100)
    #expect(!file.spend(1))
  }

  @Test func whatIsNotInSESsFigureAfterTwoMinutesHasLeftThe24Hours() throws {
    let file = try process()
    file.learn(limit: 100, sent: 60)
    #expect(file.spend(40))
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
      #expect(killed.spend(60))
    }
    let next = try process()
    next.learn(limit: 100, sent: 0)
    #expect(!next.spend(41))
    #expect(next.spend(40))
  }

  @Test func anAccountWithoutABoundIsNeverUsedUp() throws {
    let file = try process()
    // As nobody has asked SES yet, and as SES says it.
    #expect(file.spend(1_000_000))
    file.learn(limit: -1, sent: 1e12)
    #expect(file.spend(1_000_000))
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
    #expect(file.spend(60))
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
        group.addTask { (0..<200).count { _ in files[number % 2].spend(1) } }
      }
      return await group.reduce(0, +)
    }
    #expect(taken == 1000)
  }
}
