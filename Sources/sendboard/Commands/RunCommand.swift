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
    case worker, ingester, reports
  }

  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run the services without a screen, until told to stop.",
    discussion: .help(
      """
      Stop it with Ctrl-C or SIGTERM: it finishes the calls under way and gives back what it has not begun.
      With --drain, exit status 2 says that something is left, and it says what: dead letters, uncertain messages, batches
      of another store on the queue, a campaign that the provider stopped, or what did not move any more.

      Examples:
        sendboard run
        sendboard run --only worker --rate 50
        sendboard run --drain
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var simulator: SimulatorFlags
  @Option(help: ArgumentHelp("Run only this part; may be given twice.", valueName: "worker|ingester|reports"))
  var only: [Part] = []
  @Flag(help: "Begin with an empty store when there is none.") var create = false
  @Flag(help: "End when the queues are empty and nothing is in flight.") var drain = false
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "With --drain: end when nothing has moved for so long. Default: three visibility timeouts and a minute.",
      valueName: "seconds"))
  var patience: Double?
  @Option(parsing: .unconditional, help: "Provider calls at once. Default: 5.") var concurrency: Int?
  @Option(parsing: .unconditional, help: "Recipients a second at most. Default: as many as the provider takes.")
  var rate: Double?

  func validate() throws {
    if let concurrency, !(1...1000).contains(concurrency) { throw ValidationError("--concurrency must be 1 to 1000") }
    if let patience {
      if !drain { throw ValidationError("--patience goes with --drain") }
      if !(1...1_000_000).contains(patience) { throw ValidationError("--patience must be 1 to 1000000") }
    }
    if let rate, !(0.01...1_000_000).contains(rate) { throw ValidationError("--rate must be 0.01 to 1000000") }
  }

  func run() async throws {
    var settings = try await global.settings(for: "sendboard run")
    settings.concurrency = concurrency ?? settings.concurrency
    settings.rate = rate ?? settings.rate
    if !create { try CompositionRoot.requireStore(settings) }
    let root = try await CompositionRoot(settings)
    let logger = root.log()
    let parts = only.isEmpty ? Set(Part.allCases) : Set(only)
    var services: [any Service] = []
    // A poll that is cut off may leave what just came hidden until its timeout; a short one can be waited for.
    let poll = drain ? QueueLimits.shortWait : QueueLimits.longestWait
    if parts.contains(.worker) {
      var worker = settings.worker
      worker.poll = poll
      services.append(root.outbox(logger))
      services.append(
        try root.worker(
          worker,
          simulator: simulator.settings(
            settings.simulator, over: drain ? SimulatorFlags.draining : SimulatorFlags.watchable),
          ledger: simulator.ledgerPath(settings.simulator), logger))
      services.append(root.deadLetterDesk(logger))
      services.append(root.workerReporter(logger))
    }
    if parts.contains(.ingester) {
      services += root.ingesters(logger, poll: poll)
      services.append(root.eventLetterWatch(logger))
    }
    if parts.contains(.reports) { services += try root.reportPollers(logger) }
    services.append(root.healthReporter(logger))
    services.append(root.courseKeeper(logger))
    services.append(StoreGuard(store: root.store))
    services.append(root.storeWatch(logger))
    try await root.lookIntoRegression(logger)
    root.tellOfMissingNote(logger)
    /// How the drain ended; `nil` until it has.
    let end = Mutex<Drain.End?>(nil)
    if drain {
      var awaited: Drain.Parts = []
      if parts.contains(.worker) { awaited.insert(.worker) }
      if parts.contains(.ingester) { awaited.insert(.ingester) }
      services.append(
        Drain(
          root: root, parts: awaited, patience: patience.map { .seconds($0) },
          done: { how in end.withLock { $0 = how } }, progress: { StandardError.progress($0.progress) },
          waiting: { what, time in
            StandardError.endProgress()
            StandardError.print("waiting for \(what): nothing has moved for \(Int(time.seconds)) s")
          }))
    } else {
      StandardError.print("running on \(settings.storePath); stop with Ctrl-C")
    }
    let before = try await root.store.health(now: root.clock.now())
    do {
      try await Services.group(services, signals: [.sigterm, .sigint, .sighup], logger: logger).run()
    } catch is CancellationError {
      throw CommandError(
        "calls under way were not answered in time after the stop; what became of them is 'uncertain' or comes back: see "
          + global.command("sendboard messages --status uncertain"))
    }
    StandardError.endProgress()
    guard drain || output.json else { return }
    let ending = end.withLock { $0 }
    let isWorkers = parts.contains(.worker) && ending != nil
    if isWorkers { try await lookAtDeadLetters(root.deadLetterDesk(logger), logger) }
    let summary = try await RunSummary(root.store, since: before, end: ending)
    if output.json { StandardOutput.print(summary.line.finished) }
    if drain { StandardError.print(summary.words(global)) }
    if drain, summary.leavesWork, isWorkers || summary.waitedFor != nil { throw ExitCode(2) }
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
}
