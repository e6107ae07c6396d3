import Model
import Ports
import Synchronization
import Testing
import TestSupport

/// A permit is used or given back, exactly once, whatever way its holder goes.
@Suite struct PermitTests {
  /// What came back to a limit.
  private final class Limit: PermitStake {
    struct Back: Equatable {
      var recipients: Int
      var isWhole: Bool
    }

    private let log = Mutex<[Back]>([])
    var back: [Back] { log.withLock { $0 } }
    func giveBack(_ recipients: Int, isWhole: Bool) {
      log.withLock { $0.append(Back(recipients: recipients, isWhole: isWhole)) }
    }
  }

  private struct Broken: Error {}

  private func permit(_ recipients: Int, _ limits: Limit...) -> Permit {
    Permit(recipients: recipients, stakes: limits)
  }

  @Test func oneThatIsUsedGivesNothingBack() {
    let limit = Limit()
    #expect(permit(50, limit).use().count == 1)
    #expect(limit.back == [])
  }

  @Test func oneThatNobodyUsesIsGivenBackWhole() {
    let limit = Limit()
    _ = permit(50, limit)
    #expect(limit.back == [.init(recipients: 50, isWhole: true)])
    permit(7, limit).giveBack()
    #expect(limit.back.last == .init(recipients: 7, isWhole: true))
    #expect(limit.back.count == 2)
  }

  @Test func aPartIsGivenBackOnceAndTheRestIsUsed() {
    let limit = Limit()
    var permit = permit(50, limit)
    permit.giveBack(allBut: 60)
    permit.giveBack(allBut: 50)
    #expect(limit.back == [])
    permit.giveBack(allBut: 20)
    permit.giveBack(allBut: 20)
    let left = permit.recipients
    #expect(left == 20)
    permit.use()
    #expect(limit.back == [.init(recipients: 30, isWhole: false)])
  }

  @Test func aPartAndThenTheRestIsAll() {
    let limit = Limit()
    do {
      var permit = permit(50, limit)
      permit.giveBack(allBut: 20)
    }
    #expect(limit.back == [.init(recipients: 30, isWhole: false), .init(recipients: 20, isWhole: true)])
  }

  @Test(arguments: [(50, 20), (20, 50), (20, 20)]) func twoForOneCallAreOneForTheSmaller(first: Int, second: Int) {
    let (one, two) = (Limit(), Limit())
    var joined = permit(first, one)
    joined.join(permit(second, two))
    let recipients = joined.recipients
    #expect(recipients == 20)
    joined.giveBack()
    for (limit, had) in [(one, first), (two, second)] {
      #expect(limit.back.reduce(0) { $0 + $1.recipients } == had)
      #expect(limit.back.filter(\.isWhole) == [.init(recipients: 20, isWhole: true)])
    }
  }

  @Test func anErrorAndACancellationGiveItBack() async throws {
    let limit = Limit()
    func fail() throws {
      let permit = permit(5, limit)
      guard permit.recipients == 0 else { throw Broken() }
      permit.use()
    }
    #expect(throws: Broken.self) { try fail() }
    #expect(limit.back == [.init(recipients: 5, isWhole: true)])
    let task = Task {
      let permit = permit(6, limit)
      try await Gate().pass()
      permit.use()
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(limit.back.last == .init(recipients: 6, isWhole: true))
    #expect(limit.back.count == 2)
  }
}
