import AWS
import Emulator
import Foundation
import HTTPFixture
import Synchronization
import Testing
import TestSupport

extension SetupEndToEnd {
  /// Stopped anywhere, `provision` is finished by running it again.
  @Suite struct ProvisionKillTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// Killed at each call that changes something: before AWS has it, and when AWS has done it and the answer is not there.
    @Test(arguments: [false, true]) func killedAtAnyCallItIsFinishedByTheNextRun(isCarriedOut: Bool) async throws {
      let cloud = try await Emulator()
      let forwarder = try Forwarder(to: cloud)
      var killed = 0
      while true {
        let prefix = "kill-\(killed + 1)"
        let reached = Mutex(0)
        let server = try HTTPFixture { [number = killed + 1] request in
          let isLast =
            Self.changesSomething(request)
            && reached.withLock {
              $0 += 1; return $0
            } == number
          if isLast, !isCarriedOut { return .never }
          let answer = forwarder.handOn(request)
          return isLast ? .never : .handedBack(answer)
        }
        defer { server.close() }
        let words = ["provision", "--yes", "--prefix", prefix, "--config", place.file("\(prefix).yaml")]
        let running = try place.start(
          words, environment: cloud.environment.merging(["AWS_ENDPOINT_URL": server.url]) { $1 })
        try await eventually("the call or the end") {
          reached.withLock { $0 } > killed || running.hasEnded ? true : nil
        }
        if running.hasEnded { break }
        kill(running.processID, SIGKILL)
        _ = try await running.wait()
        killed += 1

        let next = try await place.run(words, environment: cloud.environment)
        #expect(next.status == 0, "\(killed): \(next.errors)")
        let third = try await place.run(words, environment: cloud.environment)
        #expect(third.output.isEmpty && third.errors.contains("nothing to change"), "\(killed): \(third)")
      }
      // Four queues or their policies, topic, subscription, configuration set, destination, alarm.
      #expect(killed >= 9)
    }

    private static func changesSomething(_ request: FixtureRequest) -> Bool {
      if request.target.hasPrefix("/v2/email") { return request.method != "GET" }
      let verbs = ["Create", "Set", "Subscribe", "Put"]
      return verbs.contains(where: (request.operation ?? "").hasPrefix)
    }
  }
}
