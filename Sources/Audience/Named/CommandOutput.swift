import Foundation
package import Model
import Synchronization

/// Runs a program that prints CSV. No shell is between: a value is one argument or a part of one, whatever is in it.
package enum CommandOutput {
  /// Puts values into the places of a command.
  ///
  /// - Throws: ``NamedAudienceError`` for a value that would be taken for an option.
  package static func arguments(
    _ command: [String], _ values: [AudienceChoice.Value]
  ) throws(NamedAudienceError) -> [String] {
    var filled: [String] = []
    for (index, part) in command.enumerated() {
      var text = ""
      var rest = part[...]
      while let place = rest.firstRange(of: values.map { "{\($0.name)}" }) {
        let name = rest[place].dropFirst().dropLast()
        let value = values.first { $0.name == name }?.value.description ?? ""
        text += rest[..<place.lowerBound]
        if index > 0, text.isEmpty, value.hasPrefix("-") { throw .looksLikeAnOption(String(name)) }
        text += value
        rest = rest[place.upperBound...]
      }
      filled.append(text + rest)
    }
    return filled
  }

  /// Runs a program, and hands over what it prints. What the body made of it counts only when the program ended well.
  ///
  /// - Parameters:
  ///   - limit: how long all of it may take.
  ///   - stop: ends the program when that is wished.
  /// - Throws: ``NamedAudienceError``, `CancellationError`, and what the body throws.
  package static func read<Result>(
    _ arguments: [String], limit: Duration, stop: ReadingStop = ReadingStop(),
    _ body: (@escaping CSVReader.Source) throws -> Result
  ) throws -> Result {
    let program = arguments.first ?? ""
    let process = Process()
    guard let path = found(program) else {
      throw NamedAudienceError.cannotRun(program, why: "there is no such program")
    }
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = Array(arguments.dropFirst())
    let (output, errors) = (Pipe(), Pipe())
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    do { try withoutBlockedSignals { try process.run() } } catch {
      throw NamedAudienceError.cannotRun(program, why: (error as NSError).localizedDescription)
    }
    let said = LastWords(errors.fileHandleForReading)
    let isLate = Mutex(false)
    let child = process.processIdentifier
    let watch = DispatchWorkItem {
      isLate.withLock { $0 = true }
      end(child)
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + limit / .seconds(1), execute: watch)
    defer { watch.cancel() }
    let bytes = FileBytes(descriptor: output.fileHandleForReading.fileDescriptor)
    let isAtEnd = Mutex(false)
    let outcome = stop.during {
      Swift.Result {
        try body { buffer throws(CSVError) in
          let count = try bytes.read(into: buffer)
          if count == 0 { isAtEnd.withLock { $0 = true } }
          return count
        }
      }
    } end: {
      end(child)
    }
    // Whoever wants no more of it does not wait for the rest.
    let isCutShort = !isAtEnd.withLock { $0 }
    if isCutShort { end(child) }
    process.waitUntilExit()
    if stop.isStopped { throw CancellationError() }
    if isLate.withLock({ $0 }) { throw NamedAudienceError.tooSlow(limit) }
    if !isCutShort, let how = Self.failure(process) {
      throw NamedAudienceError.failed(program, how: how, said: said.line)
    }
    return try outcome.get()
  }

  /// What a thread blocks, its children block too, and cannot be ended by anybody's SIGTERM.
  private static func withoutBlockedSignals<Result>(_ body: () throws -> Result) rethrows -> Result {
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    return try body()
  }

  private static func failure(_ process: Process) -> String? {
    if process.terminationReason == .uncaughtSignal { return "was ended by signal \(process.terminationStatus)" }
    return process.terminationStatus == 0 ? nil : "ended with status \(process.terminationStatus)"
  }

  /// Ends a program and, where it has a group of its own, what it began.
  private static func end(_ child: pid_t) {
    kill(getpgid(child) == child ? -child : child, SIGKILL)
  }

  private static func found(_ program: String) -> String? {
    if program.contains("/") { return access(program, X_OK) == 0 ? program : nil }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { "\($0)/\(program)" }.first { access($0, X_OK) == 0 }
  }
}

/// Keeps the last line that a program wrote, and reads all of it: a full pipe would stop the program.
private final class LastWords: Sendable {
  private let tail = Mutex<[UInt8]>([])
  private let isRead = DispatchSemaphore(value: 0)
  private static let most = 4096

  init(_ handle: FileHandle) {
    Thread.detachNewThread { [self] in
      while true {
        let data = handle.availableData
        if data.isEmpty { break }
        tail.withLock { $0 = Array(($0 + data).suffix(Self.most)) }
      }
      isRead.signal()
    }
  }

  /// The line, without what a terminal would obey. Something the program left behind may hold the pipe open: it is not waited for.
  var line: String {
    _ = isRead.wait(timeout: .now() + 1)
    let text = String(decoding: tail.withLock { $0 }, as: UTF8.self)
    let last = text.split(whereSeparator: \.isNewline).last { !$0.allSatisfy(\.isWhitespace) } ?? ""
    return String(last.filter { !$0.unicodeScalars.contains { $0.properties.generalCategory == .control } }.prefix(300))
  }
}

extension Substring {
  /// The first place at which any of the texts stands.
  fileprivate func firstRange(of texts: [String]) -> Range<Index>? {
    texts.compactMap { firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
  }
}
