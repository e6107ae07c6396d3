import Model
import Testing

@Suite struct ForecastTests {
  private typealias Paces = Forecast.Paces

  @Test func nothingKnownIsNothingTold() {
    #expect(Forecast.time(of: 100, behind: 0, Paces()) == nil)
    #expect(Forecast.time(of: 100, behind: 0, Paces(worker: 0, lately: 0)) == nil)
  }

  /// 1,000 behind 500 at 50 a second: 30 seconds.
  @Test func theSlowestBoundCounts() {
    let time = Forecast.time(of: 1000, behind: 500, Paces(worker: 200, account: 50, lately: 10))
    #expect(time == .init(span: .seconds(30), rate: 50, basis: .account))
  }

  @Test func whatWasSeenCountsWhereNothingBounds() {
    #expect(Forecast.time(of: 300, behind: 0, Paces(lately: 10)) == .init(span: .seconds(30), rate: 10, basis: .lately))
  }

  /// A campaign's own rate holds for its own recipients: 100 at 1 a second are longer than 1,100 at 50; 100 at 10 are not
  /// longer than 1,100 at 50.
  @Test func aCampaignsOwnRateHoldsForItAlone() {
    #expect(
      Forecast.time(of: 100, behind: 1000, Paces(campaign: 1, account: 50))
        == .init(span: .seconds(100), rate: 1, basis: .campaign))
    #expect(
      Forecast.time(of: 100, behind: 1000, Paces(campaign: 10, account: 50))
        == .init(span: .seconds(22), rate: 50, basis: .account))
    #expect(
      Forecast.time(of: 60, behind: 9, Paces(campaign: 1)) == .init(span: .seconds(60), rate: 1, basis: .campaign))
  }

  @Test func whatItCosts() {
    #expect(Forecast.Price(perThousand: 0.10, currency: "USD").of(100_000) == 10)
  }
}

@Suite struct SendRateTests {
  @Test(arguments: [
    ("20", 20.0), ("0.5/s", 0.5), ("300/m", 5), ("3600/h", 1), ("", nil), ("0", nil), ("-1", nil), ("20/d", nil),
    ("1e9", nil), ("fast", nil), ("20/s/s", nil), ("nan", nil), ("inf", nil),
  ]) func itIsReadAsItIsWritten(text: String, perSecond: Double?) {
    #expect(SendRate(text)?.perSecond == perSecond)
  }
}

@Suite struct AdvertisingTests {
  private func template(_ subject: String = "", text: String? = nil, stored: String? = nil) -> Template {
    Template(from: "a@example.com", subject: subject, text: text, html: nil, storedName: stored)
  }

  @Test(arguments: [("봄 세일", "(광고) 봄 세일"), ("(광고) 봄", "(광고) 봄"), ("(광고)봄", "(광고)봄"), ("[광고] 봄", "(광고) [광고] 봄")])
  func anEmailsSubjectBeginsWithTheMark(subject: String, marked: String) throws {
    #expect(try Advertising.marked(template(subject), .email).subject == marked)
  }

  @Test func whatSESKeepsIsMarkedThere() throws {
    #expect(throws: Advertising.Problem.unmarkedStoredSubject) {
      try Advertising.marked(template("봄", stored: "spring"), .email)
    }
    #expect(try Advertising.marked(template("(광고) 봄", stored: "spring"), .email).subject == "(광고) 봄")
  }

  @Test(arguments: [
    ("봄 세일\n무료수신거부 080-123-4567", true), ("무료거부 0801234567", true), ("무료수신거부: 080 1234 5678", true),
    ("무료수신거부 02-123-4567", false), ("080-123-4567", false), ("무료수신거부 080-12", false), ("봄 세일", false),
    ("무료거부는 이곳, 무료수신거부 080-123-4567", true),
  ]) func aTextMessageNamesAFreeNumber(text: String, isGood: Bool) throws {
    let message = template(text: text)
    if isGood {
      #expect(try Advertising.marked(message, .sms).text == "(광고) \(text)")
    } else {
      #expect(throws: Advertising.Problem.noFreeRefusal) { try Advertising.marked(message, .sms) }
    }
  }
}
