/// A small random number generator whose draws depend on its seed alone.
///
/// Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// Makes the generator of one message's attempt: its draws depend neither on time nor on other messages.
  init(seed: UInt64, message: Int64, attempt: Int, purpose: UInt64) {
    var start = SplitMix64(seed: seed &+ purpose)
    start = SplitMix64(seed: start.next() ^ UInt64(bitPattern: message))
    start = SplitMix64(seed: start.next() ^ UInt64(truncatingIfNeeded: attempt))
    state = start.next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Draws a number from 0 up to, but not including, 1.
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Draws true with a probability.
  mutating func happens(_ probability: Double) -> Bool { share() < probability }

  /// Draws a span between two numbers of seconds.
  mutating func seconds(_ range: ClosedRange<Double>) -> Duration {
    .milliseconds(Int64((range.lowerBound + share() * (range.upperBound - range.lowerBound)) * 1000))
  }

  /// Draws one of several, by weight.
  mutating func pick<Value>(_ choices: [(weight: Int, value: Value)]) -> Value {
    let total = choices.reduce(0) { $0 + $1.weight }
    var left = Int(next() % UInt64(total))
    for choice in choices {
      left -= choice.weight
      if left < 0 { return choice.value }
    }
    return choices[choices.count - 1].value
  }
}
