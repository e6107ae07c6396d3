import Ports
import ArgumentParser
import EventStore
import Model
import Words

struct SettleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settle", abstract: "Give your word on uncertain messages.",
    discussion: .help(
      """
      A message is uncertain when a worker stopped, or a call broke, before the provider's answer was on record. An
      event settles it by itself. Sending again risks a second copy; assuming it sent risks none, and can be undone.
      More than one wants its number: typed on a terminal, as --yes N without one.

      Examples:
        sendboard messages --status uncertain
        sendboard settle 12 --resend
        sendboard settle 12 13 --assume-sent --yes 2
        sendboard settle --all --campaign May --assume-sent --yes 40
        sendboard settle --all --campaign May --assume-sent --dry-run
        sendboard settle 12 --undo
        sendboard settle --all --campaign May --undo
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var approval: ApprovalOptions
  @Argument(help: "Ids of messages.") var messages: [Int64] = []
  @Flag(help: "All uncertain messages of a campaign; with --undo, all that were assumed sent.") var all = false
  @Option(help: "The campaign of --all: its id, or its name; may be given several times.") var campaign: [String] = []
  @Flag(help: "Send them again, at the risk of a second copy.") var resend = false
  @Flag(help: "Take them as sent.") var assumeSent = false
  @Flag(help: "Take back that they were assumed sent: they are uncertain again.") var undo = false
  @Flag(help: "Say which and how many, and change nothing.") var dryRun = false

  func validate() throws {
    if [resend, assumeSent, undo].count(where: { $0 }) != 1 {
      throw ValidationError("give one of --resend, --assume-sent and --undo")
    }
    if all == !messages.isEmpty { throw ValidationError("give ids of messages, or --all with --campaign") }
    if all == campaign.isEmpty { throw ValidationError("--all and --campaign go together") }
  }

  private var verdict: Verdict { resend ? .resend : assumeSent ? .assumeSent : .undo }

  /// Messages of one transaction.
  private static let pieceSize = 2000

  func run() async throws {
    if dryRun { return try await rehearse() }
    let settings = try await global.settings(for: "sendboard settle")
    let root = try await CompositionRoot.existing(settings)
    let chosen = try await choose(root.store)
    if verdict != .undo {
      let what = counted(chosen.count, "uncertain message")
      try approval.require(
        chosen.count, "\(what) would be \(resend ? "sent again, some perhaps for the second time" : "taken as sent")",
        detail: [try await sample(of: chosen, root.store)])
    }
    var count = 0
    // Named ones all or none; of all of a campaign, those that an event settles meanwhile are left alone.
    let size = all ? Self.pieceSize : max(1, chosen.count)
    for start in stride(from: 0, to: chosen.count, by: size) {
      let piece = Array(chosen[start..<min(start + size, chosen.count)])
      count += try await root.store.settle(
        piece, verdict, leavingOthers: all, operator: settings.operator, now: root.clock.now())
    }
    let left = chosen.count - count
    if output.json {
      var line = JSONLine()
      line.add("settled", .int(count))
      line.add("verdict", .string(verdict.rawValue))
      line.add("leftAlone", .int(left))
      line.add("dryRun", .bool(false))
      StandardOutput.print(line.finished)
    } else {
      let done = resend ? "sent on again" : assumeSent ? "taken as sent; --undo takes that back" : "uncertain again"
      print("\(counted(count, "message")) \(done)")
      if left > 0 {
        print(
          "  \(resend ? "not sent again" : "left alone") \(left): settled by an event"
            + (resend ? ", meanwhile or of an earlier copy" : " meanwhile"))
      }
    }
  }

  /// Says what would be done, and writes nothing.
  private func rehearse() async throws {
    let store = try await CompositionRoot.existingStore(try await global.settings())
    let chosen = try await choose(store)
    let fitting = try await store.messages(chosen).filter(verdict.fits)
    if output.json {
      var line = JSONLine()
      line.add("settled", .int(fitting.count))
      line.add("verdict", .string(verdict.rawValue))
      line.add("leftAlone", .int(chosen.count - fitting.count))
      line.add("dryRun", .bool(true))
      return StandardOutput.print(line.finished)
    }
    let fate = resend ? "be sent again" : assumeSent ? "be taken as sent" : "be uncertain again"
    print("\(counted(fitting.count, "message")) would \(fate)")
    if !fitting.isEmpty { print("  \(try await sample(of: fitting.map(\.id), store))") }
    if chosen.count > fitting.count {
      print("  left alone \(chosen.count - fitting.count): not \(verdict.condition)")
    }
  }

  private func choose(_ store: EventStore) async throws -> [MessageID] {
    guard all else { return Set(messages).sorted().map(MessageID.init(rawValue:)) }
    var chosen: [MessageID] = []
    for id in Set(try await store.find(campaign)).sorted() {
      chosen += try await store.settleable(verdict, in: id)
    }
    return chosen
  }

  private func sample(of messages: [MessageID], _ store: EventStore) async throws -> String {
    let addresses = try await store.messages(Array(messages.prefix(ScopeCount.sampleSize))).map(\.address)
    return Language.standard.words.sample(ScopeCount(taken: messages.count, sample: addresses))
  }
}
