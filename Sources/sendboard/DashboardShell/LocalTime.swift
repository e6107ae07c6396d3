import Glibc

/// The operator's clock, by `TZ` or the machine's setting.
///
/// Foundation's `TimeZone` says the same, and brings ICU into memory for it: 4 of the dashboard's 48 MB.
enum LocalTime {
  /// How far it is ahead of UTC at this moment.
  static var utcOffset: Duration {
    .seconds(secondsAhead(at: Int64(time(nil))))
  }

  /// How many seconds it is ahead of UTC at a moment, in seconds since 1970.
  static func secondsAhead(at moment: Int64) -> Int64 {
    tzset()
    var (time, parts) = (time_t(moment), tm())
    localtime_r(&time, &parts)
    return Int64(parts.tm_gmtoff)
  }
}
