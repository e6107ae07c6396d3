import Sandbox
import EventStore
import Logging
import Model
import Ports
import Sending
import Services
import Synchronization
import Testing
import TestSupport

/// One worker, a provider for each channel.
@Suite struct ChannelTests {
  private func worker(
    _ fixture: ServiceFixture, _ providers: [Channel: any Provider], concurrency: Int = 5,
    logger: Logger? = nil
  ) -> Worker {
    var settings = WorkerSettings(concurrency: concurrency, visibility: fixture.policy.visibilityTimeout)
    settings.poll = .milliseconds(20)
    return Worker(
      register: fixture.store, queue: fixture.sendQueue, providers: providers, settings: settings, clock: fixture.clock,
      logger: logger ?? fixture.logger, time: fixture.time)
  }

  private static var accepting: ScriptedProvider {
    ScriptedProvider { request, _ in ScriptedProvider.accepting(request) }
  }

  @Test func eachChannelGoesByItsOwnProvider() async throws {
    let fixture = try await ServiceFixture()
    let mails = try await fixture.launch(200)
    let texts = try await fixture.launch(30, batchSize: 10, by: .sms)
    let (email, sms) = (Self.accepting, Self.accepting)
    try await fixture.run(worker(fixture, [.email: email, .sms: sms])) {
      try await fixture.sendQueue.depths().total == 0
    }
    #expect(Set(email.requests.map(\.campaign.id)) == [mails])
    #expect(Set(sms.requests.map(\.campaign.id)) == [texts])
    #expect(try await fixture.summary(mails).counts == [.accepted: 200])
    #expect(try await fixture.summary(texts).counts == [.accepted: 30])
  }

