import HTTP
import Testing

@testable import AWS

@Suite struct CloudWatchClientTests {
  @Test func keepsAlarms() async throws {
    let alarm = MetricAlarm(
      name: "dlq", namespace: "AWS/SQS", metric: "ApproximateNumberOfMessagesVisible",
      dimensions: ["QueueName": "sendboard-dlq"], statistic: "Maximum", periodSeconds: 300, threshold: 1,
      comparison: "GreaterThanOrEqualToThreshold", missingData: "notBreaching", alarmActions: ["arn:t"])
    let root = Bench([
      .ok(""),
      .ok(
        #"""
        {"CompositeAlarms":[],"MetricAlarms":[{"AlarmName":"dlq","AlarmArn":"arn:a","ActionsEnabled":true,
         "OKActions":[],"AlarmActions":["arn:t"],"InsufficientDataActions":[],"StateValue":"OK",
         "StateUpdatedTimestamp":1.777636800123E9,"MetricName":"ApproximateNumberOfMessagesVisible",
         "Namespace":"AWS/SQS","Statistic":"Maximum","Period":300,"EvaluationPeriods":1,"Threshold":1.0,
         "Dimensions":[{"Name":"QueueName","Value":"sendboard-dlq"}],
         "ComparisonOperator":"GreaterThanOrEqualToThreshold","TreatMissingData":"notBreaching"}]}
        """#), .ok("{}"),
    ])
    try await root.cloudWatch.putMetricAlarm(alarm)
    #expect(
      root.body()
        == #"{"AlarmName":"dlq","ActionsEnabled":true,"OKActions":[],"AlarmActions":["arn:t"],"#
        + #""MetricName":"ApproximateNumberOfMessagesVisible","Namespace":"AWS/SQS","Statistic":"Maximum","#
        + #""Dimensions":[{"Name":"QueueName","Value":"sendboard-dlq"}],"Period":300,"EvaluationPeriods":1,"#
        + #""Threshold":1.0,"ComparisonOperator":"GreaterThanOrEqualToThreshold","TreatMissingData":"notBreaching"}"#)
    #expect(root.transport.requests[0].headers[1].value == "GraniteServiceVersion20100801.PutMetricAlarm")
    #expect(root.transport.requests[0].headers.last?.value == "KEY1/eu-west-1/monitoring")
    let found = try await root.cloudWatch.describeAlarms(["dlq"])
    #expect(found.map(\.state) == ["OK"])
    #expect(found.map(\.threshold) == [1])
    #expect(found.map(\.dimensions) == [alarm.dimensions])
    #expect(try await root.cloudWatch.describeAlarms(["dlq"]).isEmpty)
    #expect(try await root.cloudWatch.describeAlarms([]).isEmpty)
    #expect(root.transport.requests.count == 3)
  }
}
