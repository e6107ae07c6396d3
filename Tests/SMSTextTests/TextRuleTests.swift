import Model
import SMSText
import Testing

/// What the launch check counts.
@Suite struct TextRuleTests {
  private func text(_ letter: String, _ count: Int) -> String { String(repeating: letter, count: count) }

  @Test func byParts() {
    let rule = TextRule.parts
    #expect(rule.measure("Hello") == TextMeasure(form: .gsm(parts: 1), units: 5, limit: 160))
    #expect(rule.measure(text("a", 200)) == TextMeasure(form: .gsm(parts: 2), units: 200, limit: 306))
    #expect(rule.measure(text("가", 71)) == TextMeasure(form: .unicode(parts: 2), units: 71, limit: 134))
    #expect(
      rule.measure(text("가", 631))
        == TextMeasure(form: nil, units: 631, limit: 630, fault: .tooLong(631, most: 630)))
    #expect(rule.measure(" \n").fault == .blank)
  }

  /// One curly quote in 159 letters: 160 units of sixteen bits are three parts, with a straight one it is one.
  @Test func aCharacterThatCostsMoreIsNamed() {
    let measure = TextRule.parts.measure("’" + text("a", 159))
    #expect(measure.form == .unicode(parts: 3) && measure.foreign == PlacedCharacter(place: 1, character: "’"))
    // Of no consequence for the cost; and of a Korean text nobody would write it otherwise.
    #expect(TextRule.parts.measure("’" + text("a", 20)).foreign == nil)
    #expect(TextRule.parts.measure(text("가", 100)).foreign == nil)
  }

  @Test func byTypesOfKoreanCarriers() {
    let rule = TextRule.korean
    #expect(rule.measure("안녕") == TextMeasure(form: .koreanShort, units: 4, limit: 90))
    #expect(rule.measure(text("가", 46)) == TextMeasure(form: .koreanLong, units: 92, limit: 2000))
    #expect(rule.measure(text("가", 1001)).fault == .tooLong(2002, most: 2000))
    #expect(rule.measure("뷁").fault == .unfit([PlacedCharacter(place: 1, character: "뷁")]))
  }

  @Test func aReportCountsThem() {
    var report = TextReport()
    let rule = TextRule.parts
    for (number, text) in ["Hi", text("가", 71), "Hello", "", text("a", 1531)].enumerated() {
      report.add(rule.measure(text), number: number + 1, line: number + 2)
    }
    #expect(report.forms == [.gsm(parts: 1): 2, .unicode(parts: 2): 1])
    #expect(report.parts == 4 && report.faulty == 2)
    #expect(report.lines == [.init(line: 5, fault: .blank), .init(line: 6, fault: .tooLong(1531, most: 1530))])
    #expect(report.longest?.number == 5)
  }
}