  /// More often than the queue allows receives; whoever can serve it finds it as new.
  @Test func aBatchOfAChannelThatIsNotServedIsLeftAloneAndCostsNoReceive() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(10, by: .sms)
    let said = Mutex<[String]>([])
    let logger = Logger(label: "test") { _ in Listener { words in said.withLock { $0.append(words) } } }
    let rounds = Mutex(0)
    try await fixture.run(worker(fixture, [.email: Self.accepting], logger: logger)) {
      guard try await fixture.sendQueue.depths().delayed == 1 else { return false }
      let round = rounds.withLock {
        $0 += 1
        return $0
      }
      if round < 6 { fixture.advance(.seconds(30)) }
      return round == 6
    }
    #expect(said.withLock { $0.filter { $0.contains("batches of sms are left to other workers") } }.count == 1)
    #expect(try await fixture.deadLetters.depths().total == 0)
    #expect(try await fixture.summary(id).counts == [.queued: 10])
    fixture.advance(.seconds(30))
    let message = try #require(try await fixture.sendQueue.receive(max: 1, wait: .zero, visibility: .zero).first)
    #expect(message.receiveCount == 1)
    let sms = Self.accepting
    try await fixture.run(worker(fixture, [.sms: sms])) { try await fixture.summary(id).state == .finished }
    #expect(try await fixture.summary(id).counts == [.accepted: 10])
  }

  @Test func aTicketByAWayThatIsNotKnownIsLeftAloneToo() async throws {
    let fixture = try await ServiceFixture()
    let body = "sendboard/1 store=\(fixture.store.id) campaign=1 batch=1 channel=pigeon"
    _ = try await fixture.sendQueue.send([QueueEntry(body: body)])
    try await fixture.run(worker(fixture, [.email: Self.accepting, .sms: Self.accepting])) {
      try await fixture.sendQueue.depths().delayed == 1
    }
    fixture.advance(.seconds(30))
    #expect(try await fixture.sendQueue.receive(max: 1, wait: .zero, visibility: nil).map(\.body) == [body])
  }

  /// Says that its account is stopped until it is let go on.
  private final class Stopped: Provider {
    let callLimit = 50
    let isStopped = Mutex(true)
    let calls = Mutex(0)

    func ready() async throws -> Refusal? {
      isStopped.withLock { $0 } ? Refusal(cause: .accountPaused, reason: "The account is suspended.") : nil
    }

    func send(_ request: SendRequest, under permit: consuming Permit) async -> SendAnswer {
      permit.use()
      calls.withLock { $0 += 1 }
      return ScriptedProvider.accepting(request)
    }
  }

  @Test func aStoppedProviderPausesItsOwnChannelAloneAndCostsNoReceives() async throws {
    let fixture = try await ServiceFixture()
    let mails = try await fixture.launch(100)
    let texts = try await fixture.launch(200, batchSize: 10, by: .sms)
    let email = Stopped()
    try await fixture.run(
      worker(fixture, [.email: email, .sms: Self.accepting], concurrency: 1)
    ) {
      fixture.advance(.seconds(1))
      guard try await fixture.summary(texts).state == .finished else { return false }
      return try await fixture.summary(mails).state == .paused
    }
    #expect(try await fixture.summary(mails).note == "The account is suspended.")
    #expect(try await fixture.summary(texts).counts == [.accepted: 200])
    #expect(email.calls.withLock { $0 } == 0)
    #expect(try await fixture.deadLetters.depths().total == 0)

    // It is told freshly to whoever resumes.
    email.isStopped.withLock { $0 = false }
    _ = try await fixture.store.resume(mails, operator: "tester", now: fixture.clock.now())
    try await Outbox(store: fixture.store, queue: fixture.sendQueue, clock: fixture.clock, logger: fixture.logger)
      .drain(mails)
    try await fixture.run(worker(fixture, [.email: email, .sms: Self.accepting])) {
      fixture.advance(.seconds(1))
      #expect(try await fixture.summary(mails).state != .paused)
      return try await fixture.summary(mails).state == .finished
    }
    #expect(try await fixture.summary(mails).counts == [.accepted: 100])
  }

  /// Cannot be reached until it can.
  private final class OutOfReach: Provider {
    let callLimit = 50
    let isUp = Gate()
    let sent = ScriptedProvider { request, _ in ScriptedProvider.accepting(request) }

    func ready() async throws -> Refusal? {
      try await isUp.pass()
      return nil
    }

    func send(_ request: SendRequest, under permit: consuming Permit) async -> SendAnswer {
      #expect(isUp.isOpen)
      return await sent.send(request, under: permit)
    }
  }

  /// One lane, and the batches that cannot go come first.
  @Test func aProviderOutOfReachKeepsNobodyFromTheOthers() async throws {
    let fixture = try await ServiceFixture()
    let mails = try await fixture.launch(500)
    let texts = try await fixture.launch(50, batchSize: 10, by: .sms)
    let email = OutOfReach()
    try await fixture.run(
      worker(fixture, [.email: email, .sms: Self.accepting], concurrency: 1)
    ) {
      // On a busy machine a text may be put off too.
      fixture.advance(.seconds(1))
      return try await fixture.summary(texts).state == .finished
    }
    #expect(try await fixture.summary(mails).counts == [.queued: 500])
    #expect(email.sent.requests.isEmpty)
    email.isUp.open()
    fixture.advance(.seconds(30))
    try await fixture.run(worker(fixture, [.email: email, .sms: Self.accepting])) {
      try await fixture.summary(mails).state == .finished
    }
    #expect(try await fixture.summary(mails).counts == [.accepted: 500])
    #expect(try await fixture.deadLetters.depths().total == 0)
    #expect(email.sent.requests.flatMap(\.recipients).allSatisfy { $0.attempt == 1 })
  }

  /// The version before said no channel, and had SMS go by what served email.
  @Test func anOldTicketOfATextMessageFindsItsProvider() async throws {
    let fixture = try await ServiceFixture()
    let id = try await fixture.launch(10, by: .sms)
    let new = try #require(try await fixture.sendQueue.receive(max: 1, wait: .zero, visibility: nil).first)
    _ = try await fixture.sendQueue.delete([new.receipt])
    _ = try await fixture.sendQueue.send([QueueEntry(body: new.body.replacing(" channel=sms", with: ""))])
    let (email, sms) = (Self.accepting, Self.accepting)
    try await fixture.run(worker(fixture, [.email: email, .sms: sms])) {
      try await fixture.summary(id).state == .finished
    }
    #expect(email.requests.isEmpty)
    #expect(sms.requests.count == 1)
    #expect(try await fixture.summary(id).counts == [.accepted: 10])
    #expect(try await fixture.store.replay() == [])
  }
}
