import AWS
import ArgumentParser
import Foundation
import Gateways
import Model
import Provisioning

struct ProvisionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "provision", abstract: "Set up the AWS side: queues, topic, configuration set, alarm.",
    discussion: .help(
      """
      It makes what is missing and changes what is otherwise, says each difference in a line, and writes what it is
      called into a file beside the configuration (config.provisioned.yaml beside config.yaml), over which the
      configuration wins. Run it as often as you like: what is as it should be is not touched. Policies keep the
      statements of others. With --sms it also makes what AWS End User Messaging sends texts with, from then on.

      With --webhook the template has a way for the reports that a broker of texts sends by itself: API Gateway puts them
      on the event queue. Its addresses end with the parameter ReportSecret.

      Examples:
        sendboard provision --dry-run
        sendboard provision --region eu-west-1 --alarm-email ops@example.com
        sendboard provision --sms
        sendboard provision --prefix newsletter --yes --json
        sendboard provision --template > sendboard.yaml
        sendboard provision --template --webhook solapi > sendboard.yaml
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "What every name begins with.") var prefix = "sendboard"
  @Option(help: ArgumentHelp("A topic that is told when a batch died.", valueName: "arn")) var alarmTopic: String?
  @Option(help: ArgumentHelp("An address that is told; a topic is made for it.", valueName: "address"))
  var alarmEmail: String?
  @Flag(inversion: .prefixedNo, help: "Whether AWS sends texts too; as before without a word, and at first not.")
  var sms: Bool?
  @Option(
    help: ArgumentHelp(
      "A broker of texts that sends reports by itself, for the template; may be repeated.", valueName: "gateway"))
  var webhook: [String] = []
  @Flag(help: "Let the template have the way of reports alone, for queues that 'provision' made.") var webhookOnly =
    false
  @Flag(help: "Print the differences and change nothing.") var dryRun = false
  @Flag(help: "Print a CloudFormation template of the same, with --json as JSON on a line, and change nothing.")
  var template = false
  @Flag(help: "Do not ask.") var yes = false

  func validate() throws {
    if alarmTopic != nil, alarmEmail != nil { throw ValidationError("give --alarm-topic or --alarm-email, not both") }
    if let alarmTopic, !alarmTopic.hasPrefix("arn:") || alarmTopic.split(separator: ":").count != 6 {
      throw ValidationError("--alarm-topic takes an ARN: arn:aws:sns:REGION:ACCOUNT:NAME")
    }
    if let alarmEmail { _ = try Self.address(alarmEmail) }
    if !webhook.isEmpty, !template {
      throw ValidationError("--webhook goes with --template: CloudFormation makes that part")
    }
    if webhookOnly, webhook.isEmpty { throw ValidationError("--webhook-only goes with --webhook NAME") }
    if template, dryRun || yes { throw ValidationError("--template goes with neither --dry-run nor --yes") }
  }

  func run() async throws {
    let settings = try Settings(flags: global, allowMissing: true)
    if template {
      let blueprint = try Blueprint(
        prefix: prefix, place: CloudFormation.anywhere, policy: settings.policy, alert: alert,
        sendsTexts: sendsTexts(settings))
      for name in webhook { try Self.checkHook(name) }
      let template = try CloudFormation.template(blueprint, hooks: webhook, isApart: webhookOnly)
      return StandardOutput.print(output.json ? TemplateText.json(template) : try TemplateText.yaml(template))
    }
    if !dryRun { try settings.allow("sendboard provision") }
    let file = ProvisionedFile(beside: Settings.configurationPath(global))
    warnOfRegion(settings)
    if !dryRun { try file.requireWritable() }
    let cloud = try AWSConnection(settings.cloud, retries: .patient(), whenThrottled: ThrottleNote().tell)
    let provision = try await Provision(
      cloud, prefix: prefix, policy: settings.policy, alert: alert, sendsTexts: sendsTexts(settings))
    StandardError.endProgress()
    if dryRun {
      for difference in provision.differences { show(difference, isApplied: false) }
      if provision.changes.isEmpty { StandardError.print("nothing to change") }
      return
    }
    try await apply(provision)
    // A profile that was given once is still the one that all this belongs to.
    let profile = global.profile ?? settings.sources.provisioned.values["aws.profile"]?.text
    let isWritten = try file.write(try await provision.values(profile: profile))
    showFile(file.path, isWritten)
    try tellOverrides(SettingsReader(settings.sources.own, provisioned: file.read()))
  }

  /// Whoever has provisioned texts once, and says nothing of them now, still sends them.
  private func sendsTexts(_ settings: Settings) -> Bool {
    sms ?? (settings.sources.provisioned.values[Provision.textsKey] != nil)
  }

  private static func checkHook(_ name: String) throws {
    let gateway = try GatewayLibrary.standard.load(name)
    guard gateway.reports?.tellsByItself != true else { return }
    throw CommandError(
      "--webhook \(name): its file says of no reports that come by themselves (reports: webhook); it is asked for them")
  }

  /// What was provisioned is not used where the operator says otherwise, and whoever has just provisioned it should know.
  private func tellOverrides(_ sources: SettingsReader) {
    for words in sources.overrides {
      StandardError.print("\(words): take it out to use what was provisioned")
    }
  }

  /// Queues belong to a region, so the configuration's counts; whoever has set another should know.
  private func warnOfRegion(_ settings: Settings) {
    guard global.region == nil, let configured = settings.cloud.region else { return }
    let variables = ProcessInfo.processInfo.environment
    for name in ["AWS_REGION", "AWS_DEFAULT_REGION"] {
      guard let other = variables[name], !other.isEmpty, other != configured else { continue }
      return StandardError.print(
        "the region is \(configured), from \(settings.sources.place("aws.region")); \(name) says \(other): "
          + "give --region to use that")
    }
  }

  private func apply(_ provision: Provision) async throws {
    for difference in provision.differences where difference.kind == .keep { show(difference, isApplied: false) }
    guard !provision.changes.isEmpty else { return StandardError.print("nothing to change") }
    if !yes {
      for difference in provision.changes { StandardError.print(difference.description) }
      let place = provision.blueprint.place
      try Question.ask(
        "make \(counted(provision.changes.count, "change")) in account \(place.account), \(place.region)?",
        instead: "--yes, or --dry-run to look")
    }
    try await provision.apply { difference in show(difference, isApplied: true) }
  }

  private func show(_ difference: Difference, isApplied: Bool) {
    StandardError.endProgress()
    guard output.json else { return print(difference.description) }
    for setting in difference.settings.isEmpty ? [nil] : difference.settings.map(Optional.some) {
      var line = JSONLine()
      line.add("action", .string(difference.kind.rawValue))
      line.add("resource", .string(difference.resource))
      line.add("name", .string(difference.name))
      line.add("setting", .string(setting?.name))
      line.add("from", .string(setting?.from))
      line.add("to", .string(setting?.to))
      line.add("applied", .bool(isApplied))
      StandardOutput.print(line.finished)
    }
  }

  private func showFile(_ path: String, _ isWritten: Bool) {
    guard output.json else {
      return StandardError.print(
        isWritten ? "written into \(path); check it with 'sendboard doctor'" : "\(path) says so already")
    }
    var line = JSONLine()
    line.add("action", .string("configure"))
    line.add("resource", .string("file"))
    line.add("name", .string(path))
    line.add("setting", .null)
    line.add("from", .null)
    line.add("to", .null)
    line.add("applied", .bool(isWritten))
    StandardOutput.print(line.finished)
  }

  private var alert: Blueprint.Alert {
    if let alarmTopic { return .topic(alarmTopic) }
    if let alarmEmail { return .email(alarmEmail) }
    return .none
  }

  private static func address(_ text: String) throws -> EmailAddress {
    do {
      return try EmailAddress(text)
    } catch {
      throw ValidationError("--alarm-email: '\(text)' is not an address: \(error)")
    }
  }
}
