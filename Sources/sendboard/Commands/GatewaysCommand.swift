import ArgumentParser
import Foundation
import Gateways
import HTTP
import Model
import Pacing
import Ports

struct GatewaysCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gateways", abstract: "List SMS brokers that are described by files, or try such a file out.",
    discussion: .help(
      """
      A gateway is a YAML file: 'providers.sms: NAME' in the configuration has it serve texts. docs/gateways.md says how one is
      written.

      Examples:
        sendboard gateways
        sendboard gateways check solapi --answer answer.json
      """),
    subcommands: [List.self, Check.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the gateways there are.",
      discussion: .help(
        """
        Looked for are files in 'gateways' of the configuration's folder, of the data folders, and beside the program.

        Example:
          sendboard gateways list --json
        """))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
      let settings = try await global.settings()
      let library = GatewayLibrary.standard
      var listing = Listing(json: output.json, ["NAME", "", "A CALL", "TYPES", "REPORTS", "FILE"])
      var wrong: [String] = []
      for name in library.names {
        let path = library.path(of: name) ?? ""
        let gateway: Gateway
        do { gateway = try library.load(name) } catch let error as CommandError {
          wrong.append("\(error)")
          continue
        }
        let isUsed = settings.cloud.gateway == name
        listing.add(
          line(gateway, path, isUsed),
          [
            name, isUsed ? "in use" : "", "\(gateway.send.recipientsPerCall)",
            gateway.text.kinds.map { "\($0.name) \($0.most)" }.joined(separator: ", "),
            gateway.reports.map(\.ways) ?? "none",
            path,
          ])
      }
      listing.end(empty: "there are no gateways in \(library.folders.joined(separator: ", "))")
      for words in wrong { StandardError.print(words) }
      if !wrong.isEmpty { throw ExitCode(1) }
    }

    private func line(_ gateway: Gateway, _ path: String, _ isUsed: Bool) -> JSONLine {
      var line = JSONLine()
      line.add("name", .string(gateway.name))
      line.add("title", .string(gateway.title))
      line.add("inUse", .bool(isUsed))
      line.add("file", .string(path))
      line.add("writtenFrom", .string(gateway.source))
      line.add("recipientsPerCall", .int(gateway.send.recipientsPerCall))
      line.add("types", .list(gateway.text.kinds.map { .string($0.name) }))
      line.add("settings", .list(gateway.settings.map { .string($0.name) }))
      line.add("secrets", .list(gateway.secrets.map { .string($0) }))
      line.add("reports", .string(gateway.reports?.ways))
      return line
    }
  }

  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Show what a gateway would send for a made-up campaign, and what an answer would mean. Nothing is sent.",
      discussion: .help(
        """
        Secrets are masked; those that are not set stand as their names. With --answer and --report it ends with 1 when nothing
        of the file was understood.

        Examples:
          sendboard gateways check solapi --from 0212345678
          sendboard gateways check solapi --answer answer.json --status 200
          sendboard gateways check nhn --report page.json
          sendboard gateways check ./acme.yaml --text 'Hello {{name}}'
        """))
    @OptionGroup var global: GlobalOptions
    @OptionGroup var output: OutputOptions
    @Argument(help: "A gateway's name, or the path of a file that ends with .yaml.") var name: String
    @Option(help: "What the campaign says.") var text = "Hello {{name}}"
    @Option(help: "Its sender.") var from = "0212345678"
    @Flag(help: "The campaign advertises.") var advertising = false
    @Option(help: ArgumentHelp("An answer to the first call, recorded.", valueName: "file")) var answer: String?
    @Option(help: "The answer's HTTP status.") var status = 200
    @Option(help: ArgumentHelp("A page of delivery reports, recorded.", valueName: "file")) var report: String?
    @Flag(help: "The reports are as the broker sends them by itself.") var webhook = false

    func validate() throws {
      if answer != nil, report != nil { throw ValidationError("give --answer or --report, and not both") }
      if webhook, report == nil { throw ValidationError("--webhook goes with --report") }
      if !(100...599).contains(status) { throw ValidationError("--status is an HTTP status, from 100 to 599") }
    }

    func run() async throws {
      let settings = try await global.settings()
      let gateway =
        name.hasSuffix(".yaml")
        ? try GatewayLibrary.read(name, name: URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent)
        : try GatewayLibrary.standard.load(name)
      let rehearsal = GatewayRehearsal(
        provider(gateway, settings), text: text, from: from, isAdvertising: advertising, now: WallClock.system.now())
      if let answer { return try show(rehearsal.outcomes(of: HTTPResponse(status: status, body: try read(answer)))) }
      if let report { return try show(reports: rehearsal, try read(report)) }
      show(rehearsal, gateway)
    }

    private func read(_ path: String) throws -> [UInt8] {
      guard let data = FileManager.default.contents(atPath: path) else {
        throw CommandError("\(path) cannot be read: is it there, and may you read it?")
      }
      return Array(data)
    }

    /// With what is set; what is missing stands as its name, for this is how one finds out what is needed.
    private func provider(_ gateway: Gateway, _ settings: Settings) -> GatewayProvider {
      let filled = settings.filledIn(for: gateway)
      var account = GatewayAccount(settings: [:], secrets: [:])
      do { account = try filled.account(of: gateway) } catch {
        // Nothing of it is needed to read what was recorded.
        if answer == nil, report == nil { StandardError.print("not ready to send: \(error)") }
        let texts = filled.texts
        let names = gateway.settings.filter { !$0.isOptional || texts[$0.name] != nil }.map(\.name) + gateway.secrets
        account = GatewayAccount(
          settings: Dictionary(uniqueKeysWithValues: names.map { ($0, texts[$0] ?? "<\($0)>") }), secrets: [:])
      }
      let clock = WallClock.system
      return GatewayProvider(
        gateway, account, transport: NoTransport(),
        gate: ProviderGate(gateway.name, monitor: HealthMonitor(clock: clock)),
        source: GatewayProvider.Source(clock: clock) { "0123456789abcdef0123456789abcdef" })
    }

    private func show(_ rehearsal: GatewayRehearsal, _ gateway: Gateway) {
      if output.json {
        for call in rehearsal.calls {
          var line = JSONLine()
          line.add("method", .string(call.method.rawValue))
          line.add("url", .string(call.url))
          line.add("headers", .list(call.headers.map { .string("\($0.name): \($0.value)") }))
          line.add("body", .string(String(decoding: call.body, as: UTF8.self)))
          StandardOutput.print(line.finished)
        }
        return
      }
      StandardOutput.print("# \(gateway.title): \(gateway.source)")
      for (address, reason) in rehearsal.refused { StandardOutput.print("# \(address) is not handed over: \(reason)") }
      for call in rehearsal.calls {
        StandardOutput.print("\(call.method.rawValue) \(call.url)")
        for header in call.headers { StandardOutput.print("\(header.name): \(header.value)".withoutControls()) }
        StandardOutput.print("")
        StandardOutput.print(String(decoding: call.body, as: UTF8.self).withoutControls())
        StandardOutput.print("")
      }
    }

    private func show(_ outcomes: [(address: String, result: SendResult)]) throws {
      for (address, result) in outcomes {
        if output.json {
          StandardOutput.print(line(address, result))
          continue
        }
        StandardOutput.print("\(address)  \(Self.words(result))".withoutControls())
      }
      if !outcomes.contains(where: { if case .unknown = $0.result { false } else { true } }) { throw ExitCode(1) }
    }

    private func show(reports rehearsal: GatewayRehearsal, _ body: [UInt8]) throws {
      let page: ReportPage
      do throws(ReportPage.Problem) { page = try rehearsal.reports(in: body, isHook: webhook) } catch {
        switch error {
        case .notJSON: throw CommandError("\(report ?? "") is no JSON")
        case .noList:
          throw CommandError(
            "\(report ?? "") has no list where the gateway says that there is one, or it takes no such reports")
        }
      }
      for item in page.reports {
        let document = item.document(of: rehearsal.gateway)
        StandardOutput.print(output.json ? document : document.withoutControls())
      }
      if page.unread > 0 {
        StandardError.print("\(counted(page.unread, "item")) could not be read: no time, no code, or nobody's")
      }
      if page.reports.isEmpty { throw ExitCode(1) }
    }

    private func line(_ address: String, _ result: SendResult) -> String {
      var line = JSONLine()
      line.add("address", .string(address))
      switch result {
      case .accepted(let id):
        line.add("outcome", .string("accepted"))
        line.add("providerID", .string(id))
      case .refused(let refusal):
        line.add("outcome", .string("refused"))
        line.add("cause", .string(refusal.cause.rawValue))
        line.add("reason", .string(refusal.reason))
      case .unknown(let reason):
        line.add("outcome", .string("uncertain"))
        line.add("reason", .string(reason))
      }
      return line.finished
    }

    private static func words(_ result: SendResult) -> String {
      switch result {
      case .accepted(let id): "accepted, id \(id)"
      case .refused(let refusal): "refused (\(refusal.cause.rawValue)): \(refusal.reason)"
      case .unknown(let reason): "uncertain: \(reason)"
      }
    }
  }
}

/// Sends nothing.
private struct NoTransport: HTTPTransport {
  func send(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse {
    throw HTTPError(.cancelled, host: "", context: "nothing is sent here", mayHaveArrived: false)
  }
}
