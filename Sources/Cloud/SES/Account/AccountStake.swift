import Pacing
import Ports
import Synchronization

/// What the account holds for a permit: a place in the rate, and a part of what the day has left.
final class AccountStake: PermitStake {
  /// What comes back of one.
  struct Return: Sendable {
    var recipients: Int
    var isWhole: Bool
  }

  private let reserved: Mutex<PaceFile.Share>
  private let pace: PaceFile
  private let returns: Returns<Return>

  init(share: PaceFile.Share, pace: PaceFile, returns: Returns<Return>) {
    reserved = Mutex(share)
    self.pace = pace
    self.returns = returns
  }

  /// The place in the rate, as far as it was not given back.
  var share: PaceFile.Share { reserved.withLock { $0 } }

  /// How many it holds.
  var recipients: Int { share.recipients }

  func giveBack(_ recipients: Int, isWhole: Bool) {
    // Other processes wait for it too.
    if recipients > 0 { pace.giveBack(reserved.withLock { $0.split(recipients) }) }
    returns.put(Return(recipients: recipients, isWhole: isWhole))
  }
}
