import ProviderEvents
import Testing

@Suite struct EventIdentityTests {
  private func identity(_ document: String) throws -> Int64? { try events(document).facts.first?.identity }

  @Test func orderAndEscapesMakeNoDifference() throws {
    let one =
      #"{"eventType":"Click","click":{"timestamp":"2017-08-09T23:51:25Z","link":"http://a/b"},"#
      + #""mail":{"messageId":"m-1","timestamp":"2017-08-09T23:51:24Z","destination":["a@b.co"]}}"#
    let other =
      #"{ "mail": {"destination":["X <a@B.co>"], "timestamp":"2017-08-09T23:51:24Z","#
      + #""messageId":"m\u002d1"}, "click" : {"link":"http:\/\/a\/b", "timestamp":"2017-08-09T23:51:25Z"},"#
      + #" "eventType" : "Click" }"#
    #expect(try identity(one) == identity(other))
  }

  @Test func theEnvelopesIdPlaysNoPart() throws {
    #expect(try identity(Fixtures.bounce) == identity(Fixtures.sns(Fixtures.bounce, id: "other")))
  }

  @Test func nearTwinsDiffer() throws {
    let twins = [
      Fixtures.bounce, Fixtures.complaint,
      Fixtures.bounce.replacing("00:41:02.669Z", with: "00:41:02.670Z"),
      Fixtures.bounce.replacing("5.1.1 user", with: "5.1.2 user"),
      Fixtures.bounce.replacing("dd0099a07f8a-000000\",", with: "dd0099a07f8a-000001\","),
      Fixtures.bounce.replacing(#"{"emailAddress":"recipient@"#, with: #"{"emailAddress":"recipient2@"#),
      Fixtures.bounce.replacing("\"General\"", with: "\"NoEmail\""),
      Fixtures.open, Fixtures.open.replacing("iPhone", with: "iPad"),
      Fixtures.open.replacing("192.0.2.1\"", with: "192.0.2.2\""), Fixtures.click,
      Fixtures.click.replacing("/ses/\"", with: "/sns/\""), Fixtures.send,
      Fixtures.open.replacing("\"messageId\"", with: "\"none\""),
      Fixtures.open.replacing("\"messageId\"", with: "\"none\"").replacing("Message sent", with: "Message gone"),
    ]
    let identities = try twins.map(identity)
    #expect(Set(identities).count == twins.count)
  }

  @Test func recipientsListedTwiceCountOnce() throws {
    let document = Fixtures.delivery.replacing(
      #"["recipient@example.com"],"#, with: #"["recipient@example.com","recipient@EXAMPLE.com","b@c.co"],"#)
    let facts = try events(document).facts
    #expect(facts.map(\.address) == ["recipient@example.com", "b@c.co"])
    #expect(try facts.first?.identity == events(Fixtures.delivery).facts.first?.identity)
  }

  @Test func noCollisionsAmongManySimilar() throws {
    var seen: Set<Int64> = []
    for number in 0..<5000 {
      let document =
        #"{"eventType":"Send","mail":{"messageId":"m\#(number)","destination":["a@b.co"],"#
        + #""timestamp":"2017-08-09T23:51:24Z"}}"#
      if let value = try identity(document) { seen.insert(value) }
    }
    #expect(seen.count == 5000)
  }
}
