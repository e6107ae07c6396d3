extension CloudServer {
  /// Writes the answer to a request; returns a long poll instead when there is nothing to say yet.
  func perform(_ head: Text, _ body: Text) -> LongPoll? {
    if head.has("X-Amz-Target: AmazonSQS.ReceiveMessage") { return receive(body) }
    if head.has("X-Amz-Target: AmazonSQS.DeleteMessageBatch") {
      self[keyPath: queue(body)].deleted += acknowledge(body)
    } else if head.has("X-Amz-Target: AmazonSQS.SendMessageBatch") {
      put(body)
    } else if head.has("/v2/email/outbound-bulk-emails ") {
      send(body)
    } else if head.has("X-Amz-Target: PinpointSMSVoiceV2.SendTextMessage") {
      sendText()
    } else if head.has("/messages/v4/send-many/detail ") {
      sendTexts(body)
    } else if head.has("X-Amz-Target: AmazonSQS.ChangeMessageVisibilityBatch") {
      _ = acknowledge(body)
    } else if head.has("X-Amz-Target: AmazonSQS.GetQueueAttributes") {
      count(self[keyPath: queue(body)])
    } else if head.has("/v2/email/account ") {
      answer.add(
        "{\"SendingEnabled\":true,\"ProductionAccessEnabled\":true,\"EnforcementStatus\":\"HEALTHY\",\"SendQuota\":")
      answer.add("{\"Max24HourSend\":1e9,\"MaxSendRate\":1000000,\"SentLast24Hours\":0}}")
    } else {
      answer.add("{}")
    }
    return nil
  }

  func handOut(_ queue: ReferenceWritableKeyPath<CloudServer, Shelf>, most: Int) {
    guard !self[keyPath: queue].isEmpty else { return answer.add("{}") }
    noteWork()
    answer.add("{\"Messages\":[")
    for place in 0..<most where !self[keyPath: queue].isEmpty {
      if place > 0 { answer.add(",") }
      // Out of its place while it writes into the answer: both are parts of this object.
      var list: [UInt8] = []
      swap(&list, &answer)
      self[keyPath: queue].takeNext(into: &list)
      swap(&list, &answer)
    }
    answer.add("]}")
  }

  private func queue(_ body: Text) -> ReferenceWritableKeyPath<CloudServer, Shelf> {
    guard let url = body.string(after: "\"QueueUrl\":").map({ body[$0] }) else { return \.deadLetterQueue }
    return url.has("/events") ? \.eventQueue : url.has("/send") ? \.sendQueue : \.deadLetterQueue
  }

  private func receive(_ body: Text) -> LongPoll? {
    let queue = queue(body)
    let most = body.integer(after: "\"MaxNumberOfMessages\":") ?? 1
    let wait = body.integer(after: "\"WaitTimeSeconds\":") ?? 0
    if wait > 0, self[keyPath: queue].isEmpty {
      return LongPoll(queue: queue, most: most, until: .now + .seconds(wait))
    }
    handOut(queue, most: most)
    return nil
  }

  /// Says that every entry of a batch was done, and counts them.
  private func acknowledge(_ body: Text) -> Int {
    noteWork()
    var count = 0
    var index = 0
    answer.add("{\"Successful\":[")
    while let id = body.string(after: "\"Id\":", from: index) {
      answer.add(count > 0 ? ",{\"Id\":\"" : "{\"Id\":\"")
      answer.add(body[id])
      answer.add("\"}")
      index = id.upperBound
      count += 1
    }
    answer.add("],\"Failed\":[]}")
    return count
  }

  private func put(_ body: Text) {
    noteWork()
    var index = 0
    let start = index
    answer.add("{\"Successful\":[")
    while let id = body.string(after: "\"Id\":", from: index),
      let message = body.string(after: "\"MessageBody\":", from: index)
    {
      answer.add(index > start ? ",{\"Id\":\"" : "{\"Id\":\"")
      answer.add(body[id])
      answer.add("\",\"MessageId\":\"5fea7756-0ea4-451a-a703-")
      answer.add(sendQueue.total, digits: 12)
      answer.add("\",\"MD5OfMessageBody\":\"fafb00f5732ab283681e124bf8747ed1\"}")
      sendQueue.put(body[message])
      index = max(id.upperBound, message.upperBound)
    }
    answer.add("],\"Failed\":[]}")
  }

  private func send(_ body: Text) {
    noteWork()
    var index = 0
    answer.add("{\"BulkEmailEntryResults\":[")
    while let next = body.end(of: "\"Destination\":", from: index) {
      answer.add(index > 0 ? ",{\"Status\":\"SUCCESS\",\"MessageId\":\"" : "{\"Status\":\"SUCCESS\",\"MessageId\":\"")
      answer.add("0100019a0000")
      answer.add(sentMails, digits: 10)
      answer.add("-5a1b2c3d-1234-4cde-8f00-0123456789ab-000000\"}")
      sentMails += 1
      index = next
    }
    answer.add("]}")
  }

  private func sendText() {
    noteWork()
    answer.add("{\"MessageId\":\"5a1b2c3d-1234-4cde-8f00-")
    answer.add(sentMails, digits: 12)
    answer.add("\"}")
    sentMails += 1
  }

  /// Answers as Solapi does: each text with the words that it was given to be told by.
  private func sendTexts(_ body: Text) {
    noteWork()
    var index = 0
    answer.add("{\"groupInfo\":{\"groupId\":\"G1\"},\"failedMessageList\":[],\"messageList\":[")
    while let ref = body.string(after: "\"ref\":", from: index) {
      answer.add(index > 0 ? ",{\"messageId\":\"M" : "{\"messageId\":\"M")
      answer.add(sentMails, digits: 12)
      answer.add("\",\"statusCode\":\"2000\",\"customFields\":{\"ref\":\"")
      answer.add(body[ref])
      answer.add("\"}}")
      sentMails += 1
      index = ref.upperBound
    }
    answer.add("]}")
  }

  private func count(_ shelf: Shelf) {
    answer.add("{\"Attributes\":{\"ApproximateNumberOfMessages\":\"")
    answer.add(shelf.total - shelf.handedOut)
    answer.add("\",\"ApproximateNumberOfMessagesNotVisible\":\"")
    answer.add(shelf.handedOut - shelf.deleted)
    answer.add("\",\"ApproximateNumberOfMessagesDelayed\":\"0\"}}")
  }
}
