import Testing
import Words

/// The particle after a value that is put into a Korean sentence.
@Suite struct ParticleTests {
  @Test(arguments: [
    // Hangul: whether the last syllable has a final, and whether that is ㄹ.
    ("메시지", "메시지를", "메시지가", "메시지는", "메시지로", "메시지와"),
    ("캠페인", "캠페인을", "캠페인이", "캠페인은", "캠페인으로", "캠페인과"),
    ("메일", "메일을", "메일이", "메일은", "메일로", "메일과"),
    // What stands behind a word and is not said.
    ("“여름 세일”", "“여름 세일”을", "“여름 세일”이", "“여름 세일”은", "“여름 세일”로", "“여름 세일”과"),
    ("배치(2)", "배치(2)를", "배치(2)가", "배치(2)는", "배치(2)로", "배치(2)와"),
  ])
  func hangul(word: String, object: String, subject: String, topic: String, direction: String, and: String) {
    let forms = Particle.allCases.map { $0.after(word) }
    #expect(forms == [object, subject, topic, direction, and])
  }

  /// 영 일 이 삼 사 오 육 칠 팔 구, 십 백 천 만 억 조.
  @Test(arguments: [
    ("0", "0을", "0으로"), ("1", "1을", "1로"), ("2", "2를", "2로"), ("3", "3을", "3으로"), ("4", "4를", "4로"),
    ("5", "5를", "5로"), ("6", "6을", "6으로"), ("7", "7을", "7로"), ("8", "8을", "8로"), ("9", "9를", "9로"),
    ("10", "10을", "10으로"), ("350", "350을", "350으로"), ("1,950", "1,950을", "1,950으로"),
    ("2,000", "2,000을", "2,000으로"), ("100,000", "100,000을", "100,000으로"),
    ("1,000,000,000,000", "1,000,000,000,000를", "1,000,000,000,000로"), ("1,002", "1,002를", "1,002로"),
  ])
  func digits(number: String, object: String, direction: String) {
    #expect(Particle.object.after(number) == object)
    #expect(Particle.direction.after(number) == direction)
  }

  /// Capitals by the names of the letters, words as they are borrowed.
  @Test(arguments: [
    ("SES", "SES를", "SES로"), ("DLQ", "DLQ를", "DLQ로"), ("URL", "URL을", "URL로"), ("DKIM", "DKIM을", "DKIM으로"),
    ("R", "R을", "R로"), ("u", "u를", "u로"), ("email", "email을", "email로"), ("file", "file을", "file로"),
    ("name", "name을", "name으로"), ("set", "set을", "set으로"), ("test", "test를", "test로"), ("app", "app을", "app으로"),
    ("sending", "sending을", "sending으로"), ("queue", "queue를", "queue로"),
    ("kim@example.com", "kim@example.com을", "kim@example.com으로"),
  ])
  func latin(word: String, object: String, direction: String) {
    #expect(Particle.object.after(word) == object)
    #expect(Particle.direction.after(word) == direction)
  }

  /// Where it cannot be told, both are written.
  @Test(arguments: ["", "…", "東京"]) func whatCannotBeReadHasBoth(word: String) {
    #expect(Particle.allCases.map { $0.after(word) } == ["을(를)", "이(가)", "은(는)", "(으)로", "와(과)"].map { word + $0 })
  }
}
