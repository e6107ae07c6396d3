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
    discussion: .help(
      """
      SES takes mail to whoever is on it and sends none, whatever this store's own list says: after a hard bounce or a complaint
      in any program of the account. Each region has a list of its own. What is put there or taken off is in the history.

      Examples:
        sendboard suppress account kim@example.com
        sendboard suppress account remove kim@example.com
        sendboard suppress account add kim@example.com --reason complaint
      """),
    subcommands: [Show.self, Add.self, Remove.self], defaultSubcommand: Show.self)

  /// SES knows mail addresses only.
  static func mail(_ text: String) throws(AddressProblem) -> String { try EmailAddress(text).description }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Look addresses up.", discussion: "Example:\n  sendboard suppress account kim@example.com")
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "The addresses.") var addresses: [String]

    func run() async throws {
      let addresses = try SuppressCommand.checked(addresses, SuppressAccountCommand.mail)
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
      let address = try SuppressCommand.checked([address], SuppressAccountCommand.mail)[0]
      let list = try SESAccountList(settings.cloud)
      try await list.add(address, for: reason, in: try await CompositionRoot.existing(settings))
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
      let address = try SuppressCommand.checked([address], SuppressAccountCommand.mail)[0]
      let list = try SESAccountList(settings.cloud)
      guard try await list.entry(address) != nil else {
        throw CommandError("\(address) is not on the list of the SES account in \(list.region): nothing was changed")
      }
      try approval.require(1, "1 address would be sent to again in \(list.region), by every program of the account")
      try await list.remove(address, in: try await CompositionRoot.existing(settings))
      SuppressAccountCommand.report(
        "removed", "\(address) is off the list of the SES account in \(list.region).", output)
    }
  }

  private static func report(_ deed: String, _ words: String, _ output: OutputOptions) {
    guard output.json else { return print(words) }
    var line = JSONLine()
    line.add(deed, .int(1))
    StandardOutput.print(line.finished)
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
