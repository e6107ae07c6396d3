import TestSupport

#if os(Linux)
  import Foundation
  import Testing

  extension GuaranteesEndToEnd {
    /// What waiting costs.
    @Suite struct IdleTests {
      @Test(arguments: [["run"], ["run", "--only", "worker"], ["run", "--only", "ingester"]])
      func aServiceWithNothingToDoUsesHardlyAnyProcessor(arguments: [String]) async throws {
        let place = try Workplace()
        _ = try await place.json(place.sendArguments(place.writeAudience(20)))
        let drained = try await place.run(["run", "--drain", "--simulator-time-scale", "0"])
        #expect(drained.status == 0, "\(drained.errors)")
        let service = try place.start(arguments)
        try await eventually("it runs") { try service.errorsSoFar().contains("running on") }
        // The start is not what is measured.
        try await Task.sleep(for: .seconds(1))
        let (before, from) = (try Self.processorTime(service.processID), ContinuousClock.now)
        try await Task.sleep(for: .seconds(3))
        let (after, to) = (try Self.processorTime(service.processID), ContinuousClock.now)
        let share = (after - before) / ((to - from) / .seconds(1))
        print("IdleTests: \(arguments.joined(separator: " ")): \(share * 100) % of a core")
        #expect(share < 0.05)
        service.signal(SIGTERM)
        #expect(try await service.wait().status == 0)
      }

      /// Seconds of processor time, in user and kernel mode: fields 14 and 15 of proc(5)'s `stat`.
      private static func processorTime(_ process: pid_t) throws -> Double {
        let line = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        // The name in parentheses, field 2, may hold spaces.
        let fields = line.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
          throw Obstacle("not a line of proc(5)'s stat: \(line)")
        }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
      }
    }
  }
#endif
