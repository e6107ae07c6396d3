/// A dead letter by itself, and how letters are redriven little by little.
package enum LettersText: Equatable, Sendable {
  /// How many need nothing any more, and whether they are among those shown.
  case recovered(Int, areShown: Bool)
  case isRecovered, fate
  case title(String), gone
  case facts(sent: String, age: Duration, receives: Int), toBeSent(Int)
  case body, bodyNotSeen, recipients(Int)
  case ratePrompt, rateNeeded
  case atARate(perSecond: String, Int, span: Duration)
}
