extension Timestamp: CustomStringConvertible {
  /// The calendar fields of a timestamp in UTC (proleptic Gregorian calendar).
  package struct Fields: Equatable, Sendable {
    /// As on a calendar and a clock: months and days from 1, the rest from 0.
    package var year, month, day, hour, minute, second, millisecond: Int
  }

  /// The calendar fields in UTC.
  ///
  /// Days to civil date after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  package var fields: Fields {
    let day = milliseconds.floorDivided(by: 86_400_000)
    let rest = Int(milliseconds - day * 86_400_000)
    let shifted = Int(day) + 719_468
    let era = Int64(shifted).floorDivided(by: 146_097)
    let dayOfEra = shifted - Int(era) * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return Fields(
      year: yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1,
      hour: rest / 3_600_000, minute: rest / 60_000 % 60, second: rest / 1000 % 60, millisecond: rest % 1000)
  }

  /// Makes a timestamp from calendar fields in UTC; fields out of range carry over.
  package init(_ fields: Fields) {
    let year = fields.month <= 2 ? fields.year - 1 : fields.year
    let era = Int64(year).floorDivided(by: 400)
    let yearOfEra = Int64(year) - era * 400
    let shiftedMonth = Int64(fields.month > 2 ? fields.month - 3 : fields.month + 9)
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + Int64(fields.day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    let seconds = Int64(fields.hour) * 3600 + Int64(fields.minute) * 60 + Int64(fields.second)
    self.init(milliseconds: days * 86_400_000 + seconds * 1000 + Int64(fields.millisecond))
  }

  /// Makes the midnight, in UTC, that begins a day; `nil` for a day that no calendar has.
  package init?(year: Int, month: Int, day: Int) {
    let fields = Fields(year: year, month: month, day: day, hour: 0, minute: 0, second: 0, millisecond: 0)
    self.init(fields)
    guard self.fields == fields else { return nil }
  }

  /// ISO 8601 in UTC with milliseconds, such as `2026-11-21T09:05:00.120Z`.
  package var description: String {
    let f = fields
    var text = ""
    text.reserveCapacity(24)
    text.append(digits: f.year, width: 4)
    text.append("-")
    text.append(digits: f.month, width: 2)
    text.append("-")
    text.append(digits: f.day, width: 2)
    text.append("T")
    text.append(digits: f.hour, width: 2)
    text.append(":")
    text.append(digits: f.minute, width: 2)
    text.append(":")
    text.append(digits: f.second, width: 2)
    text.append(".")
    text.append(digits: f.millisecond, width: 3)
    text.append("Z")
    return text
  }
}

extension Int64 {
  fileprivate func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}

extension String {
  fileprivate mutating func append(digits value: Int, width: Int) {
    let text = String(value)
    for _ in 0..<max(0, width - text.utf8.count) { append("0") }
    append(text)
  }
}
