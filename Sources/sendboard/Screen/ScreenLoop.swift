import Canvas
import Terminal

/// Runs a program on the screen: takes what has happened, updates the state, draws once, and waits.
///
/// It is the one consumer of the one inbox, and the only owner of what is drawn. `run` blocks the thread of the main
/// actor in `poll` from beginning to end: that way curses stays on one thread, a key is answered without a hop between
/// threads, and the compiler keeps everyone else away from the state. Hence nothing else may count on the main actor
/// while it runs; services live on the global executor and speak to it through the inbox.
@MainActor
final class ScreenLoop<State, Action: Sendable, Effect: Sendable> {
  /// Holds what is drawn.
  private(set) var state: State
  /// Counts the frames drawn.
  private(set) var frames = 0

  private let display: any Display
  private let inbox: Inbox<Action>
  private let program: ScreenProgram<State, Action, Effect>
  private let clock = ContinuousClock()
  private var canvas = Canvas(size: .zero)
  private var lastFrame: ContinuousClock.Instant
  private var lastInput: ContinuousClock.Instant
  /// When the state as it is wants a tick.
  private var nextTick: ContinuousClock.Instant?
  /// Set when the state may look different from what is shown.
  private var isStale = true
  /// Set when the operator waits for the next frame.
  private var isUrgent = true
  /// Set while the operator has turned to another window, in terminals that tell.
  private var isAway = false

  /// What comes in by itself is shown at most so often; a key is answered at once.
  private static var frameInterval: Duration { .milliseconds(33) }
  /// While nobody looks: often enough for who has the window beside another one.
  private static var awayInterval: Duration { .seconds(1) }
  /// What comes in so soon after a key is most likely what it asked for, and is shown at once too.
  private static var answerInterval: Duration { .milliseconds(100) }

  /// What is to be done once the frame is shown that the operator waits for: threads that read meanwhile would slow it down.
  private var waiting: [Effect] = []

  /// Makes a loop; nothing happens before `run`.
  init(
    display: any Display, inbox: Inbox<Action>, state: State, program: ScreenProgram<State, Action, Effect>
  ) {
    self.display = display
    self.inbox = inbox
    self.state = state
    self.program = program
    lastFrame = clock.now
    lastInput = clock.now
  }

  /// Runs until the state is finished. Whoever opened the screen closes it afterwards.
  func run() {
    lastInput = clock.now
    handle(.key(.resize(display.size)))
    nextTick = program.nextTick(state)
    while true {
      drawIfDue()
      performWaiting()
      if program.isFinished(state) { return }
      for input in display.wait(wake: inbox.descriptor, timeout: timeout) {
        switch input {
        case .key(let key):
          isAway = key == .focusLost
          if !isAway {
            isUrgent = true
            lastInput = clock.now
          }
          // Another program may have written over the screen: what is shown is painted anew, whatever else the key means.
          if key == .control("l") || key == .function(5) { display.invalidate() }
          handle(.key(key))
        case .stop(let reason):
          isUrgent = true
          handle(.stop(reason))
        case .woken: break
        }
      }
      for action in inbox.take() { apply(action) }
      nextTick = program.nextTick(state)
      if let due = nextTick, due <= clock.now {
        handle(.tick)
        nextTick = program.nextTick(state)
      }
    }
  }

  private var timeout: Duration? {
    let now = clock.now
    var timeout: Duration?
    if let nextTick { timeout = max(.zero, nextTick - now) }
    if isStale {
      let untilFrame = max(.zero, interval - (now - lastFrame))
      timeout = min(timeout ?? untilFrame, untilFrame)
    }
    return timeout
  }

  /// How long after a frame the next one is drawn that nobody asked for.
  private var interval: Duration { isAway ? Self.awayInterval : Self.frameInterval }

  private func handle(_ event: ScreenProgram<State, Action, Effect>.Event) {
    if case .key(.resize) = event { isStale = true }
    if let action = program.action(event) { apply(action) }
  }

  private func apply(_ action: Action) {
    isStale = true
    for effect in program.update(&state, action) {
      if let work = program.borrows(effect) {
        lend(to: work)
        continue
      }
      if let text = program.clipboard(effect) { display.copy(text) }
      waiting.append(effect)
    }
  }

  private func performWaiting() {
    guard !waiting.isEmpty else { return }
    let (effects, inbox) = (waiting, inbox)
    waiting.removeAll(keepingCapacity: true)
    for effect in effects { program.perform(effect) { inbox.send($0) } }
  }

  /// Leaves the screen to a program of somebody else's, and takes up what came of it.
  private func lend(to work: () -> Action) {
    var answer: Action?
    let size = display.lend { answer = work() }
    isUrgent = true
    lastInput = clock.now
    handle(.key(.resize(size)))
    if let answer { apply(answer) }
  }

  private func drawIfDue() {
    guard isStale else { return }
    let now = clock.now
    guard
      isUrgent || program.isFinished(state) || (!isAway && now - lastInput < Self.answerInterval)
        || now - lastFrame >= interval
    else { return }
    if canvas.gridSize != display.size { canvas.reset(size: display.size) }
    program.draw(state, &canvas)
    display.show(canvas)
    frames += 1
    lastFrame = now
    isStale = false
    isUrgent = false
  }
}
