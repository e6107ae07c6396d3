import AWS

extension Blueprint {
  /// Compares what texts are sent with, where AWS sends them.
  func compareTextConfigurationSet(_ found: Inspection) -> [Difference] {
    guard let set = textConfigurationSet else { return [] }
    let wanted = textDestination
    var differences: [Difference] = []
    if found.textConfigurationSet == nil {
      differences.append(
        Difference(.create, "text-configuration-set", set, step: .createTextConfigurationSet(set)))
    }
    guard let actual = found.textConfigurationSet?.destinations.first(where: { $0.name == wanted.name }) else {
      return differences + [
        Difference(.create, "text-event-destination", wanted.name, step: .createTextDestination(set: set, wanted))
      ]
    }
    var settings: [Difference.Setting] = []
    if !actual.isEnabled { settings.append(.init("Enabled", from: "false", to: "true")) }
    if !actual.takesAllTexts {
      settings.append(
        .init(
          "MatchingEventTypes", from: actual.types.joined(separator: " "), to: wanted.types.joined(separator: " ")))
    }
    if actual.topic != wanted.topic {
      settings.append(.init("TopicArn", from: actual.topic ?? "unset", to: wanted.topic))
    }
    guard !settings.isEmpty else { return differences }
    var merged = wanted
    // What else somebody has chosen stays: TEXT_ALL beside single types of texts would be those twice.
    merged.types += actual.types.filter { !$0.hasPrefix("TEXT_") && !wanted.types.contains($0) }
    return differences + [
      Difference(
        .change, "text-event-destination", wanted.name, settings, step: .updateTextDestination(set: set, merged))
    ]
  }
}
