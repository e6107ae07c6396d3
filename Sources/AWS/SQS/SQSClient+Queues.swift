import JSON

extension SQSClient {
  /// Finds the URL of a queue by its name
  /// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueUrl.html>).
  ///
  /// - Throws: ``AWSError`` with the code `notFound` when there is none.
  package func getQueueURL(_ name: String) async throws(AWSError) -> String {
    let call = call("GetQueueUrl") { json in json.member("QueueName", name) }
    return try await service.send(call) { bytes throws(AnswerProblem) in
      try JSONAnswer.read(bytes) { answer throws(AnswerProblem) in try answer.text("QueueUrl") }
    }
  }

  /// Makes a queue and returns its URL; returns that of an existing one whose attributes are the same
  /// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html>).
  ///
  /// - Throws: ``AWSError`` with the code `alreadyExists` when one of that name has other attributes; `conflict` within
  ///   60 seconds of deleting one.
  package func createQueue(
    _ name: String, attributes: [String: String] = [:], tags: [String: String] = [:]
  ) async throws(AWSError) -> String {
    let call = call("CreateQueue") { json in
      json.member("QueueName", name)
      if !attributes.isEmpty { json.member("Attributes", attributes) }
      if !tags.isEmpty { json.member("tags", tags) }
    }
    return try await service.send(call) { bytes throws(AnswerProblem) in
      try JSONAnswer.read(bytes) { answer throws(AnswerProblem) in try answer.text("QueueUrl") }
    }
  }

  /// Reads attributes of a queue; those it does not have are absent
  /// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html>).
  package func getQueueAttributes(
    _ queueURL: String, _ names: [String] = ["All"]
  ) async throws(AWSError) -> [String: String] {
    let call = call("GetQueueAttributes") { json in
      json.member("QueueUrl", queueURL)
      json.member("AttributeNames", names)
    }
    return try await service.send(call) { bytes throws(AnswerProblem) in
      try JSONAnswer.read(bytes) { answer throws(AnswerProblem) in try answer.map("Attributes") }
    }
  }

  /// Sets attributes of a queue; the others stay as they are
  /// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html>).
  package func setQueueAttributes(_ queueURL: String, _ attributes: [String: String]) async throws(AWSError) {
    let call = call("SetQueueAttributes") { json in
      json.member("QueueUrl", queueURL)
      json.member("Attributes", attributes)
    }
    try await service.send(call, JSONAnswer.readNothing)
  }
}

extension JSONWriter {
  /// Appends a member that maps names to texts, in the order of the names.
  mutating func member(_ name: String, _ map: [String: String]) {
    key(name)
    object { json in
      for (key, value) in map.sorted(by: { $0.key < $1.key }) { json.member(key, value) }
    }
  }
}
