import Audience
import EventStore
import Foundation
import Model
import Ports
import Testing

@testable import sendboard

/// Messages as a CSV file that can be sent again.
@Suite struct ExportSheetTests {
  private func shape(_ id: Int64, _ columns: [String], _ channel: Channel = .email) -> EventStore.AudienceShape {
    .init(campaign: CampaignID(rawValue: id), channel: channel, columns: columns)
  }

  private func message(_ campaign: Int64?, reason: String? = nil) -> MessageSummary {
    MessageSummary(
      id: MessageID(rawValue: 1), campaign: campaign.map(CampaignID.init(rawValue:)), address: "kim@example.com",
      subject: "", status: .softBounced, providerID: nil, attempts: 1, updatedAt: Timestamp(milliseconds: 0),
      classification: Classification(kind: .soft, cause: "Transient", subtype: "MailboxFull", smtpStatus: "4.2.2"),
      reason: reason, isAssumed: false)
  }

  @Test func oneCampaignHasItsOwnColumnsInTheirOrder() {
    let sheet = ExportSheet([shape(1, ["name", "계약"])])
    #expect(sheet.header == ["email", "name", "계약", "status", "kind", "reason"])
    #expect(
      sheet.row(message(1, reason: "452 4.2.2 mailbox full"), ["김", "C-1"])
        == ["kim@example.com", "김", "C-1", "softBounced", "soft", "452 4.2.2 mailbox full"])
    #expect(sheet.unusualAddress == nil)
  }

  @Test func severalHaveTheColumnsOfAll() {
    let sheet = ExportSheet([shape(1, ["name", "a"]), shape(2, ["b", "name"])])
    #expect(sheet.header == ["email", "name", "a", "b", "status", "kind", "reason"])
    #expect(sheet.row(message(2), ["B", "N"]) == ["kim@example.com", "N", "", "B", "softBounced", "soft", ""])
    #expect(sheet.row(message(nil), []) == ["kim@example.com", "", "", "", "softBounced", "soft", ""])
    let both = ExportSheet([shape(1, ["name"]), shape(2, ["name"], .sms)])
    #expect(both.header == ["email", "phone", "name", "status", "kind", "reason"])
    #expect(both.row(message(2), ["N"]).prefix(3) == ["", "kim@example.com", "N"])
  }

  @Test func columnsThatAreThereAlreadyKeepTheirNames() {
    // What was exported and sent again has ours as its own.
    let sheet = ExportSheet([shape(1, ["status", "kind", "reason", "E-Mail"])])
    #expect(
      sheet.header
        == [
          "recipient", "status", "kind", "reason", "E-Mail", "sendboard status", "sendboard kind", "sendboard reason",
        ])
    #expect(sheet.unusualAddress == "recipient")
  }

  @Test func aServersWordsAreNoFormula() {
    let sheet = ExportSheet([shape(1, [])])
    #expect(sheet.row(message(1, reason: "=HYPERLINK(\"x\")"), []).last == "'=HYPERLINK(\"x\")")
  }

  @Test func whatStandsInALineIsReadBackAsItWas() throws {
    let rows = [["email", "a", "b"], ["kim@example.com", "x, \"y\"\nz", " blank "], ["lee@example.com", "", "\r\n"]]
    let path = NSTemporaryDirectory() + "/sendboard-sheet-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }  // Lies in the folder for such things.
    try Data(rows.map { ExportSheet.line($0) + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: path))
    var audience = try CSVAudience(path: path, channel: .email)
    #expect(audience.columns == ["a", "b"])
    var line = 2
    for row in rows.dropFirst() {
      let entry = try #require(try audience.next())
      #expect(
        entry
          == .recipient(AudienceRecipient(line: line, address: row[0], values: Array(row.dropFirst()))))
      line += row.joined().count { $0.isNewline } + 1
    }
  }
}
