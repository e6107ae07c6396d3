import Model
import Pipeline
import Testing

private func read(_ text: String, _ channel: Channel) throws -> (columns: [String], entries: [AudienceEntry]) {
  var reader = try AudienceReader(rows: CSVReader(read: pieces(Array(text.utf8), 4096)), channel: channel)
  var entries: [AudienceEntry] = []
  while let entry = try reader.next() { entries.append(entry) }
  return (reader.columns, entries)
}

@Suite struct AudienceReaderTests {
  @Test func recipientsAndInvalidRows() throws {
    let (columns, entries) = try read(
      "name, E-Mail ,쿠폰\nKim,Kim+a@Example.COM,A1\nLee,nobody,A2\nPark\nChoi,c@d.co,\n", .email)
    #expect(columns == ["name", "쿠폰"])
    #expect(
      entries == [
        .recipient(AudienceRecipient(line: 2, address: "Kim+a@example.com", values: ["Kim", "A1"])),
        .invalid(InvalidRecipient(line: 3, reason: "the address has no @")),
        .invalid(InvalidRecipient(line: 4, reason: "the row has 1 field, the header has 3")),
        .recipient(AudienceRecipient(line: 5, address: "c@d.co", values: ["Choi", ""])),
      ])
  }

  @Test func phones() throws {
    let (_, entries) = try read("PHONE\n+82 10-1234-5678\n010-1234-5678\n", .sms)
    #expect(entries.first == .recipient(AudienceRecipient(line: 2, address: "+821012345678", values: [])))
    guard case .invalid(let problem) = entries.last else {
      Issue.record("a national number must be invalid")
      return
    }
    #expect(problem.line == 3)
    #expect(problem.reason.contains("country code"))
    #expect(!problem.reason.contains("010-1234-5678"))
  }

  @Test func noAddressColumnListsTheColumns() {
    #expect {
      try read("name,addr\nKim,a@b.co\n", .email)
    } throws: { error in
      guard let error = error as? CSVError else { return false }
      return error.code == .noAddressColumn && error.context.contains("\"name\", \"addr\"")
    }
    #expect(throws: CSVError.self) { try read("email\na@b.co\n", .sms) }
    #expect(throws: CSVError.self) { try read("email,E-Mail\na@b.co,c@d.co\n", .email) }
  }
}
