package import Model

/// The right to hand so many recipients over in one call, now.
///
/// It is used up by the call or given back, whole or in part, exactly once: it cannot be copied, and one that nobody uses is
/// given back where it ends, whatever way its holder goes: an error, a cancellation, a return.
///
/// Crash point: a permit lives in the process that asked for it and leaves nothing behind when that is killed, but its place
/// in a rate that processes share, which is over a second later.
package struct Permit: ~Copyable, Sendable {
  /// How many may be handed over.
  package private(set) var recipients: Int
  private var stakes: [any PermitStake]

  /// Makes a permit.
  ///
  /// - Parameter stakes: what was taken for it, of as many recipients each; none for a provider without limits.
  package init(recipients: Int, stakes: [any PermitStake] = []) {
    self.recipients = recipients
    self.stakes = stakes
  }

  deinit {
    for stake in stakes { stake.giveBack(recipients, isWhole: true) }
  }

  /// Gives back all recipients but so many; nothing when there are no more.
  package mutating func giveBack(allBut count: Int) {
    guard count < recipients else { return }
    let rest = recipients - max(0, count)
    recipients -= rest
    for stake in stakes { stake.giveBack(rest, isWhole: false) }
  }

  /// Gives everything back: no call is made.
  package consuming func giveBack() {}

  /// Makes one of two for the same call: for no more recipients than each has; the rest of the larger is given back.
  package mutating func join(_ other: consuming Permit) {
    other.giveBack(allBut: recipients)
    giveBack(allBut: other.recipients)
    stakes += other.surrender()
  }

  /// Uses it up: the call is made.
  ///
  /// - Returns: what was taken for it.
  @discardableResult
  package consuming func use() -> [any PermitStake] {
    surrender()
  }

  /// Leaves nothing to give back.
  private mutating func surrender() -> [any PermitStake] {
    defer { stakes = [] }
    return stakes
  }
}

/// What one limit holds for a permit.
package protocol PermitStake: Sendable {
  /// Takes back recipients that are not handed over. Called from anywhere, so it waits for nobody.
  ///
  /// - Parameter isWhole: whether no call is made at all; nothing more comes back then.
  func giveBack(_ recipients: Int, isWhole: Bool)
}

/// Whether a provider takes a call.
package enum Admission: ~Copyable, Sendable {
  /// It does, for at least 1 recipient and at most those asked for.
  case granted(Permit)
  /// The account is stopped: nothing goes out until its owner acts. Nothing is reserved.
  case stopped(Refusal)
}
