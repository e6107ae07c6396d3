import AWS

extension Blueprint {
  /// Compares the alarms, and the topic that was made for an address.
  func compareAlert(_ found: Inspection) -> [Difference] {
    var differences: [Difference] = []
    if let alertTopic, case .email(let address) = alert {
      let name = prefix + "-alarms"
      if found.topics[alertTopic] == nil {
        differences.append(
          Difference(.create, "topic", name, step: .createTopic(name: name, policy: nil)))
      }
      let isTold =
        found.topics[alertTopic]?.subscriptions.contains { $0.protocol == "email" && $0.endpoint == address } ?? false
      if !isTold {
        differences.append(
          Difference(
            .create, "subscription", address, [.init("(AWS asks that address to confirm)")],
            step: .subscribe(topic: alertTopic, protocol: "email", endpoint: address, [:])))
      }
    }
    return differences + alarms.flatMap { compare($0.metric, found.alarms[$0.metric.name]) }
  }

  private func compare(_ alarm: MetricAlarm, _ actual: MetricAlarm?) -> [Difference] {
    var wanted = alarm
    guard let actual else { return [Difference(.create, "alarm", wanted.name, step: .putAlarm(wanted))] }
    let settings = [
      Difference.Setting("Namespace", from: actual.namespace, to: wanted.namespace),
      .init("MetricName", from: actual.metric, to: wanted.metric),
      .init("Dimensions", from: Self.text(actual.dimensions), to: Self.text(wanted.dimensions)),
      .init("Statistic", from: actual.statistic, to: wanted.statistic),
      .init("Period", from: "\(actual.periodSeconds)", to: "\(wanted.periodSeconds)"),
      .init("EvaluationPeriods", from: "\(actual.evaluationPeriods)", to: "\(wanted.evaluationPeriods)"),
      .init("Threshold", from: "\(actual.threshold)", to: "\(wanted.threshold)"),
      .init("ComparisonOperator", from: actual.comparison, to: wanted.comparison),
      .init("Unit", from: actual.unit ?? "any", to: wanted.unit ?? "any"),
      .init("ActionsEnabled", from: "\(actual.actionsEnabled)", to: "\(wanted.actionsEnabled)"),
    ].filter { $0.from != $0.to }
    let missing = wanted.alarmActions.filter { !actual.alarmActions.contains($0) }
    let actions = missing.map { Difference.Setting("AlarmActions", to: $0) }
    guard !settings.isEmpty || !actions.isEmpty else { return [] }
    // Whoever else is told stays told, and what was written about it stays written.
    wanted.alarmActions = actual.alarmActions + missing
    wanted.okActions = actual.okActions
    wanted.insufficientDataActions = actual.insufficientDataActions
    wanted.description = actual.description ?? wanted.description
    wanted.missingData = actual.missingData ?? wanted.missingData
    return [Difference(.change, "alarm", wanted.name, settings + actions, step: .putAlarm(wanted))]
  }

  private static func text(_ dimensions: [String: String]) -> String {
    dimensions.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }
}
