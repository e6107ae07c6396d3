package import Canvas
internal import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Screen {
  /// Waits until the operator does something, a signal arrives, `wake` becomes readable or the time is over, and returns
  /// everything that has happened; nothing when the time is over.
  ///
  /// Blocks its thread. Without a timeout it uses no processor time at all until something happens.
  ///
  /// - Parameters:
  ///   - wake: A descriptor to wait for besides; whoever gave it reads it.
  ///   - timeout: How long to wait at most; nil is for ever.
  package func wait(wake: Int32, timeout: Duration?) -> [ScreenInput] {
    guard !isClosed else { return [] }
    // A negative descriptor is passed over by poll: one of a closed terminal would be ready for ever.
    var descriptors = [
      pollfd(fd: isTerminalGone || isBehind ? -1 : inputDescriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake, events: Int16(POLLIN), revents: 0),
    ]
    var limit = timeout.map(Self.milliseconds) ?? -1
    let pasteLimit: Int32 = 2_000
    if decoder.isPasting { limit = limit < 0 ? pasteLimit : min(limit, pasteLimit) }
    // Nobody tells that the terminal is this process's again.
    if isBehind { limit = limit < 0 ? 500 : min(limit, 500) }
    let ready = poll(&descriptors, nfds_t(descriptors.count), limit)
    var inputs: [ScreenInput] = []
    if ready == 0, decoder.isPasting { inputs += decoder.abandonPaste().map(ScreenInput.key) }
    if !isTerminalGone, isBehind ? signals.isInForeground : signals.isTerminalChanged { inputs.append(reopened()) }
    guard ready > 0 else { return inputs }
    if descriptors[1].revents != 0 { inputs += takeSignals() }
    if isBehind { return inputs + (descriptors[2].revents != 0 ? [.woken] : []) }
    if descriptors[0].revents != 0 { inputs += takeKeys(Int32(descriptors[0].revents)) }
    if descriptors[2].revents != 0 { inputs.append(.woken) }
    return inputs
  }

  private static func milliseconds(_ duration: Duration) -> Int32 {
    let (seconds, attoseconds) = duration.components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    // Rounded up: waking up too early would only mean another round.
    let value = seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(max(0, value))
  }

  private func takeSignals() -> [ScreenInput] {
    var inputs: [ScreenInput] = []
    for number in signals.take() {
      switch number {
      case SIGTERM: inputs.append(.stop(.terminate))
      case SIGINT: inputs.append(.stop(.interrupt))
      case SIGHUP: inputs.append(.stop(.hangup))
      case SIGWINCH: inputs.append(resized())
      case SIGTSTP: inputs.append(suspend(wholeGroup: false))
      case SIGCONT: inputs.append(reopened())
      default: break
      }
    }
    return inputs
  }

  private func takeKeys(_ events: Int32) -> [ScreenInput] {
    var units: [KeyDecoder.Unit] = []
    var value: UInt32 = 0
    // Bounded, so that a terminal that never stops sending cannot keep the screen from being drawn.
    while units.count < 4_096 {
      let result = sb_read(input, &value)
      if result == OK {
        if let scalar = Unicode.Scalar(value) { units.append(.scalar(scalar)) }
      } else if result == KEY_CODE_YES {
        if Int32(bitPattern: value) == KEY_MOUSE {
          if let unit = mouseUnit() { units.append(unit) }
        } else {
          units.append(.code(Int32(bitPattern: value)))
        }
      } else {
        break
      }
    }
    if units.isEmpty, isInputAtEnd(events) {
      isTerminalGone = true
      return [.stop(.terminalClosed)]
    }
    return decoder.decode(units, at: .now).map { key in
      key == .control("z") ? suspend(wholeGroup: true) : .key(key)
    }
  }

  /// A terminal that is gone is readable for ever and has nothing to read.
  private func isInputAtEnd(_ events: Int32) -> Bool {
    if events & Int32(POLLHUP | POLLERR | POLLNVAL) != 0 { return true }
    var descriptor = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, 0) > 0 && sb_waiting_bytes(inputDescriptor) <= 0
  }

  private func mouseUnit() -> KeyDecoder.Unit? {
    var (x, y): (Int32, Int32) = (0, 0)
    let action: MouseAction
    switch sb_read_mouse(&x, &y) {
    case 1: action = .click
    case 2: action = .middleClick
    case 3: action = .rightClick
    case 4: action = .scrollUp
    case 5: action = .scrollDown
    default: return nil
    }
    return .mouse(action, Point(x: Int(x), y: Int(y)))
  }

  private func resized() -> ScreenInput {
    readWindowSize()
    invalidate()
    return .key(.resize(size))
  }

  /// Leaves the screen to another program while it runs, and sets the terminal up again after it: its keys and its signals are
  /// the other program's meanwhile.
  ///
  /// - Returns: the size that the window has then.
  package func lend(to run: () -> Void) -> Size {
    send(Modes.off + (options.usesMouse ? Modes.mouseOff : ""))
    endwin()
    signals.remove(isTerminalGone: isTerminalGone)
    run()
    // What the other program left unread was meant for it.
    tcflush(inputDescriptor, TCIFLUSH)
    _ = reopened()
    return size
  }

  /// Leaves the screen, stops the process, and opens the screen again when it goes on.
  private func suspend(wholeGroup: Bool) -> ScreenInput {
    send(Modes.off + (options.usesMouse ? Modes.mouseOff : ""))
    endwin()
    signals.remove(isTerminalGone: isTerminalGone)
    signals.stopProcess(wholeGroup: wholeGroup)
    return reopened()
  }

  /// Sets the terminal up once more, as soon as it is this process's again; after a stop the shell has used it.
  private func reopened() -> ScreenInput {
    signals.install(restoring: restoring)
    isBehind = !signals.isInForeground
    if isBehind { return .key(.resize(size)) }
    reset_prog_mode()
    signals.noteSettings()
    if options.usesMouse { sb_watch_mouse() }
    send(Modes.on)
    return resized()
  }
}
