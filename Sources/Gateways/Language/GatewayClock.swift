import Foundation
package import Model

/// How a broker writes times.
package struct GatewayClock: Equatable, Sendable {
  /// The form.
  package enum Form: String, CaseIterable, Sendable {
    case iso8601 = "iso8601"
    case iso8601Milliseconds = "iso8601-ms"
    case epochSeconds = "epoch-s"
    case epochMilliseconds = "epoch-ms"
    /// As in mail: `Sat, 21 Nov 2026 01:00:00 +0000`.
    case rfc2822
    /// Without a zone: that of the gateway.
    case plain = "yyyy-MM-dd HH:mm:ss"
  }

  /// The form.
  package var form: Form
  /// Minutes east of Greenwich, for what says no zone itself.
  package var zoneMinutes: Int

  /// Makes a clock.
  package init(form: Form, zoneMinutes: Int) { (self.form, self.zoneMinutes) = (form, zoneMinutes) }

  /// Zones that have no summer time, and so need no tables.
  static func zoneMinutes(_ text: String) -> Int? {
    switch text {
    case "UTC": return 0
    case "Asia/Seoul": return 9 * 60
    default:
      guard let match = text.wholeMatch(of: #/([+-])([0-9]{2}):([0-9]{2})/#), let hours = Int(match.2),
        let minutes = Int(match.3), hours <= 14, minutes < 60
      else { return nil }
      return (match.1 == "-" ? -1 : 1) * (hours * 60 + minutes)
    }
  }

  /// Writes a time.
  package func text(_ time: Timestamp) -> String {
    switch form {
    case .iso8601Milliseconds: time.description
    case .iso8601: String(time.description.prefix(19)) + "Z"
    case .epochSeconds: String(time.milliseconds / 1000)
    case .epochMilliseconds: String(time.milliseconds)
    case .rfc2822: Self.mailDate(time)
    case .plain: String(local(time).prefix(19)).replacing("T", with: " ")
    }
  }

  /// Writes the day of a time where the gateway is.
  package func day(_ time: Timestamp) -> String { String(local(time).prefix(10)) }

  /// Reads a time; `nil` for what is none.
  package func time(_ text: String) -> Timestamp? {
    switch form {
    case .epochSeconds:
      return Int64(text).flatMap {
        $0.multipliedReportingOverflow(by: 1000).overflow ? nil : Timestamp(milliseconds: $0 * 1000)
      }
    case .epochMilliseconds: return Int64(text).map(Timestamp.init(milliseconds:))
    case .rfc2822: return Self.mailTime(text)
    case .iso8601, .iso8601Milliseconds, .plain:
      if let time = Timestamp(iso8601: text) { return time }
      // Brokers write fractions, blanks and zones as they like.
      guard
        let match = text.prefix(40).wholeMatch(
          of:
            #/([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]{1,3})?[0-9]*(Z|[+-][0-9]{2}:?[0-9]{2})?/#
        )
      else { return nil }
      let fraction = (match.3.map { String($0.dropFirst()) } ?? "").padding(toLength: 3, withPad: "0", startingAt: 0)
      guard let time = Timestamp(iso8601: "\(match.1)T\(match.2).\(fraction)Z") else { return nil }
      let minutes: Int?
      switch match.4 {
      case nil: minutes = zoneMinutes
      case "Z": minutes = 0
      case let zone?:
        let digits = zone.filter(\.isNumber)
        minutes = Self.zoneMinutes("\(zone.prefix(1))\(digits.prefix(2)):\(digits.suffix(2))")
      }
      return minutes.map { time + .seconds(-60 * $0) }
    }
  }

  private func local(_ time: Timestamp) -> String { (time + .seconds(60 * zoneMinutes)).description }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
  private static let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]

  private static func mailDate(_ time: Timestamp) -> String {
    let text = time.description
    let days = time.milliseconds >= 0 ? time.milliseconds / 86_400_000 : (time.milliseconds - 86_399_999) / 86_400_000
    let month = Int(text.dropFirst(5).prefix(2)) ?? 1
    return
      "\(Self.days[Int((days % 7 + 7) % 7)]), \(text.dropFirst(8).prefix(2)) \(months[month - 1]) \(text.prefix(4)) "
      + "\(text.dropFirst(11).prefix(8)) +0000"
  }

  private static func mailTime(_ text: String) -> Timestamp? {
    guard
      let match = text.prefix(60).wholeMatch(
        of:
          #/(?:[A-Za-z]{3}, )?([0-9]{1,2}) ([A-Za-z]{3}) ([0-9]{4}) ([0-9]{2}:[0-9]{2}:[0-9]{2}) ([+-][0-9]{4}|GMT|UTC)/#
      ),
      let month = months.firstIndex(of: String(match.2))
    else { return nil }
    func two(_ number: some StringProtocol) -> String { number.count < 2 ? "0\(number)" : String(number) }
    guard let time = Timestamp(iso8601: "\(match.3)-\(two(String(month + 1)))-\(two(match.1))T\(match.4)Z") else {
      return nil
    }
    let zone = match.5
    guard zone.first == "+" || zone.first == "-" else { return time }
    return zoneMinutes("\(zone.prefix(3)):\(zone.suffix(2))").map { time + .seconds(-60 * $0) }
  }
}
