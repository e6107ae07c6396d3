import HTTP
import Testing

@testable import AWS

@Suite struct SQSClientTests {
  @Test func sendsABatch() async throws {
    let root = Bench([
      .ok(
        #"""
        {"Failed":[{"Id":"1","SenderFault":true,"Code":"InvalidMessageContents","Message":"bad for a@b.kr"}],
         "Successful":[{"Id":"2","MessageId":"m-2","MD5OfMessageBody":"x"},{"Id":"0","MessageId":"m-0"}]}
        """#)
    ])
    let results = try await root.sqs.sendMessageBatch(
      "https://sqs.test/1/q",
      [SQSEntry(body: "{\"a\":\"가\n\"}"), SQSEntry(body: "b", delaySeconds: 9), SQSEntry(body: "c")])
    #expect(
      results == [
        .success("m-0"),
        .failure(SQSEntryFailure(code: "InvalidMessageContents", message: "bad for ***@b.kr", isSenderFault: true)),
        .success("m-2"),
      ])
    let request = try #require(root.transport.requests.first)
    #expect(request.method == .post)
    #expect(request.url == "https://sqs.test/")
    #expect(
      request.headers == [
        HTTPField("Content-Type", "application/x-amz-json-1.0"),
        HTTPField("X-Amz-Target", "AmazonSQS.SendMessageBatch"), HTTPField("x-amzn-query-mode", "true"),
        HTTPField("Authorization", "KEY1/eu-west-1/sqs"),
      ])
    #expect(
      root.body()
        == #"{"QueueUrl":"https://sqs.test/1/q","Entries":[{"Id":"0","MessageBody":"{\"a\":\"가\n\"}"},"#
        .replacing("\n", with: #"\n"#)
        + #"{"Id":"1","MessageBody":"b","DelaySeconds":9},{"Id":"2","MessageBody":"c"}]}"#)
  }

  @Test func anEntryTheAnswerForgetsIsNotTakenForDone() async throws {
    let root = Bench([.ok(#"{"Successful":[{"Id":"1"}]}"#), .ok(#"{"Failed":[]}"#), .ok("{}")], retries: .never)
    #expect(try await root.sqs.deleteMessageBatch("u", ["r0", "r1"]) == [.unanswered, nil])
    #expect(try await root.sqs.deleteMessageBatch("u", ["r0"]) == [.unanswered])
    let error = try await failure { () throws(AWSError) in try await root.sqs.deleteMessageBatch("u", ["r0"]) }
    #expect(error.code == .brokenAnswer)
  }

  @Test(arguments: ["2", "-1", "x", ""])
  func anEntryThatWasNotSentIsAnError(id: String) async throws {
    let root = Bench([.ok(#"{"Successful":[{"Id":"\#(id)"}]}"#)], retries: .never)
    let error = try await failure { () throws(AWSError) in try await root.sqs.deleteMessageBatch("u", ["a", "b"]) }
    #expect(error.message.contains("an entry that was not sent"))
  }

  @Test func receivesMessages() async throws {
    let root = Bench([
      .ok(
        #"""
        {"Messages":[
         {"MessageId":"m","ReceiptHandle":"r=","MD5OfBody":"x","Body":"{\"eventType\":\"Send\",\"to\":\"\uac00\"}\n",
          "Attributes":{"SentTimestamp":"1777636800123","ApproximateReceiveCount":"3","SenderId":"A"}},
         {"MessageId":"n","ReceiptHandle":"s","Body":"","Attributes":null},
         {"MessageId":"o","ReceiptHandle":"t","Body":"x","Attributes":{"ApproximateReceiveCount":2}}]}
        """#), .ok("{}"), .ok(#"{"Messages":[]}"#),
    ])
    let messages = try await root.sqs.receiveMessage("u", max: 5, waitSeconds: 20, visibilitySeconds: 0)
    #expect(
      messages == [
        SQSMessage(
          id: "m", receipt: "r=", body: "{\"eventType\":\"Send\",\"to\":\"가\"}\n", receiveCount: 3,
          sentMilliseconds: 1_777_636_800_123),
        SQSMessage(id: "n", receipt: "s", body: "", receiveCount: 1, sentMilliseconds: nil),
        SQSMessage(id: "o", receipt: "t", body: "x", receiveCount: 2, sentMilliseconds: nil),
      ])
    #expect(root.transport.requests[0].timeout == .seconds(30))
    #expect(
      root.body()
        == #"{"QueueUrl":"u","MaxNumberOfMessages":5,"WaitTimeSeconds":20,"VisibilityTimeout":0,"#
        + #""MessageSystemAttributeNames":["ApproximateReceiveCount","SentTimestamp"]}"#)
    #expect(try await root.sqs.receiveMessage("u", waitSeconds: 0) == [])
    #expect(try await root.sqs.receiveMessage("u", waitSeconds: 1) == [])
    #expect(root.transport.requests.map(\.timeout) == [.seconds(30), .seconds(10), .seconds(11)])
  }

  @Test(arguments: [
    #"{"Messages":[{"MessageId":"m","Body":"x"}]}"#, #"{"Messages":[1]}"#, #"{"Messages":{}}"#,
    #"{"Messages":[{"MessageId":"m","ReceiptHandle":"r","Body":"x","Attributes":{"ApproximateReceiveCount":"many"}}]}"#,
  ])
  func refusesBrokenMessages(body: String) async throws {
    let root = Bench([.ok(body)], retries: .never)
    let error = try await failure { () throws(AWSError) in try await root.sqs.receiveMessage("u") }
    #expect(error.code == .brokenAnswer)
  }

  @Test func changesVisibility() async throws {
    let root = Bench([
      .ok(#"{"Successful":[{"Id":"0"}],"Failed":[{"Id":"1","Code":"ReceiptHandleIsInvalid","SenderFault":true}]}"#)
    ])
    let results = try await root.sqs.changeMessageVisibilityBatch(
      "u", [SQSVisibility(receipt: "r", seconds: 120), SQSVisibility(receipt: "s", seconds: 0)])
    #expect(
      results == [nil, SQSEntryFailure(code: "ReceiptHandleIsInvalid", message: "", isSenderFault: true)])
    #expect(
      root.body()
        == #"{"QueueUrl":"u","Entries":[{"Id":"0","ReceiptHandle":"r","VisibilityTimeout":120},"#
        + #"{"Id":"1","ReceiptHandle":"s","VisibilityTimeout":0}]}"#)
  }

  @Test func makesAndReadsQueues() async throws {
    let root = Bench([
      .ok(#"{"QueueUrl":"u"}"#), .ok(#"{"Attributes":{"QueueArn":"arn","VisibilityTimeout":120}}"#), .ok("{}"),
    ])
    #expect(try await root.sqs.createQueue("q", attributes: ["b": "2", "a": "1"], tags: ["k": "v"]) == "u")
    #expect(root.body() == #"{"QueueName":"q","Attributes":{"a":"1","b":"2"},"tags":{"k":"v"}}"#)
    #expect(try await root.sqs.getQueueAttributes("u") == ["QueueArn": "arn", "VisibilityTimeout": "120"])
    #expect(try await root.sqs.getQueueAttributes("u", ["Policy"]) == [:])
    #expect(root.body(2) == #"{"QueueUrl":"u","AttributeNames":["Policy"]}"#)
  }

  @Test func movesDeadLetters() async throws {
    let root = Bench([
      .ok(#"{"TaskHandle":"h"}"#),
      .ok(
        #"""
        {"Results":[{"TaskHandle":"h","Status":"RUNNING","SourceArn":"s","ApproximateNumberOfMessagesMoved":3,
         "ApproximateNumberOfMessagesToMove":10,"StartedTimestamp":1777636800000},
         {"Status":"FAILED","SourceArn":"s","FailureReason":"CouldNotDetermineMessageSource"}]}
        """#), .failure(.timedOut), .ok(#"{"TaskHandle":"h"}"#),
    ])
    #expect(try await root.sqs.startMessageMoveTask(from: "s") == "h")
    #expect(root.body() == #"{"SourceArn":"s"}"#)
    let tasks = try await root.sqs.listMessageMoveTasks(from: "s")
    #expect(tasks.map(\.status) == ["RUNNING", "FAILED"])
    #expect(tasks.map(\.isRunning) == [true, false])
    #expect(tasks.first?.total == 10)
    #expect(tasks.last?.failure == "CouldNotDetermineMessageSource")
    let error = try await failure { () throws(AWSError) in try await root.sqs.startMessageMoveTask(from: "s") }
    #expect(error.isOutcomeUnknown)
  }
}
