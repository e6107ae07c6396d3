/// What a limit says to whoever would make a call now.
///
/// A limit is a struct with a mutating function that takes the time and returns this: it waits for nobody and reads no
/// clock. Who drives it waits as it is told, and asks again.
package enum Turn<Stop: Sendable>: Sendable {
  /// A call may be made now, with so many recipients.
  case go(Int)
  /// None may be made before an instant, or before something happens that the limit is told of, such as the end of a call;
  /// `nil` where only that can help.
  case wait(until: ContinuousClock.Instant?)
  /// None will be made until somebody acts.
  case stopped(Stop)

  /// What two limits say together: the stricter word.
  package func and(_ other: Turn) -> Turn {
    switch (self, other) {
    case (.stopped, _): self
    case (_, .stopped): other
    case (.wait(let one), .wait(let two)): .wait(until: one.flatMap { one in two.map { max(one, $0) } })
    case (.wait, .go): self
    case (.go, .wait): other
    case (.go(let one), .go(let two)): .go(min(one, two))
    }
  }
}

extension Turn: Equatable where Stop: Equatable {}
