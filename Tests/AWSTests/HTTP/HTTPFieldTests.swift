import AWS
import HTTP
import Testing

@Suite struct HTTPFieldTests {
  @Test func aHeaderIsFoundWhateverItsCase() {
    let response = HTTPResponse(status: 200, headers: [HTTPField("X-Amzn-RequestId", "r1")])
    #expect(response.header("x-amzn-requestid") == "r1")
    #expect(response.header("date") == nil)
  }
}
