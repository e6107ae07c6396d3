import Model
import Testing

@Suite struct TimestampParsingTests {
  @Test(arguments: [
    ("2016-10-19T23:20:52.240Z", "2016-10-19T23:20:52.240Z"), ("2016-10-19T23:20:52Z", "2016-10-19T23:20:52.000Z"),
    ("2016-10-19t23:20:52.2z", "2016-10-19T23:20:52.200Z"),
    ("2016-10-19T23:20:52.240999999Z", "2016-10-19T23:20:52.240Z"),
    ("2016-10-19T18:20:52-05:00", "2016-10-19T23:20:52.000Z"), ("2016-10-20T08:20:52+0900", "2016-10-19T23:20:52.000Z"),
    ("2016-10-19T23:05:45 +0000", "2016-10-19T23:05:45.000Z"), ("2016-10-19 23:05:45+00", "2016-10-19T23:05:45.000Z"),
    ("2016-02-29T00:00:00Z", "2016-02-29T00:00:00.000Z"), ("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z"),
    ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000Z"),
  ])
  func reads(text: String, time: String) {
    #expect(Timestamp(iso8601: text)?.description == time)
  }

  @Test(arguments: [
    "", "2016-10-19", "2016-10-19T23:20:52", "2016-13-19T23:20:52Z", "2016-00-19T23:20:52Z", "2016-10-32T23:20:52Z",
    "2015-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2016-10-19T24:00:00Z", "2016-10-19T23:60:00Z",
    "2016-10-19T23:20:61Z", "2016-10-19T23:20:52.Z", "2016-10-19T23:20:52Zx", "2016-10-19T23:20:52+24:00",
    "2016-10-19T23:20:52+05:60", "2016-10-19T23:20:52+5", "16-10-19T23:20:52Z", "２016-10-19T23:20:52Z", "null",
  ])
  func refuses(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }

  @Test func readsWhatItWrites() {
    var generator = Seeded(state: 7)
    for _ in 0..<2000 {
      let time = Timestamp(milliseconds: Int64.random(in: -62_167_219_200_000...253_402_300_799_999, using: &generator))
      #expect(Timestamp(iso8601: time.description) == time)
    }
  }
}

/// SplitMix64: the same numbers on every run.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
