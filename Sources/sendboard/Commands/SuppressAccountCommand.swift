import AWS
import ArgumentParser
import Cloud
import EventStore
import Model
import Ports

/// The suppression list that SES keeps for the account, beside our own.
struct SuppressAccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account",
    abstract: "Look addresses up on the list of the SES account, put them there or take them off.",
    discussion: """
      SES takes mail to whoever is on it and sends none, whatever this store's own list says: after a hard bounce or a complaint
      in any program of the account. Each region has a list of its own. What is put there or taken off is in the history.

      Examples:
        sendboard suppress account kim@example.com
        sendboard suppress account remove kim@example.com
        sendboard suppress account add kim@example.com --reason complaint
      """,
    subcommands: [Show.self, Add.self, Remove.self], defaultSubcommand: Show.self)

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Look addresses up.", discussion: "Example:\n  sendboard suppress account kim@example.com")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "The addresses.") var addresses: [String]

    func run() async throws {
      let addresses = try SuppressCommand.checked(addresses)
      let list = try SESAccountList(try await global.settings().cloud)
      var listing = Listing(json: output.json, ["ADDRESS", "ON THE LIST", "REASON", "SINCE", "MESSAGE"])
      for address in addresses {
        let entry = try await list.entry(address)
        let since = entry.map { Timestamp(milliseconds: Int64($0.since * 1000)).description }
        var line = JSONLine()
        line.add("address", .string(address))
        line.add("isSuppressed", .bool(entry != nil))
        line.add("reason", .string(entry?.reason))
        line.add("since", .string(since))
        line.add("message", .string(entry?.message))
        listing.add(
          line,
          [address, entry == nil ? "no" : "yes", entry?.reason.lowercased() ?? "", since ?? "", entry?.message ?? ""])
      }
      listing.end(empty: "nothing was looked up")
    }
  }

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put an address on it.",
      discussion: "Example:\n  sendboard suppress account add kim@example.com --reason complaint")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @Option(help: "Why: bounce or complaint.") var reason: SESSuppressedDestination.Reason = .bounce
    @Argument(help: "The address.") var address: String

    func run() async throws {
      let settings = try await global.settings(for: "sendboard suppress account add")
      let address = try SuppressCommand.checked([address])[0]
      let list = try SESAccountList(settings.cloud)
      let reason = reason
      try await SuppressAccountCommand.change(
        address, .suppress, .suppressedAtSES(for: reason.rawValue.lowercased()), settings
      ) { try await list.client.putSuppressedDestination(try list.plain(address), for: reason) }
      SuppressAccountCommand.report("added", "\(address) is on the list of the SES account in \(list.region).", output)
      if let kinds = try? await list.client.getAccount().suppressedReasons, !kinds.contains(reason.rawValue) {
        let others = kinds.isEmpty ? "nothing" : "a \(kinds.map { $0.lowercased() }.joined(separator: " or a "))"
        StandardError.print("SES sends to it all the same: the account keeps mail back for \(others) only")
      }
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take an address off it: SES sends to it again.",
      discussion: "Example:\n  sendboard suppress account remove kim@example.com")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @OptionGroup var approval: ApprovalOptions
    @Argument(help: "The address.") var address: String

    func run() async throws {
      let settings = try await global.settings(for: "sendboard suppress account remove")
      let address = try SuppressCommand.checked([address])[0]
      let list = try SESAccountList(settings.cloud)
      guard try await list.entry(address) != nil else {
        throw CommandError("\(address) is not on the list of the SES account in \(list.region): nothing was changed")
      }
      try approval.require(1, "1 address would be sent to again in \(list.region), by every program of the account")
      try await SuppressAccountCommand.change(address, .unsuppress, .unsuppressedAtSES, settings) {
        try await list.client.deleteSuppressedDestination(try list.plain(address))
      }
      SuppressAccountCommand.report(
        "removed", "\(address) is off the list of the SES account in \(list.region).", output)
    }
  }

  /// Makes a change at SES. It is on record before: what ends the process meanwhile must not take from the record that
  /// somebody asked for it.
  private static func change(
    _ address: String, _ action: OperatorAction, _ record: OwnRecord, _ settings: Settings,
    _ act: () async throws -> Void
  ) async throws {
    let root = try await CompositionRoot.existing(settings)
    func note(_ result: OwnRecord, _ count: Int) async throws {
      try await root.store.addHistory(
        HistoryEntry(
          at: root.clock.now(), operator: settings.operator, action: action, campaign: nil, condition: address,
          count: count, result: result.sentence))
    }
    try await note(record, 1)
    do { try await act() } catch {
      let refused = SESAccountList.explained(error)
      // The error itself matters more.
      try? await note(.brokeOff("\(refused)"), 0)
      throw refused
    }
  }

  private static func report(_ deed: String, _ words: String, _ output: OutputOptions) {
    guard output.json else { return print(words) }
    var line = JSONLine()
    line.add(deed, .int(1))
    StandardOutput.print(line.finished)
  }
}

/// The list of the account, as far as it can be asked for.
struct SESAccountList {
  let client: SESClient
  /// Where its list is looked at.
  let region: String

  /// - Throws: ``CommandError`` when mail does not go out by SES.
  init(_ settings: CloudSettings) throws {
    guard settings[.email] == .ses else {
      throw CommandError("the list is SES's, and the provider of email is \(settings[.email].rawValue)")
    }
    let cloud = try AWSConnection(settings)
    (client, region) = (try cloud.ses, try cloud.region)
  }

  /// What SES has of an address; `nil` when it is not on the list.
  ///
  /// - Throws: ``CommandError``.
  func entry(_ address: String) async throws -> SESSuppressedDestination? {
    let plain = try plain(address)
    do { return try await client.getSuppressedDestination(plain) } catch  where error.code == .notFound {
      return nil
    } catch { throw Self.explained(error) }
  }

  /// The address as SES has it.
  ///
  /// - Throws: ``CommandError`` when SES cannot have it.
  func plain(_ address: String) throws -> String {
    guard let plain = SESAddress(address)?.text else {
      throw CommandError("SES takes no address such as \(address): nothing was changed")
    }
    return plain
  }

  static func explained(_ error: any Error) -> CommandError {
    if let error = error as? CommandError { return error }
    guard let error = error as? AWSError else { return CommandError("\(error)", underlying: error) }
    return CommandError("the list of the SES account: \(error): \(error.remedy)", underlying: error)
  }
}

extension SESSuppressedDestination.Reason: ExpressibleByArgument {
  /// Reads it as it is typed.
  package init?(argument: String) { self.init(rawValue: argument.uppercased()) }
  /// Lists what may be typed.
  package static var allValueStrings: [String] { allCases.map { $0.rawValue.lowercased() } }
  /// Says it as it is typed.
  package var defaultValueDescription: String { rawValue.lowercased() }
}
