import Foundation
package import Model

/// Where a service reads the time, so that tests can set it.
package struct WallClock: Sendable {
  /// Reads the current time.
  package var now: @Sendable () -> Timestamp
  /// The clock that leases go by.
  package var host: HostClock

  /// Makes a clock of which the host's runs alike.
  package init(now: @escaping @Sendable () -> Timestamp) {
    self.now = now
    host = HostClock(boot: 0) { HostTime(milliseconds: now().milliseconds) }
  }

  /// Makes a value from its parts.
  package init(now: @escaping @Sendable () -> Timestamp, host: HostClock) {
    self.now = now
    self.host = host
  }

  /// The machine's clock (`clock_gettime(CLOCK_REALTIME)`).
  package static let system = WallClock(now: read, host: .system)

  @Sendable private static func read() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

extension HostClock {
  /// The kernel's own count since the machine was started: unlike a wall clock it is never set, and it is the same in every
  /// process (<https://www.kernel.org/doc/html/latest/filesystems/proc.html>, `/proc/uptime`).
  package static let system: HostClock = {
    let file = open("/proc/uptime", O_RDONLY | O_CLOEXEC)
    // A file of the kernel's that is not there is not of Linux: the next best.
    let name = (try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)) ?? ""
    var boot: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { boot = (boot ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return HostClock(boot: Int64(bitPattern: boot)) { uptime(file) ?? monotonic() }
  }()

  @Sendable private static func uptime(_ file: CInt) -> HostTime? {
    var text = [UInt8](repeating: 0, count: 64)
    let count = pread(file, &text, text.count, 0)
    guard count > 0 else { return nil }
    // Hundredths of a second, as in "3500.12 6900.55".
    var hundredths: Int64 = 0
    for byte in text.prefix(count) where byte != UInt8(ascii: ".") {
      guard byte &- 0x30 < 10 else { break }
      hundredths = hundredths * 10 + Int64(byte - 0x30)
    }
    return HostTime(milliseconds: hundredths * 10)
  }

  @Sendable private static func monotonic() -> HostTime {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return HostTime(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
