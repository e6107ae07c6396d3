import Ports
import ArgumentParser
import Audience
import EventStore
import Foundation
import Model
import ProviderEvents
import Services
import Words

struct IngestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Store event documents from files or standard input.",
    discussion: .help(
      """
      One JSON a line, several documents in one stream, or a JSON array; bare SES events, SNS or EventBridge envelopes,
      reports of texts by brokers (docs/gateways.md), and an event of our own form from whatever else; in UTF-8, or UTF-16 with a byte order mark.
      What cannot be understood is kept in quarantine. Storing the same file twice changes nothing.

      Examples:
        sendboard ingest events.ndjson
        gzip -dc archive.gz | sendboard ingest -
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: ArgumentHelp("Files, or - for standard input.", valueName: "file")) var files: [String]

  func run() async throws {
    let settings = try await global.settings(for: "sendboard ingest")
    for file in files where file != "-" {
      do throws(CSVError) { try FileBytes.check(path: file) } catch {
        let words = Language.english.words.file(error.problem)
        throw CommandError("\(file): \(words); nothing was stored", underlying: error)
      }
      if let packing = Packing(FileBytes.head(path: file)) {
        throw CommandError(Self.refusal(of: packing, file, "nothing was stored"))
      }
    }
    let root = try await CompositionRoot.made(settings)
    var storing = StoringAhead(root: root)
    var batch = EventBatch(storeID: root.store.id, reports: root.hooks)
    var lost: [String] = []
    for file in files {
      let input = file == "-" ? FileHandle.standardInput : try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
      var stream = EventDocumentStream()
      var transcoder = TextTranscoder()
      var isBegun = false
      func take(_ document: EventDocument) {
        if document.isWhole { return batch.add(document) }
        lost.append("\(file): line \(document.line), byte \(document.offset): \(document.problem ?? "")")
      }
      while true {
        let chunk = try read(input, file)
        if !isBegun, let packing = Packing(chunk.prefix(8)) {
          throw CommandError(Self.refusal(of: packing, file, "nothing of it was stored"))
        }
        isBegun = true
        if !chunk.isEmpty, transcoder.isPassing {
          chunk.withUnsafeBytes { stream.feed($0, take) }
        } else {
          var text: [UInt8] = []
          if chunk.isEmpty {
            transcoder.finish(into: &text)
          } else {
            chunk.withUnsafeBytes { transcoder.feed($0, into: &text) }
          }
          text.withUnsafeBytes { stream.feed($0, take) }
          if chunk.isEmpty { stream.finish(take) }
        }
        if batch.isFull { try await storing.begin(&batch) }
        if chunk.isEmpty { break }
        StandardError.progress("\(file): \(batch.read) read, \(storing.total.stored) stored")
      }
    }
    try await storing.begin(&batch)
    try await storing.finish()
    StandardError.endProgress()
    if !lost.isEmpty {
      throw CommandError(
        "\(lost.joined(separator: "; ")), more than a store can keep: all else was stored; ingest it again in parts")
    }
    if storing.total.quarantined > 0 {
      let all = try await root.store.health(now: .now).quarantined
      root.logBook.append(.warning, .quarantined(all, new: storing.total.quarantined))
    }
    report(batch, storing.total)
  }

  private static func refusal(of packing: Packing, _ file: String, _ outcome: String) -> String {
    let (name, packed) = file == "-" ? ("standard input", "FILE") : (file, file)
    return
      "\(name): this is \(packing.rawValue): unpack it on the way, with '\(packing.pipe(packed)) | sendboard ingest -'; "
      + outcome
  }

  private func read(_ input: FileHandle, _ file: String) throws -> Data {
    do { return try input.read(upToCount: 1 << 18) ?? Data() } catch {
      let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      let words = cause.map { String(cString: strerror(Int32($0.code))) } ?? "\(error)"
      throw CommandError(
        "\(file == "-" ? "standard input" : file) cannot be read: \(words); ingest it again: nothing is stored twice",
        underlying: error)
    }
  }

  private func report(_ batch: EventBatch, _ total: IngestCounts) {
    if output.json {
      var line = JSONLine()
      line.add("read", .int(batch.read))
      line.add("stored", .int(total.stored))
      line.add("duplicates", .int(total.duplicates))
      line.add("quarantined", .int(total.quarantined))
      line.add("ignored", .int(batch.ignored))
      StandardOutput.print(line.finished)
    } else {
      print(
        "\(counted(batch.read, "document")) read: \(counted(total.stored, "event")) stored, \(total.duplicates) already known, \(total.quarantined) quarantined, \(batch.ignored) ignored"
      )
      guard total.quarantined > 0 else { return }
      print("See \(global.command("sendboard quarantine")) for what could not be understood.")
    }
  }
}

/// Stores one load of events while the next is being read: one core reads, another writes.
private struct StoringAhead {
  let root: CompositionRoot
  private(set) var total = IngestCounts()
  private var task: Task<IngestCounts, any Error>?

  init(root: CompositionRoot) { self.root = root }

  /// Waits for the load before, then stores this one; at most two are in memory.
  mutating func begin(_ batch: inout EventBatch) async throws {
    try await finish()
    let (events, unreadable) = (batch.events, batch.unreadable)
    batch.clear()
    task = Task { [root] in
      try await root.store.ingest(events, unreadable: unreadable, isArchive: true, now: root.clock.now())
    }
  }

  /// Waits until everything is on disk.
  mutating func finish() async throws {
    guard let counts = try await task?.value else { return }
    task = nil
    total.stored += counts.stored
    total.duplicates += counts.duplicates
    total.quarantined += counts.quarantined
  }
}

extension EventBatch {
  /// True when there is enough for one transaction.
  fileprivate var isFull: Bool { events.count + unreadable.count >= 2000 || unreadableSize >= 32 * 1024 * 1024 }
}
