import JSON

extension SQSClient {
  /// Reads the entries that a batch call did and did not do, by the ids they were given: their places.
  ///
  /// An entry that the answer says nothing of may have been done: the caller does it again, as it does with one that
  /// failed.
  static func readBatch<Value>(
    _ bytes: [UInt8], count: Int, _ value: (JSONAnswer) throws(AnswerProblem) -> Value
  ) throws(AnswerProblem) -> [Result<Value, SQSEntryFailure>] {
    try JSONAnswer.read(bytes) { answer throws(AnswerProblem) in
      guard answer.find("Successful") != nil || answer.find("Failed") != nil else {
        throw AnswerProblem("it has neither \"Successful\" nor \"Failed\"")
      }
      var results = [Result<Value, SQSEntryFailure>](repeating: .failure(.unanswered), count: count)
      for entry in try answer.objects("Successful") {
        results[try place(entry, count)] = .success(try value(entry))
      }
      for entry in try answer.objects("Failed") {
        results[try place(entry, count)] = .failure(
          SQSEntryFailure(
            code: try entry.text("Code"), message: ErrorText.masked(try entry.optionalText("Message") ?? ""),
            isSenderFault: try entry.optionalFlag("SenderFault") ?? false))
      }
      return results
    }
  }

  private static func place(_ entry: JSONAnswer, _ count: Int) throws(AnswerProblem) -> Int {
    guard let place = Int(try entry.text("Id")), (0..<count).contains(place) else {
      throw AnswerProblem("it speaks of an entry that was not sent")
    }
    return place
  }

  /// Reads received messages; `Messages` is absent when there are none.
  static func readMessages(_ bytes: [UInt8]) throws(AnswerProblem) -> [SQSMessage] {
    try JSONAnswer.read(bytes) { answer throws(AnswerProblem) in
      let list = try answer.objects("Messages")
      var messages: [SQSMessage] = []
      messages.reserveCapacity(list.count)
      for entry in list {
        let attributes = try entry.optionalObject("Attributes")
        messages.append(
          SQSMessage(
            id: try entry.text("MessageId"), receipt: try entry.text("ReceiptHandle"), body: try entry.text("Body"),
            receiveCount: try attributes?.optionalInteger("ApproximateReceiveCount") ?? 1,
            sentMilliseconds: try attributes?.optionalInteger("SentTimestamp").map(Int64.init)))
      }
      return messages
    }
  }
}
