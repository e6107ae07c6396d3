import Dashboard
import Model

/// What the quarantine and the operators' record hold.
extension Sample {
  static let quarantine: [QuarantineSummary] = [
    QuarantineSummary(
      id: 17, at: ago(60), error: "broken JSON: an escape is not valid, at byte 12", size: 48,
      head: Array("{\"eventType\":\"B\\ounce\"".utf8) + [0xFF, 0xFE]),
    QuarantineSummary(
      id: 12, at: ago(7200), error: "the JSON has neither eventType nor notificationType, and is in no known envelope",
      size: 2_400_000, head: Array("{\"hello\":\"세계\"}".utf8)),
    QuarantineSummary(
      id: 3, at: ago(400_000), error: "it names no recipient, and its tags no message of this store that it fits",
      size: 1810, head: Array("{\"eventType\":\"Open\"}".utf8)),
  ]

  static func document(_ id: Int64) -> QuarantineEntry? {
    quarantine.first { $0.id == id }.map { summary in
      let lines = (1...40).map { "line \($0) of the document" }.joined(separator: "\n")
      return QuarantineEntry(
        id: id, at: summary.at, error: summary.error, bytes: summary.head + Array("\n\(lines)".utf8))
    }
  }

  static let history: [HistoryEntry] = [
    HistoryEntry(
      id: 4, at: ago(30), operator: "kim", action: "resend", campaign: summer, condition: "softBounced", count: 120,
      result: "skipped 15"),
    HistoryEntry(
      id: 3, at: ago(600), operator: "lee", action: "pause", campaign: summer, condition: "all", count: 1,
      result: "paused"),
    HistoryEntry(
      id: 2, at: ago(4000), operator: "kim", action: "drop", campaign: nil, condition: "quarantined document 1, 2",
      count: 2,
      result: "dropped"),
    HistoryEntry(
      id: 1, at: ago(90_000), operator: "kim", action: "send", campaign: receipts, condition: "영수증.csv", count: 100_000,
      result: "launched"),
  ]
}
