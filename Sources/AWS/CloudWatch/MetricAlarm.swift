/// An alarm on one metric
/// (<https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricAlarm.html>).
package struct MetricAlarm: Equatable, Sendable {
  /// Names it.
  package var name: String
  /// Says what it is for.
  package var description: String?
  /// Names the metric's family: `AWS/SQS`.
  package var namespace: String
  /// Names the metric: `ApproximateNumberOfMessagesVisible`.
  package var metric: String
  /// Says of what: `QueueName`.
  package var dimensions: [String: String]
  /// Holds `Sum`, `Maximum`, `Average` …
  package var statistic: String
  /// Counts the seconds of one period.
  package var periodSeconds: Int
  /// Counts the periods that are looked at.
  package var evaluationPeriods: Int
  /// Holds what the metric is compared with.
  package var threshold: Double
  /// Holds `GreaterThanOrEqualToThreshold` …
  package var comparison: String
  /// Holds `missing`, `notBreaching`, `breaching` or `ignore`; `nil` for CloudWatch's own way.
  package var missingData: String?
  /// Lists the ARNs of what is told when the alarm goes off.
  package var alarmActions: [String]
  /// Lists the ARNs of what is told when it is over.
  package var okActions: [String]
  /// Lists the ARNs of what is told when there are no figures.
  package var insufficientDataActions: [String] = []
  /// Names the only unit whose figures are looked at; `nil` for all.
  package var unit: String?
  /// Whether anything is told.
  package var actionsEnabled: Bool
  /// Holds `OK`, `ALARM` or `INSUFFICIENT_DATA`; only CloudWatch sets it.
  package private(set) var state: String?

  /// Makes an alarm.
  package init(
    name: String, description: String? = nil, namespace: String, metric: String, dimensions: [String: String],
    statistic: String, periodSeconds: Int, evaluationPeriods: Int = 1, threshold: Double, comparison: String,
    missingData: String? = nil, alarmActions: [String] = [], okActions: [String] = [], actionsEnabled: Bool = true
  ) {
    self.name = name
    self.description = description
    self.namespace = namespace
    self.metric = metric
    self.dimensions = dimensions
    self.statistic = statistic
    self.periodSeconds = periodSeconds
    self.evaluationPeriods = evaluationPeriods
    self.threshold = threshold
    self.comparison = comparison
    self.missingData = missingData
    self.alarmActions = alarmActions
    self.okActions = okActions
    self.actionsEnabled = actionsEnabled
  }

  /// Reads an alarm. Others' alarms may be on expressions, and so lack what ours have.
  init(_ answer: JSONAnswer) throws(AnswerProblem) {
    name = try answer.text("AlarmName")
    description = try answer.optionalText("AlarmDescription")
    namespace = try answer.optionalText("Namespace") ?? ""
    metric = try answer.optionalText("MetricName") ?? ""
    dimensions = [:]
    for dimension in try answer.objects("Dimensions") {
      dimensions[try dimension.text("Name")] = try dimension.text("Value")
    }
    let percentile = try answer.optionalText("ExtendedStatistic")
    statistic = try answer.optionalText("Statistic") ?? percentile ?? ""
    periodSeconds = try answer.optionalInteger("Period") ?? 0
    evaluationPeriods = try answer.optionalInteger("EvaluationPeriods") ?? 1
    threshold = try answer.optionalDouble("Threshold") ?? 0
    comparison = try answer.optionalText("ComparisonOperator") ?? ""
    missingData = try answer.optionalText("TreatMissingData")
    alarmActions = try answer.texts("AlarmActions")
    okActions = try answer.texts("OKActions")
    insufficientDataActions = try answer.texts("InsufficientDataActions")
    unit = try answer.optionalText("Unit")
    actionsEnabled = try answer.optionalFlag("ActionsEnabled") ?? true
    state = try answer.optionalText("StateValue")
  }
}
