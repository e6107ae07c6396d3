import Audience
import Model
import Ports
import Testing

private func read(_ text: String, _ channel: Channel) throws -> (columns: [String], entries: [AudienceEntry]) {
  var reader = try CSVAudience(rows: CSVReader(read: pieces(Array(text.utf8), 4096)), channel: channel)
  var entries: [AudienceEntry] = []
  while let entry = try reader.next() { entries.append(entry) }
  return (reader.columns, entries)
}

@Suite struct CSVAudienceTests {
  @Test func recipientsAndInvalidRows() throws {
    let (columns, entries) = try read(
      "name, E-Mail ,쿠폰\nKim,Kim+a@Example.COM,A1\nLee,nobody,A2\nPark\nChoi,c@d.co,\n", .email)
    #expect(columns == ["name", "쿠폰"])
    #expect(
      entries == [
        .recipient(AudienceRecipient(line: 2, address: "Kim+a@example.com", values: ["Kim", "A1"])),
        .invalid(InvalidRecipient(line: 3, problem: .address(.noAt), text: "nobody")),
        .invalid(InvalidRecipient(line: 4, problem: .fieldCount(1, header: 3))),
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
    #expect(problem == InvalidRecipient(line: 3, problem: .address(.nationalNumber), text: "010-1234-5678"))
  }

  @Test func noAddressColumnListsTheColumns() {
    #expect {
      try read("name,addr\nKim,a@b.co\n", .email)
    } throws: { error in
      guard let error = error as? CSVError else { return false }
      return error == CSVError(.noAddressColumn(wanted: "email", columns: ["name", "addr"]), line: 1)
    }
    #expect(throws: CSVError.self) { try read("email\na@b.co\n", .sms) }
    #expect(throws: CSVError.self) { try read("Email,EMAIL\na@b.co,c@d.co\n", .email) }
  }

  @Test(arguments: [
    ("이메일", Channel.email), ("이메일 주소", .email), ("Email Address", .email), ("E-mail", .email),
    ("email_address", .email),
    ("MAIL", .email), ("메일", .email), ("휴대폰번호", .sms), ("휴대폰", .sms), ("전화번호", .sms), ("Phone Number", .sms),
    ("mobile", .sms), ("Cell", .sms),
  ]) func theAddressColumnMayHaveAUsualName(name: String, channel: Channel) throws {
    let address = channel == .email ? "kim@example.com" : "+821012345678"
    let (columns, entries) = try read("이름,\(name)\n김,\(address)\n", channel)
    #expect(columns == ["이름"])
    #expect(entries == [.recipient(AudienceRecipient(line: 2, address: address, values: ["김"]))])
  }

  /// The channel's own word wins; two others do not, nor does what only begins as one.
  @Test func whereItIsNotCertainNobodyIsSentTo() throws {
    #expect(try read("이메일,email\nx,a@b.co\n", .email).columns == ["이메일"])
    // Its own name is certain, also beside itself in other spellings.
    #expect(try read("E-mail,email\nx,a@b.co\n", .email).columns == ["E-mail"])
    #expect(try read("Email,EMAIL,email\nx,y,a@b.co\n", .email).columns == ["Email", "EMAIL"])
    #expect(try read("E-mail,Email\nx,a@b.co\n", .email).columns == ["E-mail"])
    for both in [["E-mail", "Email Address"], ["email_", "e.mail"], ["Mail", "E-mail"]] {
      #expect {
        try read("\(both[0]),\(both[1])\na@b.co,c@d.co\n", .email)
      } throws: {
        ($0 as? CSVError) == CSVError(.severalAddressColumns(wanted: "email", both), line: 1)
      }
    }
    #expect {
      try read("이메일,Mail\na@b.co,c@d.co\n", .email)
    } throws: { error in
      guard let error = error as? CSVError else { return false }
      return error == CSVError(.severalAddressColumns(wanted: "email", ["이메일", "Mail"]), line: 1)
    }
    #expect(throws: CSVError.self) { try read("email opt in\nyes\n", .email) }
  }

  private func columns(_ text: String, _ column: String, _ variables: [String] = []) throws -> [String] {
    try CSVAudience(
      rows: CSVReader(read: pieces(Array(text.utf8), 4096)), channel: .email, addressColumn: column,
      variables: variables
    ).columns
  }

  @Test func whoeverKnowsNamesTheColumn() throws {
    let text = "Kontakt,email,Mail\na@b.co,x,y\n"
    #expect(try columns(text, "Kontakt") == ["email", "Mail"])
    #expect(try columns(text, "kontakt ") == ["email", "Mail"])
    #expect(throws: CSVError(.noSuchColumn("Adresse", columns: ["Kontakt", "email", "Mail"]), line: 1)) {
      try columns(text, "Adresse")
    }
    // A template that asks for it by its own name gets it.
    #expect(try columns(text, "Kontakt", ["Kontakt"]) == ["Kontakt", "email", "Mail"])
    #expect(try columns(text, "email", ["email"]) == ["Kontakt", "Mail"])
  }
}
