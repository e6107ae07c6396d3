import Sending
import ArgumentParser
import EventStore
import Foundation
import Logging
import Model
import Ports
import Sandbox
import ServiceLifecycle
import Services
import Synchronization
import UnixSignals

struct RunCommand: AsyncParsableCommand {
  /// What `--only` chooses from.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case worker, ingester
  }

  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run the services without a screen, until told to stop.",
    discussion: """
      Stop it with Ctrl-C or SIGTERM: it finishes the calls under way and gives back what it has not begun.
      With --drain, exit status 2 says that something is left for somebody to decide: dead letters, uncertain messages,
      or batches of another store on the queue.

      Examples:
        sendboard run
        sendboard run --only worker --rate 50
        sendboard run --drain
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var simulator: SimulatorFlags
  @Option(help: ArgumentHelp("Run only this part; may be given twice.", valueName: "worker|ingester"))
  var only: [Part] = []
  @Flag(help: "Begin with an empty store when there is none.") var create = false
  @Flag(help: "End when the queues are empty and nothing is in flight.") var drain = false
  @Option(parsing: .unconditional, help: "Provider calls at once. Default: 5.") var concurrency: Int?
  @Option(parsing: .unconditional, help: "Recipients a second at most. Default: as many as the provider takes.")
  var rate: Double?

  func validate() throws {
    if let concurrency, !(1...1000).contains(concurrency) { throw ValidationError("--concurrency must be 1 to 1000") }
    if let rate, !(0.01...1_000_000).contains(rate) { throw ValidationError("--rate must be 0.01 to 1000000") }
  }

  func run() async throws {
    var settings = try await global.settings()
    settings.concurrency = concurrency ?? settings.concurrency
    settings.rate = rate ?? settings.rate
    if !create { try CompositionRoot.requireStore(settings) }
    let bench = try await CompositionRoot(settings)
    let logger = Log.standardError(settings.logLevel)
    let parts = only.isEmpty ? Set(Part.allCases) : Set(only)
    var services: [any Service] = []
    // A poll that is cut off may leave what just came hidden until its timeout; a short one can be waited for.
    let poll = drain ? QueueLimits.shortWait : QueueLimits.longestWait
    if parts.contains(.worker) {
      var worker = settings.worker
      worker.poll = poll
      services.append(bench.outbox(logger))
      services.append(
        try bench.worker(
          worker,
          simulator: simulator.settings(
            settings.simulator, over: drain ? SimulatorFlags.draining : SimulatorFlags.watchable),
          ledger: simulator.ledgerPath(settings.simulator), logger))
      services.append(bench.deadLetterDesk(logger))
      services.append(bench.workerReporter(logger))
    }
    if parts.contains(.ingester) {
      services += bench.ingesters(logger, poll: poll)
      services.append(bench.eventLetterWatch(logger))
    }
    services.append(bench.healthReporter(logger))
    services.append(StoreGuard(store: bench.store))
    services.append(bench.storeWatch(logger))
    try await bench.lookIntoRegression(logger)
    /// Others' batches that are left; `nil` until it is drained.
    let foreign = Mutex<Int?>(nil)
    if drain {
      var awaited: Drain.Parts = []
      if parts.contains(.worker) { awaited.insert(.worker) }
      if parts.contains(.ingester) { awaited.insert(.ingester) }
      services.append(
        Drain(bench: bench, parts: awaited, done: { left in foreign.withLock { $0 = left } }) {
          StandardError.progress($0.progress)
        })
    } else {
      StandardError.print("running on \(settings.storePath); stop with Ctrl-C")
    }
    let before = try await bench.store.health(now: bench.clock.now())
    do {
      try await Services.group(services, signals: [.sigterm, .sigint, .sighup], logger: logger).run()
    } catch is CancellationError {
      throw CommandError(
        "calls under way were not answered in time after the stop; what became of them is 'uncertain' or comes back: see "
          + global.command("sendboard messages --status uncertain"))
    }
    StandardError.endProgress()
    guard drain else { return }
    let others = foreign.withLock { $0 }
    let isDrained = parts.contains(.worker) && others != nil
    if isDrained { try await lookAtDeadLetters(bench.deadLetterDesk(logger), logger) }
    let (words, isWorkLeft) = try await summary(bench.store, since: before, foreign: others ?? 0)
    StandardError.print(words)
    if isDrained, isWorkLeft { throw ExitCode(2) }
  }

  /// Has the summary tell of the last ones too, unless that takes long: all that was to be done is done, and who looks at
  /// the dead letters next finds them.
  private func lookAtDeadLetters(_ desk: DeadLetterDesk, _ logger: Logger) async throws {
    let look = await TimeLimit.race(.seconds(10)) { () async -> Result<Void, any Error> in
      do { return .success(try await desk.refresh()) } catch { return .failure(error) }
    }
    do {
      guard let look else {
        return logger.warning("the dead letters could not be looked at: the queue does not answer")
      }
      try look.get()
    } catch let error as QueueError where error.code != .cannotWrite {
      logger.warning("the dead letters could not be looked at: \(error)")
    }
  }

  /// What was done, and what is left for somebody to look at.
  private func summary(
    _ store: EventStore, since before: Health, foreign: Int
  ) async throws -> (words: String, isWorkLeft: Bool) {
    let now = try await store.health(now: .now)
    var parts = ["\(counted(now.accepted - before.accepted, "message")) handed over"]
    if now.uncertain > 0 {
      parts.append("\(now.uncertain) uncertain: see \(global.command("sendboard messages --status uncertain"))")
    }
    let dead = try await store.deadLetterTotals()
    if dead.letters > 0 {
      parts.append(
        "\(counted(dead.letters, "dead letter")) with \(counted(dead.recipients, "recipient")) to send to: see "
          + global.command("sendboard deadletters"))
    }
    if foreign > 0 {
      parts.append("\(counted(foreign, "batch", "batches")) on the queue that no worker of this store may send")
    }
    return (parts.joined(separator: "; "), parts.count > 1)
  }
}
