package import Canvas
internal import CNcurses

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Owns the terminal from `init` to `close`: shows canvases on it and reads keys from it.
///
/// Not sendable: curses knows one thread only, the one that opened it. Nothing but the methods here touches curses, and
/// every way the process can end leaves the terminal as it was found: for those that no handler sees, SIGKILL among them,
/// a guardian watches that outlives the process.
package final class Screen {
  /// Says how the screen is opened.
  package struct Options: Hashable, Sendable {
    /// Uses colours where the terminal has them.
    package var usesColor: Bool
    /// Asks for clicks and the wheel; selecting text with the mouse then needs Shift in most terminals.
    package var usesMouse: Bool

    /// Makes options.
    package init(usesColor: Bool = true, usesMouse: Bool = true) {
      self.usesColor = usesColor
      self.usesMouse = usesMouse
    }
  }

  /// Measures the terminal's window as of the last `key(.resize)`.
  package internal(set) var size: Size
  /// Tells whether colours are shown; if not, `Theme.monochrome` is the theme to take.
  package let showsColor: Bool

  let inputDescriptor: Int32 = STDIN_FILENO
  let outputDescriptor: Int32 = STDOUT_FILENO
  var frame: FrameGatherer
  let signals: SignalGuard
  let input: UnsafeMutablePointer<WINDOW>
  let options: Options
  let restoring: String
  var painter: Painter
  var decoder = KeyDecoder()
  var isClosed = false
  /// Set once the terminal is gone; nothing is read or shown from then on.
  var isTerminalGone = false
  /// Set while a shell has the terminal and this process goes on behind it: nothing is read or shown meanwhile.
  var isBehind = false

  /// Opens the terminal: alternate screen, keys one by one and without echo.
  ///
  /// - Throws: `TerminalError` when there is no terminal, or one that cannot be used; nothing is changed then.
  package init(options: Options = Options()) throws(TerminalError) {
    for (descriptor, name) in [(inputDescriptor, "standard input"), (outputDescriptor, "standard output")] {
      guard isatty(descriptor) == 1 else { throw TerminalError(code: .notATerminal, context: name) }
    }
    let term = getenv("TERM").map { String(cString: $0) } ?? ""
    guard sb_check_terminal(outputDescriptor) == 1 else {
      throw TerminalError(code: .unknownTerminal, context: term.isEmpty ? "(TERM is not set)" : term)
    }
    guard sb_capability("cup") != nil, sb_capability("clear") != nil else {
      throw TerminalError(code: .incapableTerminal, context: term)
    }
    guard sb_use_utf8() == 1 else {
      throw TerminalError(code: .noUTF8, context: getenv("LC_ALL").map { String(cString: $0) } ?? "LC_ALL is not set")
    }
    signals = try SignalGuard(input: inputDescriptor, output: outputDescriptor)
    guard let frame = FrameGatherer(terminal: outputDescriptor), sb_open(frame.descriptor) != nil,
      let pad = newpad(1, 1)
    else {
      signals.close()
      throw TerminalError(code: .system, context: "curses could not open \(term)", underlying: errno)
    }
    self.frame = frame
    // Until it has come back from a shell once, curses writes after each of its movements: twenty calls of the kernel a frame.
    // The terminal hears nothing of that going and coming.
    doupdate()
    _ = self.frame.gather {
      endwin()
      doupdate()
    }
    sb_repaint_all()
    self.options = options
    input = pad
    restoring = Self.restoringSequence(usesMouse: options.usesMouse)
    signals.install(restoring: restoring)

    raw()
    noecho()
    nonl()
    // A lone Esc is known by nothing following it, for which its answer waits. A key's bytes come in one piece; where they do
    // not, the decoder knows what comes late.
    set_escdelay(3)
    // Keys are read from a pad, because reading from a window draws that window.
    keypad(pad, true)
    nodelay(pad, true)
    // A frame is shown whole, also while keys are waiting: a part of one would lie, and it is no more than some lines.
    typeahead(-1)
    for (sequence, code) in KeyDecoder.sequences { define_key(sequence, code) }
    if options.usesMouse {
      sb_watch_mouse()
    } else if let report = sb_capability("kmous") {
      // A report that comes all the same, since another program has left its mode on, is a sequence nobody knows: curses
      // would take its beginning for the mouse, and the numbers in it would be typed.
      define_key(String(cString: report), 0)
    }
    let wantsColor = options.usesColor && has_colors()
    if wantsColor {
      start_color()
      use_default_colors()
    }
    showsColor = wantsColor && sb_color_count() >= 8
    painter = Painter(colors: showsColor ? Int(sb_color_count()) : 0)
    size = .zero
    signals.noteSettings()
    send(Modes.on)
    readWindowSize()
  }

  deinit { close() }

  /// Leaves the screen and gives the terminal back as it was. A second call does nothing.
  package func close() {
    guard !isClosed else { return }
    isClosed = true
    send(Modes.off)
    endwin()
    signals.remove(isTerminalGone: isTerminalGone)
    signals.close()
  }

  /// Writes past curses, which has nothing buffered between two of its calls.
  func send(_ text: String) {
    var text = text
    text.withUTF8 { send(UnsafeRawBufferPointer($0)) }
  }

  func send(_ bytes: UnsafeRawBufferPointer) {
    guard !isTerminalGone else { return }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = write(outputDescriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  /// Asks the kernel, not curses: curses believes `LINES` and `COLUMNS` of the environment for ever.
  func readWindowSize() {
    var (width, height): (Int32, Int32) = (0, 0)
    if sb_window_size(outputDescriptor, &width, &height) == 0 {
      width = getmaxx(sb_standard_window())
      height = getmaxy(sb_standard_window())
    }
    if !is_term_resized(height, width) {
      size = Size(width: Int(width), height: Int(height))
      return
    }
    resizeterm(height, width)
    size = Size(width: Int(width), height: Int(height))
  }

  private static func restoringSequence(usesMouse: Bool) -> String {
    let names = ["sgr0", "cnorm", "rmkx", "rmcup"]
    let capabilities = names.compactMap { sb_capability($0).map { String(cString: $0) } }
    return Modes.endFrame + Modes.off + (usesMouse ? Modes.mouseOff : "") + withoutPadding(capabilities.joined())
  }

  /// Leaves out delays such as `$<5>`, which `tputs` would wait for and a terminal would print.
  private static func withoutPadding(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "$<"), let end = rest[start.upperBound...].firstIndex(of: ">") {
      result += rest[..<start.lowerBound]
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
