import Model
import Words

/// Which campaign something was about, with the name it had then: it may have left the list by the time it is named.
struct CampaignLabel: Equatable, Sendable {
  /// `nil` for all campaigns, and for one that is only just being made.
  var id: CampaignID?
  /// `nil` where it was not listed.
  var name: String?

  /// How texts name it: `“Summer sale”`, or its number when it was not among the listed.
  func text(_ words: any Words) -> String {
    name.map { "“\($0)”" } ?? id.map { words.term(.campaign($0.description)) } ?? words.term(.allCampaigns)
  }

  /// The same for a line that has other things to say: a long name is cut short.
  func short(_ words: any Words) -> String { text(words).shortened(to: Self.shortWidth) }

  /// Columns a name may take up in a notice.
  private static let shortWidth = 22
}
