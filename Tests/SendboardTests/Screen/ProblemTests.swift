import AWS
import Dashboard
import EventStore
import Model
import Ports
import Sandbox
import Testing
import Words

@testable import sendboard

/// What a screen is told of an error: its code and its arguments, never the sentence that a command line says.
@Suite struct ProblemTests {
  @Test func anErrorIsToldByItsCodeAndItsArguments() {
    let campaign = CampaignID(rawValue: 7)
    #expect(
      Problem(StoreError(.notFound, .noCampaign(campaign)))
        == Problem(.store(.notFound), detail: .store(.objection(.noCampaign(campaign)))))
    let run = LetterRun(.redrive, done: 3, remnants: 1)
    #expect(
      Problem(QueueError(.staleReceipt, queue: "dead", .queue(.shownAgain), after: run))
        == Problem(.queue(.staleReceipt, "dead"), detail: .run(run, .queue(.shownAgain))))
    #expect(
      Problem(QueueStoreError(.busy, context: "locked")) == Problem(.queueFile(.busy), detail: .fault(.said("locked"))))
  }

  private static let denied = AWSError(
    .accessDenied, service: "SQS", operation: "GetQueueAttributes", awsCode: "AccessDenied", message: "not authorized",
    requestID: "4f")

  private static let known = Problem(
    .aws(.accessDenied, call: "SQS GetQueueAttributes, AccessDenied, request 4f"),
    detail: .fault(
      .call(.accessDenied, call: "SQS GetQueueAttributes, AccessDenied, request 4f", said: "not authorized")))

  @Test func whatACommandLineSaysOfAnErrorIsNotTheScreens() {
    #expect(Problem(Self.denied) == Self.known)
    #expect(Problem(CommandError("AWS cannot be reached: \(Self.denied)", underlying: Self.denied)) == Self.known)
    #expect(
      Problem(CommandError("the event queue: \(Self.denied)", underlying: Self.denied, text: .eventLetters))
        == Problem(.eventLetters, detail: Self.known.detail))
    #expect(Problem(CommandError("nobody's")) == Problem(.foreign("nobody's")))
    #expect(Problem(CommandError(.noSuchMessage("9"), underlying: Self.denied)) == Problem(.noSuchMessage("9")))
  }
}
