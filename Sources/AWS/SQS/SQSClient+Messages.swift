import JSON

extension SQSClient {
  /// Puts messages on a queue
  /// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html>).
  ///
  /// - Parameter entries: 1 to 10 messages.
  /// - Returns: for each message, in order, the id it got, or why it alone was not taken.
  /// - Throws: ``AWSError`` when the call as a whole failed.
  package func sendMessageBatch(
    _ queueURL: String, _ entries: [SQSEntry]
  ) async throws(AWSError) -> [Result<String, SQSEntryFailure>] {
    let size = entries.reduce(256) { $0 + $1.body.utf8.count * 5 / 4 + 64 }
    let call = call("SendMessageBatch", capacity: size) { json in
      json.member("QueueUrl", queueURL)
      json.key("Entries")
      json.array(entries.indices) { json, index in
        json.object { json in
          json.member("Id", String(index))
          json.member("MessageBody", entries[index].body)
          if entries[index].delaySeconds > 0 { json.member("DelaySeconds", entries[index].delaySeconds) }
        }
      }
    }
    return try await service.send(call) { bytes throws(AnswerProblem) in
      try Self.readBatch(bytes, count: entries.count) { entry throws(AnswerProblem) in try entry.text("MessageId") }
    }
  }

  /// Takes messages off a queue for a while
  /// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html>).
  ///
  /// - Parameters:
  ///   - max: 1 to 10.
  ///   - waitSeconds: how long SQS waits for the first message; at most 20.
  ///   - visibilitySeconds: how long they stay hidden; `nil` for the queue's own timeout.
  package func receiveMessage(
    _ queueURL: String, max: Int = 10, waitSeconds: Int = 20, visibilitySeconds: Int? = nil
  ) async throws(AWSError) -> [SQSMessage] {
    var call = call("ReceiveMessage") { json in
      json.member("QueueUrl", queueURL)
      json.member("MaxNumberOfMessages", max)
      json.member("WaitTimeSeconds", waitSeconds)
      json.member("VisibilityTimeout", visibilitySeconds)
      json.member("MessageSystemAttributeNames", ["ApproximateReceiveCount", "SentTimestamp"])
    }
    call.timeout = .seconds(waitSeconds + 10)
    return try await service.send(call, Self.readMessages)
  }

  /// Removes received messages
  /// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_DeleteMessageBatch.html>).
  ///
  /// - Parameter receipts: 1 to 10 handles of the latest receives.
  /// - Returns: for each handle, in order, `nil` or why that message was not deleted.
  package func deleteMessageBatch(
    _ queueURL: String, _ receipts: [String]
  ) async throws(AWSError) -> [SQSEntryFailure?] {
    let call = call("DeleteMessageBatch", capacity: 256 + receipts.count * 512) { json in
      json.member("QueueUrl", queueURL)
      json.key("Entries")
      json.array(receipts.indices) { json, index in
        json.object { json in
          json.member("Id", String(index))
          json.member("ReceiptHandle", receipts[index])
        }
      }
    }
    return try await service.send(call) { bytes throws(AnswerProblem) in
      try Self.readBatch(bytes, count: receipts.count) { _ in }.map(\.failure)
    }
  }

  /// Sets anew how long received messages stay hidden, counted from now
  /// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html>).
  ///
  /// - Parameter changes: 1 to 10 handles with 0 to 43,200 seconds each.
  /// - Returns: for each change, in order, `nil` or why it was not done.
  package func changeMessageVisibilityBatch(
    _ queueURL: String, _ changes: [SQSVisibility]
  ) async throws(AWSError) -> [SQSEntryFailure?] {
    let call = call("ChangeMessageVisibilityBatch", capacity: 256 + changes.count * 512) { json in
      json.member("QueueUrl", queueURL)
      json.key("Entries")
      json.array(changes.indices) { json, index in
        json.object { json in
          json.member("Id", String(index))
          json.member("ReceiptHandle", changes[index].receipt)
          json.member("VisibilityTimeout", changes[index].seconds)
        }
      }
    }
    return try await service.send(call) { bytes throws(AnswerProblem) in
      try Self.readBatch(bytes, count: changes.count) { _ in }.map(\.failure)
    }
  }
}

extension Result {
  fileprivate var failure: Failure? {
    if case .failure(let failure) = self { failure } else { nil }
  }
}
