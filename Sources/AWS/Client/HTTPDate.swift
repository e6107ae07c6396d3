/// Reads the dates of HTTP headers (<https://www.rfc-editor.org/rfc/rfc9110#name-date-time-formats>).
enum HTTPDate {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT` as seconds since 1970; `nil` for the obsolete forms, which AWS never sends.
  static func seconds(_ text: String) -> Int64? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", parts[0].hasSuffix(","), let day = Int(parts[1]),
      let month = months.firstIndex(where: { $0 == parts[2] }), let year = Int(parts[3]), (1970...9999).contains(year)
    else { return nil }
    let clock = parts[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3, (1...31).contains(day), (0...23).contains(clock[0]), (0...59).contains(clock[1]),
      (0...60).contains(clock[2])
    else { return nil }
    let days = CivilDay.daysSinceEpoch(year: year, month: month + 1, day: day)
    return Int64(days * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2])
  }
}
