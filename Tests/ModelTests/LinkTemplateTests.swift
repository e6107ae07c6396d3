import Model
import Testing

/// A link leads where the configuration says, whatever stands in an address.
@Suite struct LinkTemplateTests {
  private static let message = MessageSummary(
    id: MessageID(rawValue: 7), campaign: CampaignID(rawValue: 3), address: "김&민+지@example.com", subject: "",
    status: .hardBounced, providerID: nil, attempts: 1, updatedAt: Timestamp(milliseconds: 0), classification: nil,
    reason: nil)

  /// The octets of 김, 민, 지 in UTF-8 are those of Python's `urllib.parse.quote('김&민+지@example.com', safe='')`.
  @Test func placesArePercentEncoded() throws {
    let link = try LinkTemplate(
      name: "Ticket", url: "https://t.example/{campaign}/search?q={address}&m={id}&s={status}&p={providerID}#x")
    #expect(
      link.url(for: Self.message)
        == "https://t.example/3/search?q=%EA%B9%80%26%EB%AF%BC%2B%EC%A7%80%40example.com&m=7&s=hardBounced&p=#x")
  }

  @Test(
    arguments: [
      ("https://t.example/{name}", .unknownPlace("name")), ("https://t.example/{Address}", .unknownPlace("Address")),
      ("https://t.example/{address", .strayBrace), ("https://t.example/}", .strayBrace), ("t.example/{id}", .noScheme),
      ("", .noScheme), ("://x", .noScheme), ("{id}:x", .noScheme), ("https://t.example/a b", .blank),
      ("https://t.example/\u{1B}]0;x", .blank),
    ] as [(String, LinkTemplate.Problem)]) func whatIsNoLinkIsSaid(url: String, problem: LinkTemplate.Problem)
  {
    #expect(throws: problem) { try LinkTemplate(name: "x", url: url) }
  }
}
