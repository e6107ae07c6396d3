import Emulator
import Foundation
import HTTPFixture
import Synchronization
import Testing

extension SetupEndToEnd {
  /// AWS allows most of its calls once a second: setting up and checking wait for it.
  @Suite struct ThrottledSetupTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    /// Takes one call a second, of whatever service, and turns the others away in the words of the service's protocol.
    private final class Meter: Sendable {
      let forwarder: Forwarder
      let state = Mutex((next: ContinuousClock.now, throttled: 0))

      init(_ cloud: Emulator) throws { forwarder = try Forwarder(to: cloud) }

      func answer(_ request: FixtureRequest) -> FixtureReply {
        let isTaken = state.withLock { state in
          guard ContinuousClock.now >= state.next else {
            state.throttled += 1
            return false
          }
          state.next = .now + .seconds(1)
          return true
        }
        if isTaken { return .handedBack(forwarder.handOn(request)) }
        if request.header("Content-Type")?.contains("x-www-form-urlencoded") == true {
          return .response(
            400, headers: [("Content-Type", "text/xml"), ("x-amzn-RequestId", "r")],
            "<ErrorResponse><Error><Code>Throttling</Code><Message>Rate exceeded</Message></Error></ErrorResponse>")
        }
        return .response(
          400, headers: [("Content-Type", "application/json"), ("x-amzn-ErrorType", "ThrottlingException")],
          #"{"__type":"ThrottlingException","message":"Rate exceeded"}"#)
      }
    }

    @Test func provisionAndDoctorWaitAsTold() async throws {
      let cloud = try await Emulator()
      let config = try place.write("aws:\n  region: us-east-1\n", to: "c.yaml")
      let made = try await place.run(["provision", "--yes", "--config", config], environment: cloud.environment)
      #expect(made.status == 0, "\(made)")
      let meter = try Meter(cloud)
      let server = try HTTPFixture(isRecording: false) { meter.answer($0) }
      defer { server.close() }
      let environment = cloud.environment.merging(["AWS_ENDPOINT_URL": server.url]) { $1 }
      let dry = try await place.run(
        ["provision", "--dry-run", "--config", config], environment: environment, within: .seconds(150))
      #expect(dry.status == 0 && dry.errors.contains("nothing to change"), "\(dry)")
      #expect(dry.errors.contains("AWS allows few calls a second"))
      #expect(meter.state.withLock { $0.throttled } > 0)

      let findings = try await place.run(
        ["doctor", "--json", "--config", config], environment: environment, within: .seconds(200))
      let failed = try findings.json().filter { $0["result"] as? String == "fail" }
      // The account is new, so nobody may send; nothing failed for the limit.
      #expect(failed.map { $0["check"] as? String } == ["sender"], "\(failed)")
    }
  }
}
