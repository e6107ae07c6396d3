import Canvas
import Dashboard
import EventStore
import Foundation
import Logging
import Model
import Pacing
import Sandbox
import ServiceLifecycle
import Synchronization
import Terminal
import Words

/// Runs the dashboard: the screen on the main actor, the services beside it, the inbox between them.
struct DashboardShell: Sendable {
  let root: CompositionRoot
  let keys: KeyMap
  let simulator: SimulatorSettings
  let ledger: String?
  /// Whether the store is removed afterwards.
  var isThrowaway = false

  /// Runs until the operator quits, a signal comes or the terminal is gone; then lets the services finish what they
  /// have begun, with the screen still on, and gives the terminal back.
  ///
  /// - Throws: `TerminalError` when there is no usable terminal, `StoreError`.
  @MainActor func run() async throws {
    let book = root.logBook
    // Who looks at the screen is told there, in the log's own pane.
    let logger = isLooking ? Log.none : Log.kept(book, root.settings.logLevel, isShown: false) { _ in }
    let (chosen, themeProblem) = theme()
    if !isLooking {
      try await root.lookIntoRegression(logger)
      root.tellOfMissingNote(logger)
    }
    let inbox = try Inbox<ShellAction>()
    let group = Services.group(try services(logger, inbox), signals: [], logger: logger)
    let runner = EffectRunner(root: root, operations: Operations(root: root, logger: logger), book: book) {
      try root.providers(simulator, ledger)
    }
    let screen = try Screen(
      options: .init(usesColor: chosen.name != Theme.monochrome.name, usesMouse: root.settings.usesMouse))
    let theme = screen.showsColor ? chosen : .monochrome
    // The services must be told to stop, and be waited for, whichever way the loop ends.
    let services = Task.detached {
      do {
        try await group.run()
        inbox.send(.over(nil))
      } catch {
        logger.error("\(error)")
        inbox.send(.over("\(error)"))
      }
    }
    let stuck = StuckTerminal(screen) {
      Task {
        await group.triggerGracefulShutdown()
        await services.value
        // What is shown last goes out if the terminal takes something again; the guardian gives it back in any case.
        try? await Task.sleep(for: .seconds(3))
        Sendboard.leave(0)
      }
    }
    let kept = KeptTexts()
    let drafts = DraftKeeper(store: root.store, operator: root.settings.operator) {
      inbox.send(.dashboard(.draftNotKept($0)))
    }
    let textBatches = (try? root.settings.batchSizes(for: .sms)) ?? BatchSizes(usual: .sms)
    let loop = ScreenLoop(
      display: screen, inbox: inbox,
      state: ShellState(
        dashboard: State(
          size: screen.size, now: .now, utcOffset: LocalTime.utcOffset, runsWorker: sends,
          isThrowaway: isThrowaway, isReadOnly: isLooking, language: root.settings.language, links: root.settings.links,
          numbering: root.settings.numbering,
          audiences: root.settings.audiences, batchSizes: [.sms: textBatches],
          clipboard: CopyText.Way(ProcessInfo.processInfo.environment), keyMap: keys, themeProblem: themeProblem)),
      program: Self.program(
        theme: theme, runner: runner, kept: kept, drafts: drafts,
        stop: { Task { await group.triggerGracefulShutdown() } }))
    loop.run()
    runner.audience.stop()
    stuck.end()
    screen.close()
    for path in kept.paths { StandardError.print(loop.state.dashboard.words.work(.textKept(path))) }
    await drafts.end()
    await services.value
    if let failure = loop.state.failure { throw CommandError(failure) }
  }

