import Canvas
import Synchronization
import Terminal
import Testing

@testable import sendboard

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Plays a terminal: hands out inputs one wait after another, and otherwise waits as the real one does.
private final class FakeDisplay: Display {
  var size = Size(width: 20, height: 2)
  var script: [[ScreenInput]]
  var shown: [String] = []
  var timeouts: [Duration?] = []
  /// Is called before each wait, with the number of those before it.
  var beforeWait: (Int) -> Void = { _ in }

  /// A loop that has not ended by then is broken: it is made to end by a key, and the test sees what it lacks.
  private let end = ContinuousClock.now + .seconds(30)

  init(_ script: [[ScreenInput]]) { self.script = script }

  var invalidated = 0
  func invalidate() { invalidated += 1 }

  var copied: [String] = []
  func copy(_ text: String) { copied.append(text) }

  func show(_ canvas: Canvas) { shown.append(canvas.text) }

  func lend(to run: () -> Void) -> Size {
    shown.append("lent")
    run()
    shown.append("back")
    return size
  }

  func wait(wake: Int32, timeout: Duration?) -> [ScreenInput] {
    timeouts.append(timeout)
    beforeWait(timeouts.count - 1)
    if !script.isEmpty { return script.removeFirst() }
    let left = end - .now
    if left < .zero { return [.key(.character("q"))] }
    var descriptor = pollfd(fd: wake, events: Int16(POLLIN), revents: 0)
    let limit = Int32(min(timeout ?? left, left) / .milliseconds(1)) + 1
    return poll(&descriptor, 1, limit) > 0 ? [.woken] : []
  }
}

@MainActor @Suite struct ScreenLoopTests {
  private enum Action: Sendable { case key(Key), answer(Int), tick, stop }
  private struct State {
    var text = ""
    var answers: [Int] = []
    var ticks = 0
    var isFinished = false
    var isStopped = false
    /// How long after the last tick the next one is wanted.
    var pause: Duration?
    var tick: ContinuousClock.Instant?
  }

  private func program() -> ScreenProgram<State, Action, Int> {
    ScreenProgram(
      update: { state, action in
        switch action {
        case .key(.character("q")): state.isFinished = true
        case .key(.character("a")): return [1, 2]
        case .key(.resize(let size)): state.text += "\(size.width) "
        case .key: state.text += "."
        case .answer(let number):
          state.answers.append(number)
          state.isFinished = state.answers.count == 2
        case .tick:
          state.ticks += 1
          state.tick = state.pause.map { .now + $0 }
          state.isFinished = state.ticks == 3
        case .stop:
          state.isFinished = true
          state.isStopped = true
        }
        return []
      },
      draw: { state, canvas in
        canvas.reset(size: canvas.gridSize)
        canvas.write(state.text, at: .zero, style: .plain)
      },
      perform: { effect, send in
        // From another thread, as services do.
        Task { send(.answer(effect + 1)) }
      },
      action: { event in
        switch event {
        case .key(let key): .key(key)
        case .tick: .tick
        case .stop: .stop
        }
      },
      clipboard: { $0 == 2 ? "두 번째" : nil }, nextTick: \.tick, isFinished: \.isFinished)
  }

  private func loop(_ display: FakeDisplay, _ state: State = State()) throws -> ScreenLoop<State, Action, Int> {
    ScreenLoop(display: display, inbox: try Inbox(), state: state, program: program())
  }

  /// What another program has written over the screen is painted over.
  @Test func twoKeysPaintEverythingAnew() throws {
    let display = FakeDisplay([
      [.key(.control("l"))], [.key(.character("x"))], [.key(.function(5))], [.key(.character("q"))],
    ])
    try loop(display).run()
    #expect(display.invalidated == 2)
  }

  @Test func keysThatComeTogetherAreDrawnOnce() throws {
    let display = FakeDisplay([[.key(.up), .key(.down), .key(.left)], [.key(.character("q"))]])
    try loop(display).run()
    #expect(display.shown == ["20\n", "20 ...\n", "20 ...\n"])
  }

  @Test func nothingIsDrawnWhenNothingHappens() throws {
    let display = FakeDisplay([[], [.woken], [], [.key(.character("q"))]])
    try loop(display).run()
    #expect(display.shown.count == 2)
    #expect(display.timeouts.allSatisfy { $0 == nil })
  }

  @Test func answersOfEffectsArriveWhileTheLoopHoldsTheMainActor() throws {
    let display = FakeDisplay([[.key(.character("a"))]])
    let loop = try loop(display)
    loop.run()
    // Each from a thread of its own, in whatever order.
    #expect(loop.state.answers.sorted() == [2, 3])
    #expect(display.copied == ["두 번째"], "the terminal is the loop's: what is copied goes through it")
  }

  /// A thread that reads beside it would slow the frame down; and what the last key asked for is done, though it ends the loop.
  @Test func whatAKeyAsksForIsBegunWhenItIsShown() throws {
    let display = FakeDisplay([[.key(.up), .key(.character("a"))], [.key(.character("a")), .key(.character("q"))]])
    let shown = Mutex<[Int]>([])
    let frames = Mutex(0)
    var program = program()
    program.draw = { _, _ in frames.withLock { $0 += 1 } }
    program.perform = { _, _ in shown.withLock { $0.append(frames.withLock { $0 }) } }
    ScreenLoop(display: display, inbox: try Inbox(), state: State(), program: program).run()
    #expect(shown.withLock { $0 } == [2, 2, 3, 3])
  }

  @Test func ticksComeWhenTheStateWantsThem() throws {
    let display = FakeDisplay([])
    let loop = try loop(display, State(pause: .milliseconds(5), tick: .now + .milliseconds(5)))
    loop.run()
    #expect(loop.state.ticks == 3)
  }

  /// What comes in while the window is not looked at is drawn once a second; what comes in beside a key, at once.
  @Test(arguments: [true, false]) func lessIsDrawnWhileNobodyLooks(isAway: Bool) throws {
    let display = FakeDisplay([[.key(isAway ? .focusLost : .focusGained)], [.woken], [.key(.character("q"))]])
    let inbox = try Inbox<Action>()
    display.beforeWait = { count in
      guard count == 1 else { return }
      inbox.send(.answer(1))
    }
    ScreenLoop(display: display, inbox: inbox, state: State(), program: program()).run()
    // The frame of the beginning, the one of the key or of the answer, and the one of the end.
    #expect(display.shown.count == (isAway ? 2 : 4))
    // What is not drawn yet is waited for; where all is drawn, nothing is.
    let wait = try #require(display.timeouts.last)
    #expect(isAway ? wait.map { $0 > .milliseconds(500) } == true : wait == nil)
  }

  @Test func aStopIsAnAction() throws {
    let display = FakeDisplay([[.stop(.terminate)]])
    let loop = try loop(display)
    loop.run()
    #expect(loop.state.isStopped)
  }
}

@Suite struct InboxTests {
  @Test func everythingFromEveryThreadArrivesInOrder() async throws {
    let inbox = try Inbox<(Int, Int)>()
    await withTaskGroup(of: Void.self) { group in
      for sender in 0..<8 {
        group.addTask { for number in 0..<1_000 { inbox.send((sender, number)) } }
      }
    }
    let taken = inbox.take()
    #expect(taken.count == 8_000)
    for sender in 0..<8 {
      #expect(taken.filter { $0.0 == sender }.map(\.1) == Array(0..<1_000))
    }
    #expect(inbox.take().isEmpty)
    var descriptor = pollfd(fd: inbox.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(poll(&descriptor, 1, 0) == 0)
  }
}
