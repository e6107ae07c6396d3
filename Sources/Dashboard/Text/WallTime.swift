import Model

/// Writes times as the operator's clock shows them.
struct WallTime: Equatable, Sendable {
  /// How far the operator's clock is ahead of UTC.
  var offset: Duration = .zero

  /// `UTC`, `UTC+9`, `UTC-3:30`.
  var zone: String {
    let minutes = Int(offset.milliseconds / 60_000)
    guard minutes != 0 else { return "UTC" }
    let (hours, rest) = (abs(minutes) / 60, abs(minutes) % 60)
    return "UTC\(minutes < 0 ? "-" : "+")\(hours)\(rest == 0 ? "" : ":\(two(rest))")"
  }

  /// `09:05`.
  func minute(_ time: Timestamp) -> String {
    let f = fields(time)
    return "\(two(f.hour)):\(two(f.minute))"
  }

  /// `09:05:07`.
  func second(_ time: Timestamp) -> String { "\(minute(time)):\(two(fields(time).second))" }

  /// `11-21 09:05:07`.
  func day(_ time: Timestamp) -> String {
    let f = fields(time)
    return "\(two(f.month))-\(two(f.day)) \(second(time))"
  }

  /// The time of day today, else the day: `09:05:07`, `11-20`, `2025-11` in other years. At most eight columns.
  func short(_ time: Timestamp, now: Timestamp) -> String {
    let (f, today) = (fields(time), fields(now))
    if f.year != today.year { return "\(f.year)-\(two(f.month))" }
    return f.month == today.month && f.day == today.day ? second(time) : "\(two(f.month))-\(two(f.day))"
  }

  /// `2026-11-21`.
  func date(_ time: Timestamp) -> String { String(full(time).prefix(10)) }

  /// `09:05:07.120`.
  func exact(_ time: Timestamp) -> String {
    let millisecond = String(fields(time).millisecond)
    return "\(second(time)).\(String(repeating: "0", count: 3 - millisecond.count))\(millisecond)"
  }

  /// `2026-11-21 09:05`.
  func full(_ time: Timestamp) -> String {
    let f = fields(time)
    return "\(f.year)-\(two(f.month))-\(two(f.day)) \(minute(time))"
  }

  /// `20261121-0905`, for a file's name.
  func stamp(_ time: Timestamp) -> String {
    let f = fields(time)
    return "\(f.year)\(two(f.month))\(two(f.day))-\(two(f.hour))\(two(f.minute))"
  }

  /// What a broken clock may have written is shown as some far day, and must not trap.
  private func fields(_ time: Timestamp) -> Timestamp.Fields {
    let far: Int64 = 1 << 52
    return (Timestamp(milliseconds: min(max(time.milliseconds, -far), far)) + offset).fields
  }

  private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}

extension State {
  /// A time of today by its minute, another by its day too.
  func moment(_ time: Timestamp) -> String {
    wallTime.date(time) == wallTime.date(now) ? wallTime.minute(time) : wallTime.full(time)
  }
}
