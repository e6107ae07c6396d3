import Foundation
import Model
import Words

/// Reads when a campaign is to begin, as an operator writes it.
struct StartTime {
  /// How far a zone's clock is ahead of UTC at a moment, both in seconds.
  private typealias Offset = (Int64) -> Int64

  /// Whoever means a day further off has mistyped the year.
  private static let furthest = Duration.seconds(366 * 86_400)

  /// Reads `2026-11-27 09:30`, `09:30` for the next time that the clock shows it, with seconds if wanted, and with a zone
  /// behind it (`+09:00`, `Z`, `Asia/Seoul`); without one the host's own.
  ///
  /// - Throws: `CommandError` for what cannot be read, is over, or is no moment or two of them for a clock that is put
  ///   forward or back.
  static func read(_ text: String, now: Timestamp) throws(CommandError) -> Timestamp {
    func fail(_ problem: StartProblem) -> CommandError { CommandError(.composing(.start(text, problem))) }
    let shape =
      #/(?:(\d{4})-(\d\d?)-(\d\d?)[T ] *)?(\d\d?):(\d\d)(?::(\d\d))? *(Z|UTC|[+-]\d\d:?\d\d|[A-Za-z_]+/[A-Za-z_/+-]+|[A-Z]{2,5})?/#
      .asciiOnlyDigits()
    // As some keyboards of East Asia write figures and signs.
    let narrow = text.applyingTransform(.fullwidthToHalfwidth, reverse: false) ?? text
    guard let found = try? shape.wholeMatch(in: narrow.trimmingCharacters(in: .whitespaces)) else {
      throw fail(.notUnderstood)
    }
    guard let offset = offset(of: found.7.map(String.init)) else {
      throw fail(.unknownZone(found.7.map(String.init) ?? ""))
    }
    func number(_ part: Substring?) -> Int? { part.flatMap { Int($0) } }
    guard let hour = number(found.4), let minute = number(found.5), hour < 24, minute < 60 else {
      throw fail(.notUnderstood)
    }
    let second = number(found.6) ?? 0
    guard second < 60 else { throw fail(.notUnderstood) }
    let ofDay = Int64(hour * 3600 + minute * 60 + second)
    let nowSeconds = now.milliseconds / 1000
    if let year = number(found.1), let month = number(found.2), let day = number(found.3) {
      guard let midnight = Timestamp(year: year, month: month, day: day) else { throw fail(.noSuchDay) }
      let found = moments(midnight.milliseconds / 1000 + ofDay, offset)
      guard found.count < 2 else { throw fail(.twice) }
      guard let moment = found.first else { throw fail(.noSuchTime) }
      guard moment > now else { throw fail(.over(at: moment)) }
      guard moment - now < furthest else { throw fail(.tooFar) }
      return moment
    }
    let wallNow = nowSeconds + offset(nowSeconds)
    let today = wallNow - ((wallNow % 86_400) + 86_400) % 86_400
    // The next time that the clock shows it: not on every day, and on some days twice.
    for day in 0...2 {
      let left = moments(today + Int64(day) * 86_400 + ofDay, offset).filter { $0 > now }
      guard left.count < 2 else { throw fail(.twice) }
      if let moment = left.first { return moment }
    }
    throw fail(.noSuchTime)
  }

  /// The moments at which a zone's clock shows a time, given as if it were UTC: none or two where it is put forward or back.
  private static func moments(_ wall: Int64, _ offset: Offset) -> [Timestamp] {
    Set([offset(wall - 86_400), offset(wall + 86_400)]).filter { offset(wall - $0) == $0 }
      .map { Timestamp(milliseconds: (wall - $0) * 1000) }
  }

  private static func offset(of zone: String?) -> Offset? {
    guard let zone else { return LocalTime.secondsAhead(at:) }
    if ["Z", "UTC"].contains(zone) { return { _ in 0 } }
    if let sign = zone.first, "+-".contains(sign) {
      let digits = zone.dropFirst().filter(\.isNumber)
      guard let hours = Int64(digits.prefix(2)), let minutes = Int64(digits.suffix(2)), hours <= 14, minutes < 60 else {
        return nil
      }
      let seconds = (hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
      return { _ in seconds }
    }
    guard let known = TimeZone(identifier: zone) else { return nil }
    return { Int64(known.secondsFromGMT(for: Date(timeIntervalSince1970: Double($0)))) }
  }
}
