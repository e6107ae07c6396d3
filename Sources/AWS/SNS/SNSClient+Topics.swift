extension SNSClient {
  /// Makes a topic and returns its ARN; returns that of an existing one of that name
  /// (<https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html>).
  package func createTopic(
    _ name: String, attributes: [String: String] = [:], tags: [String: String] = [:]
  ) async throws(AWSError) -> String {
    var fields = [("Name", name)] + Self.fields("Attributes", attributes)
    for (index, tag) in tags.sorted(by: { $0.key < $1.key }).enumerated() {
      fields.append(("Tags.member.\(index + 1).Key", tag.key))
      fields.append(("Tags.member.\(index + 1).Value", tag.value))
    }
    return try await send("CreateTopic", fields) { result throws(AnswerProblem) in try result.require("TopicArn") }
  }

  /// Reads a topic's attributes
  /// (<https://docs.aws.amazon.com/sns/latest/api/API_GetTopicAttributes.html>).
  ///
  /// - Throws: ``AWSError`` with the code `notFound` when there is no such topic.
  package func getTopicAttributes(_ topic: String) async throws(AWSError) -> [String: String] {
    try await send("GetTopicAttributes", [("TopicArn", topic)]) { result throws(AnswerProblem) in
      try result.map("Attributes")
    }
  }

  /// Sets one attribute of a topic
  /// (<https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html>).
  package func setTopicAttribute(_ topic: String, _ name: String, _ value: String) async throws(AWSError) {
    try await send(
      "SetTopicAttributes", [("TopicArn", topic), ("AttributeName", name), ("AttributeValue", value)])
  }

  /// Publishes a message and returns its id
  /// (<https://docs.aws.amazon.com/sns/latest/api/API_Publish.html>).
  ///
  /// Tried again after an answer that was lost: subscribers see some messages twice, as SNS itself may show them.
  package func publish(_ topic: String, _ message: String, subject: String? = nil) async throws(AWSError) -> String {
    var fields = [("TopicArn", topic), ("Message", message)]
    if let subject { fields.append(("Subject", subject)) }
    return try await send("Publish", fields) { result throws(AnswerProblem) in try result.require("MessageId") }
  }
}
