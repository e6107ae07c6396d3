import JSON
import Model
import Ports

extension MessageTags {
  /// Reads our tags from `mail.tags`; `nil` when one is missing or malformed, as with mail of other programs.
  init?(_ view: JSONView, tags: Int?) {
    guard let tags, let attemptNode = Self.first(view, tags, "sendboard-attempt"),
      let store = view.text(Self.first(view, tags, "sendboard-store")), !store.isEmpty,
      let campaign = view.text(Self.first(view, tags, "sendboard-campaign")).flatMap(Self.number),
      let message = view.text(Self.first(view, tags, "sendboard-message")).flatMap(Self.number),
      let attempt = view.text(attemptNode).flatMap(Self.number).flatMap(Int.init(exactly:)), attempt > 0
    else { return nil }
    self.init(
      store: store, campaign: CampaignID(rawValue: campaign), message: MessageID(rawValue: message), attempt: attempt)
  }

  private static func first(_ view: JSONView, _ tags: Int, _ name: StaticString) -> Int? {
    guard let value = view.value(tags, name) else { return nil }
    return view.kind(value) == .array ? view.elements(of: value).first : value
  }

  /// Digits only: `+7` and ` 7` are not what we wrote.
  private static func number(_ text: String) -> Int64? {
    text.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int64(text) : nil
  }
}
