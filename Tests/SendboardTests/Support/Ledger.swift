import Foundation
import Testing

/// What the simulator accepted, as its ledger says: the proof from outside that nobody was mailed twice.
struct Ledger {
  var messages: [String] = []
  var addresses: [String] = []

  init(path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let message = entry?["message"] as? String, let address = entry?["address"] as? String else {
        throw Obstacle("not a line of a ledger: \(line)")
      }
      messages.append(message)
      addresses.append(address)
    }
  }

  /// Counts the lines that are whole while the simulator is still writing: the last may be there in part only.
  static func lines(_ path: String) -> Int {
    (FileManager.default.contents(atPath: path) ?? Data()).count { $0 == UInt8(ascii: "\n") }
  }

  static func isEmpty(_ path: String) -> Bool {
    // Absent until the first call.
    ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "").isEmpty
  }

  /// Expects no message and no address twice.
  func expectNobodyTwice(_ comment: Comment? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(Self.repeated(messages).isEmpty, comment, sourceLocation: sourceLocation)
    #expect(Self.repeated(addresses).isEmpty, comment, sourceLocation: sourceLocation)
  }

  private static func repeated(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { !seen.insert($0).inserted }
  }
}
