import Canvas
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Shows a table and the keys it reads, and dies in the ways it is asked to. The terminal's tests drive it in tmux.
struct Probe {
  let screen: Screen
  let theme: Theme
  var canvas = Canvas(size: .zero)
  var log: [String] = []
  var selected = 0

  init(screen: Screen) {
    self.screen = screen
    theme = screen.showsColor ? .standard : .monochrome
  }

  mutating func run() {
    draw()
    while true {
      for input in screen.wait(wake: -1, timeout: nil) {
        switch input {
        case .key(let key): handle(key)
        case .woken: break
        case .stop(let reason): stop(reason)
        }
      }
      draw()
    }
  }

  private func stop(_ reason: StopReason) -> Never {
    screen.close()
    // Of a terminal that is gone nothing can be read but a file.
    if let path = getenv("PROBE_LOG"), let file = fopen(path, "a") {
      fputs("stopped: \(reason)\n", file)
      fclose(file)
    }
    print("stopped: \(reason)")
    exit(0)
  }

  private func overflow(_ depth: Int) -> Int { depth < 0 ? 0 : overflow(depth + 1) + depth }

  /// Overflows the stack of a thread that has no second one for a handler, after saying something.
  private func overflowElsewhere() {
    writeError("said before the end")
    #if canImport(Darwin)
      var thread: pthread_t?
      pthread_create(&thread, nil, { _ in fill(1) }, nil)
    #else
      var thread = pthread_t()
      pthread_create(&thread, nil, { _ in fill(1) }, nil)
    #endif
  }

  private mutating func draw() {
    canvas.reset(size: screen.size, style: theme[.text])
    let names = [
      "김철수", "\u{1100}\u{1175}\u{11B7}\u{110E}\u{1165}\u{11AF}\u{1109}\u{116E}", "Zoë", "👨‍👩‍👧 fam", "❤️ 🇰🇷 👍🏽", "plain",
    ]
    let table = Table(
      columns: [
        Column("Name", .fixed(10)), Column("Status", .fixed(9)), Column("Done", .flexible(minimum: 6), priority: 1),
      ],
      rows: names.enumerated().map {
        Table.Row([.text($1), .text("ok", .good), .gauge(Double($0) / 5)])
      }, selected: selected)
    let inside = Panel("받는 사람", note: "\(names.count)", isFocused: true)
      .draw(on: &canvas, in: Rect(x: 0, y: 0, width: canvas.size.width, height: 10), theme: theme)
    table.draw(on: &canvas, in: inside, theme: theme)
    canvas.write("size \(screen.size.width)x\(screen.size.height)", at: Point(x: 0, y: 10), style: theme[.bad])
    for (row, line) in log.suffix(6).enumerated() {
      canvas.write(line, at: Point(x: 0, y: 11 + row), style: theme[.text])
    }
    screen.show(canvas)
  }

  private mutating func handle(_ key: Key) {
    log.append("key \(key)")
    switch key {
    case .down: selected = min(5, selected + 1)
    case .up: selected = max(0, selected - 1)
    case .character("q"):
      screen.close()
      print("bye")
      exit(0)
    case .character("F"): fatalError("asked to fail")
    case .character("S"): UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case .character("O"): log.append("\(overflow(1))")
    case .character("T"): overflowElsewhere()
    case .character("K"): kill(getpid(), SIGKILL)
    case .character("G"): kill(-getpgrp(), SIGKILL)
    case .character("E"): writeError("written to standard error")
    case .character("X"): exit(3)
    case .character("H"): while true { sleep(1) }
    default: break
    }
  }

}

private func fill(_ depth: Int) -> UnsafeMutableRawPointer? {
  depth < 0 ? nil : fill(depth + 1).map { $0 + depth }
}

func writeError(_ text: String) {
  _ = (text + "\n").withCString { write(STDERR_FILENO, $0, strlen($0)) }
}
