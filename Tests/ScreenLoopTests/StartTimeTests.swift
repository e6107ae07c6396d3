import Foundation
import Model
import Testing
import Words

@testable import sendboard

/// When something is to begin, as it is written.
@Suite struct StartTimeTests {
  /// 2026-11-26 20:00 UTC.
  private let now = Timestamp(milliseconds: 1_795_723_200_000)

  @Test(
    arguments: [
      ("2026-12-01 09:30Z", "2026-12-01T09:30:00.000Z"), ("2026-12-01T09:30:15Z", "2026-12-01T09:30:15.000Z"),
      ("2026-12-01 09:30 +09:00", "2026-12-01T00:30:00.000Z"), ("2026-12-01 09:30 -0330", "2026-12-01T13:00:00.000Z"),
      ("2026-12-01 9:30 Asia/Seoul", "2026-12-01T00:30:00.000Z"), ("20:01Z", "2026-11-26T20:01:00.000Z"),
      // Today's is over, so it is tomorrow's; and it is tomorrow already in Seoul.
      ("20:00Z", "2026-11-27T20:00:00.000Z"), ("19:59 UTC", "2026-11-27T19:59:00.000Z"),
      ("06:00 Asia/Seoul", "2026-11-26T21:00:00.000Z"), ("04:00 Asia/Seoul", "2026-11-27T19:00:00.000Z"),
      ("  2027-02-28 00:00Z ", "2027-02-28T00:00:00.000Z"),
      // As a Korean or Japanese keyboard writes them.
      ("２０２７-01-01 09:30Z", "2027-01-01T09:30:00.000Z"), ("２０２７－０１－０１　０９：３０Z", "2027-01-01T09:30:00.000Z"),
      // The clock is put forward at 02:00 and back at 03:00 there.
      ("2027-03-28 03:00 Europe/Berlin", "2027-03-28T01:00:00.000Z"),
      ("2027-03-28 01:59 Europe/Berlin", "2027-03-28T00:59:00.000Z"),
      ("2027-10-31 03:00 Europe/Berlin", "2027-10-31T02:00:00.000Z"),
    ]) func isRead(text: String, wanted: String) throws
  {
    #expect(try StartTime.read(text, now: now).description == wanted)
  }

  /// A clock that is put forward or back today shows the time tomorrow.
  @Test(
    arguments: [
      // 2027-10-31 02:30 was there twice, and both are over at 18:00 UTC.
      (1_825_005_600_000, "02:30 Europe/Berlin", "2027-11-01T01:30:00.000Z"),
      // 2027-03-28 02:30 is left out.
      (1_806_256_800_000, "02:30 Europe/Berlin", "2027-03-29T00:30:00.000Z"),
    ]) func aDayOnWhichTheClockChangesIsPassedOver(at: Int64, text: String, wanted: String) throws
  {
    #expect(try StartTime.read(text, now: Timestamp(milliseconds: at)).description == wanted)
  }

  @Test(
    arguments: [
      ("٢٠٢٧-01-01 09:30Z", .notUnderstood), ("09:٣٠", .notUnderstood),
      ("", .notUnderstood), ("tomorrow", .notUnderstood), ("2026-12-01", .notUnderstood), ("24:00", .notUnderstood),
      ("09:60", .notUnderstood), ("09:30:61", .notUnderstood), ("2026-12-01 09:30 +1", .notUnderstood),
      ("2026-12-01 09:30 Asia/Soul", .unknownZone("Asia/Soul")), ("09:30 +15:00", .unknownZone("+15:00")),
      ("2026-02-30 09:30", .noSuchDay), ("2026-13-01 09:30", .noSuchDay), ("2027-02-29 09:30", .noSuchDay),
      ("2027-03-28 02:30 Europe/Berlin", .noSuchTime), ("2027-10-31 02:30 Europe/Berlin", .twice),
      ("2027-12-01 09:30Z", .tooFar), ("2026-11-26 20:00Z", .over(at: Timestamp(milliseconds: 1_795_723_200_000))),
    ] as [(String, StartProblem)]) func isRefused(text: String, problem: StartProblem) throws
  {
    let error = #expect(throws: CommandError.self) { try StartTime.read(text, now: now) }
    #expect(error?.text == .composing(.start(text, problem)), "\(text): \(error?.description ?? "")")
  }
}
