import Model
import Pacing
import Synchronization
import Testing
import TestSupport

@testable import Sending

/// Which channels can be used, for all lanes.
@Suite struct ChannelGatesTests {
  private struct Broken: Error {}

  /// ChannelGates that a test opens.
  private final class House: Sendable {
    let asked = Mutex<[Channel: Int]>([:])
    let isOpen = Mutex<Set<Channel>>([])
    let bell = Bell()
    let time: Timekeeper

    init(_ time: Timekeeper) { self.time = time }

    func open(_ channel: Channel) async throws {
      asked.withLock { $0[channel, default: 0] += 1 }
      while true {
        let rings = bell.rings
        if isOpen.withLock({ $0.contains(channel) }) { return }
        try await bell.wait(since: rings, until: nil, by: time)
      }
    }

    func unlock(_ channel: Channel) {
      isOpen.withLock { _ = $0.insert(channel) }
      bell.ring()
    }
  }

  private let clock = ManualClock()

  private func gates() -> (ChannelGates, House) {
    let time = Timekeeper(clock)
    let house = House(time)
    return (ChannelGates([.email, .sms], time: time) { try await house.open($0) }, house)
  }

  @Test func oneOpenChannelIsEnoughAndTheOtherIsAskedAboutOnce() async throws {
    let (gates, house) = gates()
    house.unlock(.sms)
    for _ in 0..<50 { try await gates.pass() }
    #expect(house.asked.withLock { $0[.email] } == 1)
    #expect(house.asked.withLock { $0[.sms] } == 50)
    await gates.close()
  }

  @Test func allLanesAreLetThroughByOneAnswer() async throws {
    let (gates, house) = gates()
    let lanes = (0..<20).map { _ in Task { try await gates.pass() } }
    try await eventually("both are asked about") { house.asked.withLock { $0.count == 2 } }
    house.unlock(.email)
    for lane in lanes { try await lane.value }
    await gates.close()
  }

  @Test func aChannelThatOpensSoonIsWaitedForAndOneThatDoesNotIsNot() async throws {
    let (gates, house) = gates()
    let waiting = Task { try await gates.isOpen(.email, within: .seconds(3)) }
    try await clock.untilAsleep()
    clock.advance(by: .seconds(2))
    // Another comes: it does not wait anew.
    let late = Task { try await gates.isOpen(.email, within: .seconds(3)) }
    try await clock.untilAsleep(2)
    clock.advance(by: .seconds(1))
    #expect(try await !waiting.value)
    #expect(try await !late.value)
    #expect(try await !gates.isOpen(.email, within: .seconds(3)))
    #expect(house.asked.withLock { $0[.email] } == 1)
    house.unlock(.email)
    #expect(try await eventually("it opens") { try await gates.isOpen(.email, within: .seconds(3)) ? true : nil })
    await gates.close()
  }

  @Test func whoWaitsForAPermitIsToldWhenTheChannelCloses() async throws {
    let (gates, house) = gates()
    house.unlock(.email)
    let closed = Task { try await gates.untilClosed(.email, for: .seconds(3)) }
    for _ in 0..<12 {
      try await clock.untilAsleep()
      #expect(await !gates.isClosed(.email, for: .seconds(3)))
      clock.advance(by: .seconds(1))
    }
    house.isOpen.withLock { $0 = [] }
    // At its next look, and when that was in vain for as long.
    try await eventually("it is told") {
      clock.advance(by: .seconds(1))
      return await gates.isClosed(.email, for: .seconds(3))
    }
    try await closed.value
    #expect(await gates.isClosed(.email, for: .seconds(3)))
    try await gates.untilClosed(.email, for: .seconds(3))
    await gates.close()
  }

  @Test func aLaneThatIsStoppedLeavesTheQuestionToTheOthers() async throws {
    let (gates, house) = gates()
    let (one, two) = (Task { try await gates.pass() }, Task { try await gates.pass() })
    try await eventually("both are asked about") { house.asked.withLock { $0.count == 2 } }
    one.cancel()
    await #expect(throws: CancellationError.self) { try await one.value }
    house.unlock(.sms)
    try await two.value
    await gates.close()
  }

  @Test func whatAskingFailsWithIsEveryLanesError() async throws {
    let gates = ChannelGates([.email], time: Timekeeper(clock)) { _ in throw Broken() }
    for _ in 0..<3 { await #expect(throws: Broken.self) { try await gates.pass() } }
  }
}
