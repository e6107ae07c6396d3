import Testing

@testable import ProviderEvents

/// Pins what is stored: were an identity to change, every event ingested before would be stored a second time.
///
/// The values come from an implementation in Python that shares no code with this one: the documents read with
/// `json.loads(text, object_pairs_hook=…, parse_int=…, parse_float=…)`, so that members keep their order and numbers
/// their spelling; `state = seed ^ 0x9E3779B97F4A7C15` at first; for each word `p = (state ^ word) *
/// 0xA0761D6478BD642F` as an integer without bounds, then `state = ((p >> 64) ^ (p mod 2**64)) + 0xE7037ED1A0B428DB mod
/// 2**64`; bytes as words of eight in little-endian order, then the rest as one in big-endian order, then their count;
/// at the end MurmurHash3's `fmix64`. If a test here fails, the code is wrong and not the value.
@Suite struct IdentityValuesTests {
  private static let mail =
    #""mail":{"timestamp":"2026-11-20T10:00:00.000Z","messageId":"m-1","#
    + #""destination":["kim@example.com","lee@example.com"]}"#

  @Test(arguments: [
    (#"{"eventType":"Send","send":{},"# + mail + "}", [1_300_841_290_085_040_659, 8_338_869_828_737_632_719]),
    (
      #"{"eventType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General","feedbackId":"f-1","#
        + #""timestamp":"2026-11-20T10:00:05.123Z","bouncedRecipients":[{"emailAddress":"Kim <kim@EXAMPLE.com>","#
        + #""action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 \uc0ac\uc6a9\uc790 \"없음\""}]},"#
        + mail + "}", [-7_203_905_425_898_106_576]
    ),
    (
      #"{"eventType":"Delivery","delivery":{"timestamp":"2026-11-20T10:00:03.000Z","processingTimeMillis":3000,"#
        + #""recipients":["kim@example.com"],"smtpResponse":"250 ok"},"# + mail + "}", [5_601_150_116_743_043_654]
    ),
    // Neither a type that is known, nor a message id: the whole document counts.
    (
      #"{"eventType":"Wonder","wonder":{"deep":[1,2.50,true,false,null,[],{}]},"#
        + #""mail":{"timestamp":"2026-11-20T10:00:00.000Z","destination":["kim@example.com"]}}"#,
      [-5_949_008_619_065_360_983]
    ),
  ])
  func identitiesNeverChange(document: String, identities: [Int64]) throws {
    #expect(try events(document).facts.map(\.identity) == identities)
    #expect(try events(Fixtures.sns(document)).facts.map(\.identity) == identities)
  }

  /// No byte, seven, eight and nine: the edges of a word.
  @Test(arguments: [
    ("", 0xfc01_a2cd_b899_a8e5 as UInt64), ("abcdefg", 0x8c2e_2c98_5367_2572), ("abcdefgh", 0x58c5_bc07_4d8f_ebb2),
    ("abcdefghi", 0xd7a3_5eb6_3ec3_9be6),
  ])
  func theHashNeverChanges(text: String, value: UInt64) {
    var hash = IdentityHash(seed: 7)
    hash.combine(text)
    #expect(hash.value == value)
  }
}
