import Foundation
import Model
import Ports
import Sandbox
import Testing
import TestSupport

/// A simulator on a queue file and a ledger of its own.
struct SimulatorFixture {
  let folder: TemporaryFolder
  let clock = MovableClock()
  let queue: EmbeddedQueue
  let simulator: Simulator

  init(_ settings: SimulatorSettings = .quick) async throws {
    folder = try TemporaryFolder()
    queue = try await QueueStore.open(path: folder.file("queues.db"), clock: clock.wallClock).queue("events")
    simulator = Simulator(
      settings: settings, events: queue, ledger: try SimulatorLedger(path: folder.file("ledger")),
      clock: clock.wallClock)
  }

  static func campaign(
    channel: Channel = .email, subject: String = "Hello {{name}}", columns: [String] = ["name"]
  ) -> Campaign {
    Campaign(
      id: CampaignID(rawValue: 7), name: "Spring", channel: channel, state: .sending, operator: "kim",
      createdAt: Timestamp(milliseconds: 0), audience: "people.csv",
      template: Template(from: "News \"Desk\" <news@Example.com>", subject: subject, text: "Hi", html: nil),
      columns: columns, batchSize: 50)
  }

  static func recipients(_ addresses: [String], attempt: Int = 1, from first: Int64 = 1) -> [ClaimedMessage] {
    addresses.enumerated().map { index, address in
      ClaimedMessage(
        message: MessageID(rawValue: first + Int64(index)), attempt: attempt, address: address, values: ["김철수"])
    }
  }

  func send(
    _ recipients: [ClaimedMessage], campaign: Campaign = SimulatorFixture.campaign()
  ) async -> SendAnswer {
    await simulator.send(
      SendRequest(campaign: campaign, recipients: recipients, storeID: "store-1"),
      under: Permit(recipients: recipients.count))
  }

  /// Takes everything off the event queue, in order of receipt.
  func takeBodies() async throws -> [String] {
    var bodies: [String] = []
    while true {
      let messages = try await queue.receive(max: 10, wait: .zero, visibility: nil)
      if messages.isEmpty { return bodies }
      bodies += messages.map(\.body)
      _ = try await queue.delete(messages.map(\.receipt))
    }
  }

  /// Takes everything off the event queue as parsed JSON.
  func takeEvents() async throws -> [JSONObject] { try await takeBodies().map(JSONObject.init) }

  func ledgerLines() async throws -> [JSONObject] {
    try String(contentsOfFile: folder.file("ledger"), encoding: .utf8).split(separator: "\n")
      .map { try JSONObject(String($0)) }
  }
}

/// A JSON object as Foundation reads it.
struct JSONObject: @unchecked Sendable {
  // Unchecked since `Any` cannot be Sendable; the values are plain and never changed.
  private let fields: [String: Any]

  init(_ text: String) throws {
    fields = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private init(_ fields: [String: Any]) { self.fields = fields }

  var keys: Set<String> { Set(fields.keys) }

  /// The object under a key; empty when there is none.
  subscript(key: String) -> JSONObject { JSONObject(fields[key] as? [String: Any] ?? [:]) }

  func text(_ key: String) -> String? { fields[key] as? String }

  func texts(_ key: String) -> [String] { fields[key] as? [String] ?? [] }

  func objects(_ key: String) -> [JSONObject] { (fields[key] as? [[String: Any]] ?? []).map(JSONObject.init) }
}
