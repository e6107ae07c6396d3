import Foundation
import Synchronization
import Testing
import TestSupport

@testable import AWS

@Suite struct CachedCredentialsTests {
  private let clock = SettableClock(0)
  private let source = ScriptedSource()

  private func cache() -> CachedCredentials {
    let clock = clock
    return CachedCredentials(source) { Date(timeIntervalSince1970: clock.seconds) }
  }

  private func keys(_ id: String, until end: Double?) -> Credentials {
    Credentials(
      accessKeyID: id, secretAccessKey: "MARKER", expiration: end.map { Date(timeIntervalSince1970: $0) },
      source: "test")
  }

  @Test func whatNeverEndsIsAskedForOnce() async throws {
    let cache = cache()
    source.give(keys("A", until: nil))
    for _ in 0..<3 {
      #expect(try await cache.credentials().accessKeyID == "A")
      clock.advance(1_000_000)
    }
    #expect(source.count == 1)
  }

  @Test func newOnesAreWaitedForFiveMinutesBeforeTheEnd() async throws {
    let cache = cache()
    source.give(keys("A", until: 3_600))
    #expect(try await cache.credentials().accessKeyID == "A")
    source.give(keys("B", until: 7_200))
    clock.advance(2_999)
    #expect(try await cache.credentials().accessKeyID == "A")
    #expect(source.count == 1)
    clock.advance(301)
    #expect(try await cache.credentials().accessKeyID == "B")
  }

  @Test func tenMinutesBeforeTheyAreFetchedWithoutWaiting() async throws {
    let cache = cache()
    source.give(keys("A", until: 3_600))
    _ = try await cache.credentials()
    clock.advance(3_100)
    source.hold()
    #expect(try await cache.credentials().accessKeyID == "A")
    try await source.untilAsked(2)
    #expect(try await cache.credentials().accessKeyID == "A")
    source.give(keys("B", until: 7_200))
    source.release()
    try await eventually("the new ones are given", every: .milliseconds(1)) {
      try await cache.credentials().accessKeyID == "B"
    }
    #expect(source.count == 2)
  }

  /// A process may give again what AWS does not take: it is asked once more at once, and then every half minute.
  @Test func whatIsRejectedAndGivenAgainDoesNotStartTheProcessEachTime() async throws {
    let cache = cache()
    source.give(keys("A", until: nil))
    for _ in 0..<30 {
      await cache.invalidate(try await cache.credentials())
      clock.advance(0.9)
    }
    #expect(source.count == 2)
    // The 30 s since the second time have passed by now.
    clock.advance(4)
    await cache.invalidate(try await cache.credentials())
    #expect(try await cache.credentials().accessKeyID == "A")
    #expect(source.count == 3)
    // Others are tried, and rejected, like any.
    source.give(keys("B", until: nil))
    clock.advance(31)
    await cache.invalidate(try await cache.credentials())
    #expect(try await cache.credentials().accessKeyID == "B")
    await cache.invalidate(try await cache.credentials())
    _ = try await cache.credentials()
    #expect(source.count == 5)
  }

  @Test func manyCallersShareOneFetch() async throws {
    let cache = cache()
    source.hold()
    source.give(keys("A", until: 3_600))
    try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<100 { group.addTask { try await cache.credentials().accessKeyID } }
      try await source.untilAsked(1)
      source.release()
      for try await id in group { #expect(id == "A") }
    }
    #expect(source.count == 1)
  }

  @Test func aFailedFetchKeepsTheOldOnesToTheirEnd() async throws {
    let cache = cache()
    source.give(keys("A", until: 3_600))
    _ = try await cache.credentials()
    source.fail(CredentialError(.unusable, "down"))
    clock.advance(3_400)
    #expect(try await cache.credentials().accessKeyID == "A")
    #expect(source.count == 2)
    #expect(try await cache.credentials().accessKeyID == "A")
    #expect(source.count == 2, "not tried again within half a minute")
    clock.advance(199)
    #expect(try await cache.credentials().accessKeyID == "A")
    #expect(source.count == 3)
    clock.advance(1)
    await #expect(throws: CredentialError(.unusable, "down")) { try await cache.credentials() }
    #expect(source.count == 3, "not tried again within five seconds")
    clock.advance(5)
    source.give(keys("B", until: 7_200))
    #expect(try await cache.credentials().accessKeyID == "B")
  }

  @Test func anEndInLessThanFiveMinutesIsNotAskedForAtEveryCall() async throws {
    let cache = cache()
    source.give(keys("A", until: 200))
    for _ in 0..<10 { #expect(try await cache.credentials().accessKeyID == "A") }
    #expect(source.count == 1)
  }

  @Test func whatHasEndedAlreadyIsAnError() async throws {
    let cache = cache()
    source.give(keys("A", until: 0))
    let error = await #expect(throws: CredentialError.self) { try await cache.credentials() }
    #expect(error?.code == .expired)
  }

  @Test func onlyWhatIsKnownCanBeInvalidated() async throws {
    let cache = cache()
    source.give(keys("A", until: 3_600))
    let old = try await cache.credentials()
    await cache.invalidate(keys("other", until: nil))
    #expect(try await cache.credentials() == old)
    await cache.invalidate(old)
    #expect(source.invalidated == [old])
    source.give(keys("B", until: 3_600))
    let new = try await cache.credentials()
    #expect(new.accessKeyID == "B")
    // A second answer about the old ones must not throw away the new ones.
    await cache.invalidate(old)
    #expect(try await cache.credentials() == new)
    #expect(source.count == 2)
  }

  @Test func whoStopsWaitingReturnsAtOnceAndTheOthersWaitOn() async throws {
    let cache = cache()
    source.hold()
    source.give(keys("A", until: 3_600))
    let first = Task { try await cache.credentials() }
    let second = Task { try await cache.credentials() }
    try await source.untilAsked(1)
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    // The second may only now begin to wait; either way it gets an answer.
    source.release()
    #expect(try await second.value.accessKeyID == "A")
  }

  @Test func aFetchNobodyWaitsForIsCancelled() async throws {
    let cache = cache()
    source.hold()
    let only = Task { try await cache.credentials() }
    try await source.untilAsked(1)
    only.cancel()
    await #expect(throws: CancellationError.self) { try await only.value }
    try await source.untilCancelled()
    source.give(keys("A", until: 3_600))
    source.release()
    #expect(try await cache.credentials().accessKeyID == "A")
  }

  @Test func aSourceThatBreaksOffIsNotTheCallersCancellation() async throws {
    let cache = cache()
    source.breakOff()
    await #expect(throws: CredentialError.self) { try await cache.credentials() }
  }

  @Test func theCacheShowsNoSecret() async throws {
    let cache = cache()
    source.give(keys("A", until: nil))
    _ = try await cache.credentials()
    var text = "\(cache) \(String(reflecting: cache))"
    dump(cache, to: &text)
    #expect(!text.contains("MARKER"))
  }
}
