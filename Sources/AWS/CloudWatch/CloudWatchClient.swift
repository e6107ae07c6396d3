import JSON

/// Calls Amazon CloudWatch
/// (<https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/Welcome.html>).
package struct CloudWatchClient: Sendable {
  private let service: ServiceClient

  /// Makes a client.
  package init(_ environment: ServiceEnvironment, endpoint: ServiceEndpoint) {
    service = ServiceClient(
      name: "CloudWatch", signingName: AWSService.cloudwatch.signingName, endpoint: endpoint,
      environment: environment)
  }

  /// Makes an alarm, or replaces the one of that name
  /// (<https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html>).
  package func putMetricAlarm(_ alarm: MetricAlarm) async throws(AWSError) {
    let call = call("PutMetricAlarm") { json in
      json.member("AlarmName", alarm.name)
      json.member("AlarmDescription", alarm.description)
      json.member("ActionsEnabled", alarm.actionsEnabled)
      json.member("OKActions", alarm.okActions)
      json.member("AlarmActions", alarm.alarmActions)
      if !alarm.insufficientDataActions.isEmpty {
        json.member("InsufficientDataActions", alarm.insufficientDataActions)
      }
      json.member("MetricName", alarm.metric)
      json.member("Namespace", alarm.namespace)
      json.member("Statistic", alarm.statistic)
      json.key("Dimensions")
      json.array(alarm.dimensions.sorted { $0.key < $1.key }) { json, dimension in
        json.object { json in
          json.member("Name", dimension.key)
          json.member("Value", dimension.value)
        }
      }
      json.member("Period", alarm.periodSeconds)
      json.member("Unit", alarm.unit)
      json.member("EvaluationPeriods", alarm.evaluationPeriods)
      json.member("Threshold", alarm.threshold)
      json.member("ComparisonOperator", alarm.comparison)
      json.member("TreatMissingData", alarm.missingData)
    }
    try await service.send(call, JSONAnswer.readNothing)
  }

  /// Reads the alarms of these names; those that do not exist are absent
  /// (<https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html>).
  ///
  /// - Parameter names: at most 100.
  package func describeAlarms(_ names: [String]) async throws(AWSError) -> [MetricAlarm] {
    // Without a name, CloudWatch would list every alarm of the account.
    guard !names.isEmpty else { return [] }
    let call = call("DescribeAlarms") { json in
      json.member("AlarmNames", names)
      json.member("AlarmTypes", ["MetricAlarm"])
      json.member("MaxRecords", 100)
    }
    return try await service.send(call) { bytes throws(AnswerProblem) in
      try JSONAnswer.read(bytes) { answer throws(AnswerProblem) in
        var alarms: [MetricAlarm] = []
        for alarm in try answer.objects("MetricAlarms") { alarms.append(try MetricAlarm(alarm)) }
        return alarms
      }
    }
  }

  private func call(_ operation: String, _ body: (inout JSONWriter) -> Void) -> ServiceCall {
    var json = JSONWriter(capacity: 512)
    json.object(body)
    return .json("GraniteServiceVersion20100801", operation, json.bytes)
  }
}
