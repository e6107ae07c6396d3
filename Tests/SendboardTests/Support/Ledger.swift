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
