extension SNSClient {
  /// Subscribes to a topic and returns the subscription's ARN; returns that of an existing one with the same attributes
  /// (<https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html>).
  ///
  /// - Throws: ``AWSError`` with the code `invalidRequest` when one exists with other attributes.
  package func subscribe(
    _ topic: String, protocol: String, endpoint: String, attributes: [String: String] = [:]
  ) async throws(AWSError) -> String {
    let fields =
      [("TopicArn", topic), ("Protocol", `protocol`), ("Endpoint", endpoint)] + Self.fields("Attributes", attributes)
      + [("ReturnSubscriptionArn", "true")]
    return try await send("Subscribe", fields) { result throws(AnswerProblem) in
      try result.require("SubscriptionArn")
    }
  }

  /// Lists a topic's subscriptions, a page of at most 100 at a time
  /// (<https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptionsByTopic.html>).
  ///
  /// - Parameter token: what the page before returned; `nil` for the first.
  /// - Returns: the subscriptions, and the token of the next page if there is one.
  package func listSubscriptions(
    _ topic: String, token: String? = nil
  ) async throws(AWSError) -> (subscriptions: [SNSSubscription], token: String?) {
    var fields = [("TopicArn", topic)]
    if let token { fields.append(("NextToken", token)) }
    return try await send("ListSubscriptionsByTopic", fields) { result throws(AnswerProblem) in
      var subscriptions: [SNSSubscription] = []
      for entry in result.members("Subscriptions") {
        subscriptions.append(
          SNSSubscription(
            arn: try entry.require("SubscriptionArn"), protocol: try entry.require("Protocol"),
            endpoint: try entry.require("Endpoint")))
      }
      return (subscriptions, result["NextToken"].flatMap { $0.text.isEmpty ? nil : $0.text })
    }
  }

  /// Reads a subscription's attributes
  /// (<https://docs.aws.amazon.com/sns/latest/api/API_GetSubscriptionAttributes.html>).
  package func getSubscriptionAttributes(_ subscription: String) async throws(AWSError) -> [String: String] {
    let fields = [("SubscriptionArn", subscription)]
    return try await send("GetSubscriptionAttributes", fields) { result throws(AnswerProblem) in
      try result.map("Attributes")
    }
  }

  /// Sets one attribute of a subscription
  /// (<https://docs.aws.amazon.com/sns/latest/api/API_SetSubscriptionAttributes.html>).
  package func setSubscriptionAttribute(
    _ subscription: String, _ name: String, _ value: String
  ) async throws(AWSError) {
    try await send(
      "SetSubscriptionAttributes",
      [("SubscriptionArn", subscription), ("AttributeName", name), ("AttributeValue", value)])
  }
}
