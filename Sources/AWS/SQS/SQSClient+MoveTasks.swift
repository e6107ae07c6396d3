import JSON

extension SQSClient {
  /// Starts to move all messages of a dead-letter queue to the queues they came from, and returns the task's handle
  /// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html>).
  ///
  /// Not tried again when its outcome is unknown: a second task is refused while the first one runs, and would hide it.
  ///
  /// - Parameter source: the ARN of a queue that is the dead-letter queue of another.
  /// - Throws: ``AWSError`` with the code `unsupported` where the service has no such call.
  package func startMessageMoveTask(from source: String) async throws(AWSError) -> String {
    var call = call("StartMessageMoveTask") { json in json.member("SourceArn", source) }
    call.isRepeatable = false
    return try await service.send(call) { bytes throws(AnswerProblem) in
      try JSONAnswer.read(bytes) { answer throws(AnswerProblem) in try answer.text("TaskHandle") }
    }
  }

  /// Lists the latest tasks that move messages from a queue, the newest first
  /// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ListMessageMoveTasks.html>).
  package func listMessageMoveTasks(from source: String, max: Int = 10) async throws(AWSError) -> [SQSMoveTask] {
    let call = call("ListMessageMoveTasks") { json in
      json.member("SourceArn", source)
      json.member("MaxResults", max)
    }
    return try await service.send(call) { bytes throws(AnswerProblem) in
      try JSONAnswer.read(bytes) { answer throws(AnswerProblem) in
        var tasks: [SQSMoveTask] = []
        for task in try answer.objects("Results") { tasks.append(try SQSMoveTask(task)) }
        return tasks
      }
    }
  }
}

extension SQSMoveTask {
  init(_ task: JSONAnswer) throws(AnswerProblem) {
    handle = try task.optionalText("TaskHandle")
    status = try task.text("Status")
    source = try task.optionalText("SourceArn")
    destination = try task.optionalText("DestinationArn")
    moved = try task.optionalInteger("ApproximateNumberOfMessagesMoved") ?? 0
    total = try task.optionalInteger("ApproximateNumberOfMessagesToMove")
    failure = try task.optionalText("FailureReason").map(ErrorText.masked)
    startedMilliseconds = try task.optionalInteger("StartedTimestamp").map(Int64.init)
  }
}
