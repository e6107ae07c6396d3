import Model
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    (-1, "1969-12-31T23:59:59.999Z"), (1_476_919_252_240, "2016-10-19T23:20:52.240Z"),
  ])
  func description(milliseconds: Int64, text: String) {
    let time = Timestamp(milliseconds: milliseconds)
    #expect(time.description == text)
    #expect(Timestamp(time.fields) == time)
  }
}
