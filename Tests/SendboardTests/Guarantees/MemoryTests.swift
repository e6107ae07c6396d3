import Foundation
import Testing

extension GuaranteesEndToEnd {
  /// What an audience costs in memory.
  @Suite struct MemoryTests {
    /// Rows; a million takes a debug build too long for every day, so `SENDBOARD_MEMORY_ROWS` asks for it.
    private var manyRows: Int {
      ProcessInfo.processInfo.environment["SENDBOARD_MEMORY_ROWS"].flatMap(Int.init) ?? 200_000
    }

    @Test(.timeLimit(.minutes(10)))
    func anAudienceOfAnySizeNeedsOnlyTheCachesItFills() async throws {
      let place = try Workplace()
      let few = try await peak(of: 10_000, in: place)
      let many = try await peak(of: manyRows, in: place)
      print("MemoryTests: \(few) KiB for 10,000 rows, \(many) KiB for \(manyRows)")
      // What still grows: SQLite's page caches (2 MB of the staging file, 2 MB of the store while copying, 2 MB of the
      // queue) and the index of the write-ahead log, until they are full. Rows kept in memory would cost 20 MB and more.
      #expect(many - few < 12_000)
    }

    private func peak(of rows: Int, in place: Workplace) async throws -> Int {
      let audience = try place.writeAudience(rows, to: "\(rows).csv", prefix: "u\(rows)-")
      let result = try await place.run(place.sendArguments(audience, name: "\(rows)"), within: .seconds(500))
      #expect(result.status == 0, "\(result.errors)")
      #expect(try result.json()[0]["recipients"] as? Int == rows)
      return result.peakMemory
    }
  }
}