  /// Refuses to begin without a terminal, before anything is made on disk.
  ///
  /// - Throws: ``CommandError``.
  static func requireTerminal() throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw CommandError(
        "the dashboard needs a terminal: use 'sendboard run' without one, or a command such as 'sendboard campaigns --json'"
      )
    }
  }

  /// With a queue on the network the sending is `sendboard run`'s, on the hosts meant for it.
  private var sends: Bool { root.settings.cloud.queue == .embedded && !isLooking }

  /// Whether nothing is changed here.
  private var isLooking: Bool { root.settings.readOnly != nil }

  private func services(_ logger: Logger, _ inbox: Inbox<ShellAction>) throws -> [any Service] {
    let worker = root.settings.worker
    let poller = CommitPoller(store: root.store) {
      inbox.send(.dashboard(.storeChanged))
    }
    if isLooking { return [poller] }
    return [
      poller, root.outbox(logger), root.deadLetterDesk(logger), root.healthReporter(logger),
      root.storeWatch(logger), root.eventLetterWatch(logger), root.courseKeeper(logger),
    ] + root.ingesters(logger)
      + (sends
        ? [try root.worker(worker, simulator: simulator, ledger: ledger, logger), root.workerReporter(logger)]
          + (try root.reportPollers(logger)) : [])
  }

  /// The colours, and why they are not those that were asked for.
  private func theme() -> (Theme, problem: String?) {
    // https://no-color.org: any value but the empty one.
    if ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty == false { return (.monochrome, nil) }
    guard let name = root.settings.theme else { return (.standard, nil) }
    let library = ThemeLibrary(
      environment: ProcessInfo.processInfo.environment, executable: DataFolders.executablePath)
    do { return (try library.load(name), nil) } catch {
      // Colours are no reason to keep an operator from their mail.
      StandardError.print("\(error); the standard theme is used")
      return (.standard, "\(error)")
    }
  }

  private static func program(
    theme: Theme, runner: EffectRunner, kept: KeptTexts, drafts: DraftKeeper,
    stop: @escaping @Sendable () -> Void
  ) -> ScreenProgram<ShellState, ShellAction, Effect> {
    let works = Works()
    var last = LastFrame()
    return ScreenProgram(
      update: { state, action in state.update(action, at: .now) },
      draw: { state, canvas in Dashboard.draw(state.dashboard, &canvas, theme: theme, after: &last) },
      perform: { effect, answer in
        switch effect {
        case .load(let load): Task.detached { answer(.dashboard(await runner.run(load))) }
        case .count(let count):
          let stop = runner.begin(count)
          Task.detached { if let found = await runner.run(count, stop) { answer(.dashboard(found)) } }
        case .command(let command):
          let control = works.begin(command)
          Task.detached {
            let end = await runner.run(command, control) { answer(.dashboard(.progressed(command, $0))) }
            works.end(control)
            answer(.dashboard(end))
          }
        case .record(let level, let event): runner.record(level, event)
        case .steer(let command, let steering): works.steer(command, steering)
        // Run by the loop itself.
        case .edit, .write: break
        case .complete(let path): Task.detached { answer(.dashboard(.completed(PathCompletion(typed: path)))) }
        case .keep(let draft): drafts.keep(draft)
        case .drop(let id): drafts.drop(id)
        case .remember(let entries): runner.remember(entries)
        case .gather(let gathering): Task.detached { answer(.dashboard(await runner.run(gathering))) }
        case .stopCounting: runner.audience.stop()
        case .quit:
          runner.audience.stop()
          stop()
        // The loop hands it to the terminal, which is its own.
        case .copy: break
        }
      },
      borrows: { effect in
        let (text, ending, answer): (String, String, @Sendable (String?) -> Action)
        // What an operator has saved outlives this process, whatever ends it.
        var save: (@Sendable (String) -> Void)?
        switch effect {
        case .edit(let id, let body): (text, ending, answer) = (body, ".json", { .edited(id, $0) })
        case .write(let part, let draft):
          (text, ending, answer) = (draft.text(of: part), ".\(part.fileEnding)", { .written(part, $0) })
          save = { drafts.keep(draft.with($0, as: part, at: .now)) }
        default: return nil
        }
        return {
          switch Editor.edit(text, ending: ending, onSave: save) {
          case .text(let edited): return .dashboard(answer(edited))
          case .failed: return .dashboard(answer(nil))
          case .died(let path):
            kept.add(path)
            return .dashboard(answer(nil))
          case .stopped(let path):
            if let path { kept.add(path) }
            return .dashboard(.stop)
          }
        }
      },
      action: { event in
        switch event {
        case .key(.resize(let size)): .dashboard(.resized(width: size.width, height: size.height))
        case .key(let key): .dashboard(.key(key))
        case .tick: .tick
        case .stop: .dashboard(.stop)
        }
      },
      clipboard: { if case .copy(let text) = $0 { text } else { nil } },
      nextTick: { state in
        state.dashboard.nextTick.map { due in
          let left = due - .now
          // The minute's end is never farther: the clock was set back.
          return ContinuousClock.now + (left > .seconds(60) ? .zero : left)
        }
      },
      isFinished: { $0.isOver })
  }
}

/// Files in which a text is that was being edited when the process was told to end.
final class KeptTexts: Sendable {
  private let files = Mutex<[String]>([])
  var paths: [String] { files.withLock { $0 } }
  func add(_ path: String) { files.withLock { $0.append(path) } }
}

/// What the loop is told.
enum ShellAction: Sendable {
  case dashboard(Action)
  case tick
  /// The services have ended; with what went wrong, if anything did.
  case over(String?)
}

/// The dashboard's state, and whether the services have ended.
struct ShellState {
  var dashboard: State
  var isOver = false
  var failure: String?

  mutating func update(_ action: ShellAction, at now: Timestamp) -> [Effect] {
    switch action {
    case .dashboard(let action): return Dashboard.update(&dashboard, action, at: now)
    case .tick: return Dashboard.update(&dashboard, .tick(now))
    case .over(let failure):
      isOver = true
      self.failure = failure
      return []
    }
  }
}

/// Tells the dashboard when anybody has committed to the store; stops it when the store was removed or replaced, as
/// ``StoreGuard`` does elsewhere: each look of its own would wake the processor.
struct CommitPoller: Service {
  let store: EventStore
  let changed: @Sendable () -> Void
  var time = Timekeeper()

  private static let pause = Duration.milliseconds(250)
  /// After so many looks without news, looks come half as often, and then once a second: this process itself commits every
  /// ten seconds, that its worker is there.
  private static let calm = 4
  private static let rest = 6

  func run() async throws {
    var last = try store.commitVersion()
    var quiet = 0
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      try await dozeUnlessStopping(Self.pause * (quiet < Self.calm ? 1 : quiet < Self.rest ? 2 : 4), by: time)
      if Task.isShuttingDownGracefully || Task.isCancelled { return }
      try store.checkIdentity()
      let version = try store.commitVersion()
      quiet = version == last ? quiet + 1 : 0
      if version != last { changed() }
      last = version
    }
  }
}
