import Model
import Words

extension CampaignSummary {
  /// Where it stands and all that is wrong with it, in one line: `finished, 25 dead, 701 uncertain`. The state is always
  /// said, whatever else there is.
  func line(_ words: any Words) -> String {
    let troubles = [
      (batches.dead, words.campaigns(.dead(batches.dead))),
      (count(.uncertain), words.batches(.uncertain(count(.uncertain)))),
      (refusedForGood, words.batches(.refused(refusedForGood))),
    ]
    return ([words.state(state)] + troubles.filter { $0.0 > 0 }.map(\.1)).joined(separator: ", ")
  }

  /// How much of it the provider has: in percent, and of a finished campaign how many are missing, for `99%` would look as
  /// if it went on.
  var share: String {
    let missing = recipients - handedOver
    guard state == .finished, missing > 0 else { return Figures.percent(handedOver, of: recipients) }
    return "-\(Figures.brief(missing))"
  }
}
