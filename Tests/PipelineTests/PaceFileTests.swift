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
    // A second's worth at once, then the rate; the bucket may go into debt by one call.
    #expect(Double(taken) <= 1000 + 1000 * elapsed + 50)
    #expect(Double(taken) >= 1000 * elapsed)
  }

  @Test func whatIsGivenBackMayGoAtOnce() throws {
    defer { try? FileManager.default.removeItem(atPath: path) }  // As above.
    let file = try PaceFile(path: path)
    #expect(file.take(100, rate: 10) == .zero)
    let wait = file.take(1, rate: 10)
    #expect(wait > .seconds(8) && wait <= .seconds(9))
    file.giveBack(95, rate: 10)
    #expect(file.take(1, rate: 10) == .zero)
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
