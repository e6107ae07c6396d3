import EventStore
import Foundation
import Model

/// The figures of a headless run, as the benchmark prints them.
enum Figures {
  static func print(_ root: CompositionRoot, recipients: Int, took: Duration) async throws {
    let events = try await root.store.eventCount()
    let bytes = ["", "-wal"].reduce(0) { $0 + size(root.settings.storePath + $1) }
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""  // Absent outside Linux.
    let peak = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }.map(String.init) ?? "VmHWM: unknown"
    StandardError.print(
      """
      recipients          \(recipients)
      seconds             \(rounded(took.seconds, 1))
      messages/s          \(rounded(Double(recipients) / took.seconds, 0))
      journal events      \(events)
      journal events/s    \(rounded(Double(events) / took.seconds, 0))
      store bytes/message \(bytes / max(1, recipients))
      peak memory         \(peak.dropFirst(6).trimmingCharacters(in: .whitespaces))
      """)
  }

  private static func size(_ path: String) -> Int {
    // A file that is not there takes no room.
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }

  private static func rounded(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
}
