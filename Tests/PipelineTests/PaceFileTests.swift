import Foundation
import Model
import Pipeline
import Testing

@Suite struct PaceFileTests {
  private let path = NSTemporaryDirectory() + "sendboard-pace-\(UUID().uuidString)"

  @Test func twoProcessesTogetherStayWithinTheRate() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }  // What is left lies in the machine's folder for such.
    let files = [try PaceFile(path: path), try PaceFile(path: path)]
    let started = ContinuousClock.now
    var taken = 0
    while ContinuousClock.now - started < .milliseconds(1500) {
      for file in files where file.take(50, rate: 1000) == .zero { taken += 50 }
    }
    let elapsed = (ContinuousClock.now - started).seconds
    // A tenth of a second's worth at once, then the rate.
    #expect(Double(taken) <= 100 + 1000 * elapsed)
    #expect(taken > 500)
  }

  @Test func whatIsGivenBackMayGoAtOnce() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }  // As above.
    let file = try PaceFile(path: path)
    #expect(file.take(10, rate: 1) == .zero)
    let wait = file.take(10, rate: 1)
    #expect(wait > .seconds(9) && wait <= .seconds(10))
    file.giveBack(10, rate: 1)
    #expect(file.take(10, rate: 1) == .zero)
  }

  @Test func aFileThatIsNoBucketIsReplaced() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }  // As above.
    try "short".write(toFile: path, atomically: false, encoding: .utf8)
    let file = try PaceFile(path: path)
    #expect(file.take(10, rate: 10) == .zero)
    #expect(file.take(10, rate: 10) > .zero)
  }

  @Test func aFolderThatIsNotThereIsAnError() {
    #expect(throws: PaceFileError.self) { try PaceFile(path: path + "/missing/pace") }
  }
}
