import struct Foundation.Date

/// A moment as signatures want it, `20150830T123600Z`; without a formatter, which would cost more than the signature.
struct SigningTime {
  /// All sixteen characters.
  let stamp: [UInt8]
  /// The first eight of them: the day a signing key is good for.
  var day: ArraySlice<UInt8> { stamp[..<8] }

  init(_ date: Date) {
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    let (days, time) = seconds.quotientAndRemainder(flooringBy: 86_400)
    let (year, month, day) = CivilDay.date(daysSinceEpoch: days)
    var stamp: [UInt8] = []
    stamp.reserveCapacity(16)
    stamp.appendDecimal(year, digits: 4)
    stamp.appendDecimal(month, digits: 2)
    stamp.appendDecimal(day, digits: 2)
    stamp.append(UInt8(ascii: "T"))
    stamp.appendDecimal(time / 3_600, digits: 2)
    stamp.appendDecimal(time / 60 % 60, digits: 2)
    stamp.appendDecimal(time % 60, digits: 2)
    stamp.append(UInt8(ascii: "Z"))
    self.stamp = stamp
  }
}

/// Days of the Gregorian calendar, counted from 1970-01-01 and back again
/// (the arithmetic of <https://howardhinnant.github.io/date_algorithms.html>).
enum CivilDay {
  /// Finds year, month and day.
  static func date(daysSinceEpoch days: Int) -> (year: Int, month: Int, day: Int) {
    // Years are counted from March, so that the leap day is their last.
    let (era, dayOfEra) = (days + 719_468).quotientAndRemainder(flooringBy: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Counts the days.
  static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let (era, yearOfEra) = (month <= 2 ? year - 1 : year).quotientAndRemainder(flooringBy: 400)
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Int {
  /// Divides so that the remainder is never negative: moments before 1970 too lie within a day.
  func quotientAndRemainder(flooringBy divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

extension [UInt8] {
  fileprivate mutating func appendDecimal(_ value: Int, digits: Int) {
    var divisor = 1
    for _ in 1..<digits { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }
}
