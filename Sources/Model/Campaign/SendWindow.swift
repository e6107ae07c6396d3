/// The hours of the day in which a campaign may go out, as a zone's clock shows them: `08:00-21:00 Asia/Seoul`.
package struct SendWindow: Equatable, Sendable, CustomStringConvertible {
  /// Minutes of the day: from the first up to, not including, the second. Where the second is smaller, midnight is between.
  package let from: Int
  package let to: Int
  /// The zone, by its name in the tz database.
  package let zone: String

  /// When Korean law lets advertising texts go out without a consent of their own for the night (정보통신망법 제50조 제3항,
  /// 시행령 제61조: <https://www.law.go.kr/법령/정보통신망이용촉진및정보보호등에관한법률/제50조>).
  package static let korea = SendWindow(from: 8 * 60, to: 21 * 60, zone: "Asia/Seoul")

  private init(from: Int, to: Int, zone: String) { (self.from, self.to, self.zone) = (from, to, zone) }

  /// What both leave open; `nil` when that is nothing, or their clocks differ or run over midnight, of which this says nothing.
  package func narrowed(to other: SendWindow) -> SendWindow? {
    guard zone == other.zone, from < to, other.from < other.to, max(from, other.from) < min(to, other.to) else {
      return nil
    }
    return SendWindow(from: max(from, other.from), to: min(to, other.to), zone: zone)
  }

  /// Reads a window; `nil` for what is none. Whether there is such a zone is for others to know.
  package init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2 else { return nil }
    let hours = words[0].split(separator: "-", omittingEmptySubsequences: false)
    guard hours.count == 2, let from = Self.minutes(hours[0]), let to = Self.minutes(hours[1]), from != to, from < 1440
    else { return nil }
    let zone = String(words[1])
    guard zone.utf8.count <= 64, zone.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    self.init(from: from, to: to, zone: zone)
  }

  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour * 60 + minute <= 1440
    else { return nil }
    return hour * 60 + minute
  }

  /// As it is written.
  package var description: String { "\(Self.clock(from))-\(Self.clock(to)) \(zone)" }

  /// When it opens, as its zone's clock shows it: `08:00 KST`.
  package var opening: String { "\(Self.clock(from)) \(zone == Self.korea.zone ? "KST" : zone)" }

  private static func clock(_ minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// Whether it is open.
  ///
  /// - Parameter ahead: how far the zone's clock is ahead of UTC at that moment, in seconds.
  package func isOpen(at time: Timestamp, ahead: Int64) -> Bool {
    let local = time.milliseconds / 1000 + ahead
    let minute = Int(((local % 86_400) + 86_400) % 86_400 / 60)
    return from < to ? (from..<to).contains(minute) : minute >= from || minute < to
  }
}
