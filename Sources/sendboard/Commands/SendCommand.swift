import HTTP
import ArgumentParser
import EventStore
import Foundation
import Logging
import Model
import Services

struct SendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Compose and launch a campaign; returns when every batch is on the queue.",
    discussion: .help(
      """
      The CSV file has a header row. Its column 'email' (or 'phone') is the address; where there is none, the only one with
      another usual name is (E-mail address, mobile, or their Korean names). All others are template data.

      A send that was killed may be repeated as it is: it goes on with the campaign that it began. The same once more, later,
      needs --again.

      Example:
        sendboard send --name May --recipients may.csv \\
          --from news@example.com --subject 'Hello {{name}}' \\
          --text may.txt --html may.html --dry-run
        sendboard send --name May --recipients may.csv \\
          --from news@example.com --subject 'Hello {{name}}' \\
          --text may.txt --at '2026-12-01 09:30'
        sendboard send --name Reminder --audience overdue --param day=2026-11-01 \\
          --param tier=gold --from billing@example.com --subject 'Your invoice' \\
          --text reminder.txt
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "The campaign's name.") var name: String
  @Option(help: ArgumentHelp("The recipients: a CSV file, or - for standard input.", valueName: "file.csv"))
  var recipients: String?
  @Option(help: ArgumentHelp("The recipients: a named audience, see 'sendboard audiences'.", valueName: "name"))
  var audience: String?
  @Option(
    name: .customLong("param"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("A value that the named audience asks for; may be repeated.", valueName: "name=value"))
  var parameters: [String] = []
  @Option(help: ArgumentHelp("The column with the address, when its name does not say so.", valueName: "name"))
  var addressColumn: String?
  @Option(
    help: ArgumentHelp(
      "The country whose national numbers the audience has: KR makes +821012345678 of 010-1234-5678. SMS only.",
      valueName: "country"))
  var defaultCountry: NumberingPlan?
  @Option(help: "The sender: an address, or an SMS sender id.") var from: String
  @Option(help: "The subject; may hold {{variables}}. Email only.") var subject: String?
  @Option(help: ArgumentHelp("The plain text body.", valueName: "file")) var text: String?
  @Option(help: ArgumentHelp("The HTML body. Email only.", valueName: "file")) var html: String?
  @Option(help: ArgumentHelp("A template stored in SES, instead of --subject, --text and --html.", valueName: "name"))
  var template: String?
  @Option(
    help: ArgumentHelp(
      "How recipients leave the list by one click: a link, an address, or both; may hold {{variables}}. Email only.",
      valueName: "url"))
  var unsubscribe: String?
  @Option(help: "email or sms.") var channel: Channel = .email
  @Option(
    parsing: .unconditional,
    help: "Recipients in one batch. Email: 1 to 50, or 50. Sms: 10, or what the broker takes in one call.")
  var batchSize: Int?
  @Option(
    help: ArgumentHelp(
      "Send no faster, by each worker: 20, 300/m, 5000/h. Default: as fast as the provider takes.", valueName: "rate"))
  var rate: String?
  @Flag(
    help: """
      It advertises, as Korean law has it: its Korean mark is put before the subject, or before an SMS, which must name a free number \
      to refuse more.
      """)
  var advertising = false
  @Flag(
    help: """
      Its recipients have agreed to get advertising texts between 21:00 and 08:00 too, which Korean law wants; the history keeps       that. Without it, advertising texts wait for 08:00 there.
      """)
  var nightConsent = false
  @Option(
    help: ArgumentHelp(
      "Send only at these hours of the day: '08:00-21:00 America/New_York'. It waits at others.", valueName: "hours"))
  var hours: String?
  @Option(
    help: ArgumentHelp(
      "Begin then: 2026-12-01 09:30, or 09:30; a zone may follow (+09:00, Z, Asia/Seoul).", valueName: "time"))
  var at: String?
  @Flag(help: "Say what would happen and store nothing.") var dryRun = false
  @Flag(help: "Send it although the same (name, audience, content) was sent before.") var again = false

  func validate() throws {
    if let unsubscribe, unsubscribe.allSatisfy({ $0.isWhitespace || $0 == "," }) {
      throw ValidationError("--unsubscribe is empty: give a link or an address, or leave it out")
    }
    guard (recipients == nil) != (audience == nil) else {
      throw ValidationError("give --recipients or --audience, and not both")
    }
    if audience == nil, !parameters.isEmpty { throw ValidationError("--param goes with --audience") }
    if audience != nil, addressColumn != nil {
      throw ValidationError("--address-column goes with --recipients: the description of an audience names its column")
    }
    if let wrong = parameters.first(where: { !$0.contains("=") || $0.hasPrefix("=") }) {
      throw ValidationError("--param takes name=value, not '\(wrong)'")
    }
    if let rate, SendRate(rate) == nil {
      throw ValidationError("--rate '\(rate)' is none: give 20 a second as 20, or 300/m, or 5000/h")
    }
    if nightConsent, !advertising || channel != .sms {
      throw ValidationError("--night-consent goes with --advertising and --channel sms")
    }
    if nightConsent, hours != nil { throw ValidationError("give --night-consent or --hours, and not both") }
    if defaultCountry != nil, channel != .sms { throw ValidationError("--default-country is for sms") }
    if name.allSatisfy(\.isWhitespace) { throw ValidationError("--name must not be empty") }
    // What a broker takes in one call is known when its file is read.
    let most = channel == .email ? BatchSizes(usual: .email).most : 10_000
    if let batchSize, !(1...most).contains(batchSize) { throw ValidationError("--batch-size must be 1 to \(most)") }
    if template != nil {
      guard channel == .email, subject == nil, text == nil, html == nil else {
        throw ValidationError("--template is for email, and stands instead of --subject, --text and --html")
      }
    } else if channel == .email {
      guard let subject, !subject.allSatisfy(\.isWhitespace) else {
        throw ValidationError("--subject is needed for email")
      }
      guard text != nil || html != nil else { throw ValidationError("give --text or --html, or both") }
    } else {
      guard text != nil else { throw ValidationError("--text is needed for sms") }
      if html != nil || subject != nil { throw ValidationError("sms has neither --html nor --subject") }
      if unsubscribe != nil { throw ValidationError("--unsubscribe is for email") }
    }
  }

  func run() async throws {
    let isPiped = recipients == "-"
    if isPiped, isatty(STDIN_FILENO) == 1 {
      throw CommandError("--recipients - reads standard input, which is the keyboard here: give a file, or pipe one in")
    }
    let settings = try await dryRun ? global.settings() : global.settings(for: "sendboard send")
    let sizes = try settings.batchSizes(for: channel)
    if let batchSize, !sizes.allows(batchSize) {
      throw ValidationError("--batch-size must be 1 to \(sizes.most): the provider takes no more in one call")
    }
    let choice = try audience.map { try settings.choose($0, parameters) }
    let label = choice?.label ?? recipients ?? ""
    var composition = Composition(
      name: name, file: isPiped ? "/dev/stdin" : label, from: from, subject: subject ?? "", textFile: text ?? "",
      htmlFile: html ?? "",
      channel: channel, batchSize: batchSize ?? sizes.standard, addressColumn: addressColumn,
      unsubscribe: unsubscribe ?? "")
    composition.choice = choice
    composition.rate = rate ?? ""
    composition.advertising = nightConsent ? .byNight : advertising ? .yes : .no
    composition.window = hours ?? ""
    var stored: StoredTemplate?
    if let template { stored = try await StoredTemplate.fetch(template, settings.cloud) }
    try settings.cloud.check(channel)
    var plan = try composition.plan(operator: settings.operator, stored: stored)
    plan.dueAt = try at.map { try StartTime.read($0, now: .now) }
    if !dryRun { try CompositionRoot.requireFolder(settings) }
    let folder =
      dryRun ? NSTemporaryDirectory() : URL(fileURLWithPath: settings.storePath).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw CommandError("the folder \(folder) cannot be made: choose another with --store", underlying: error)
    }
    var told = AudienceNotes(file: label)
    var audience = try composition.load(
      for: plan.template, in: defaultCountry ?? settings.numbering, folder: folder
    ) { note in
      told.tell(note)
    } progress: { rows in
      StandardError.progress("reading \(label): \(counted(rows, "row"))")
    }
    StandardError.endProgress()
    told.finish()
    try composition.check(audience, plan.template)
    try composition.checkNight(plan, audience)
    let texts = try TextCheck.report(plan, audience, by: settings.textRule(), serves: settings.servesNumber())
    if let texts { told.tell(texts) }
    if let window = plan.window { StandardError.print("sent at \(window) only") }
    if dryRun { return report(nil, &audience, plan, texts) }

    let root = try await CompositionRoot.made(settings)
    let twin = try await root.store.twin(of: plan, audience: audience.staging.digest)
    if let twin, !twin.isContinued, !again {
      throw CommandError(
        "the same was \(twin.isCancelled ? "launched" : twin.state == .scheduled ? "scheduled" : "sent") as campaign "
          + "\(twin.id) (\(twin.name)) at \(twin.createdAt)\(twin.isCancelled ? ", and cancelled" : ""): nothing was "
          + "stored; give --again to send it once more"
          + (twin.state == .scheduled ? "; \(global.command("sendboard schedule")) says when it begins" : ""))
    }
    if twin == nil,
      let like = try await root.store.like(
        of: plan, people: audience.staging.people, now: .now)
    {
      StandardError.print(
        "the same people were sent the same content as campaign \(like.id) (\(like.name)) at \(like.createdAt): they get a "
          + "second copy")
    }
    let suppressed = try await root.store.suppressed(in: audience.staging, listing: 10, now: .now)
    if suppressed.count > 0 {
      let more = suppressed.count - suppressed.listed.count
      StandardError.print(
        "\(counted(suppressed.count, "recipient")) on the suppression list, to whom nothing is sent: "
          + suppressed.listed.joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
    }
    let campaign = try await composition.launch(plan, audience, again: again, on: root) { copied in
      StandardError.progress("storing: \(copied) of \(counted(audience.recipients, "recipient"))")
    }
    // One that is continued has the time it was given first, and may have begun.
    let summary = try await root.store.campaigns(campaign).first
    if campaign == twin?.id, plan.dueAt != summary?.dueAt {
      StandardError.print(
        "campaign \(campaign) was begun before with \(summary?.dueAt.map { "another time, \($0)" } ?? "no time"), and keeps "
          + "that: see \(global.command("sendboard schedule"))")
    }
    plan.dueAt = summary?.state == .scheduled ? summary?.dueAt : nil
    if plan.dueAt != nil {
      try await root.store.acknowledge(campaign)
      return report(campaign, &audience, plan, texts, twin: twin)
    }
    if campaign == twin?.id {
      StandardError.print("campaign \(campaign) was begun at \(twin?.createdAt.description ?? "") and is continued")
    }
    do {
      try await root.outbox(Log.standardError(settings.logLevel)).drain(campaign) { batches in
        StandardError.progress("queueing: \(counted(batches, "batch", "batches"))")
      }
    } catch {
      StandardError.endProgress()
      if let error = error as? StoreError, error.code == .replaced {
        throw CommandError(
          "\(error). Campaign \(campaign) was stored in the file that was there before: see with "
            + "\(global.command("sendboard campaigns")) whether it is in this one", underlying: error)
      }
      throw CommandError(
        "\(error). Campaign \(campaign) IS stored: do not send it again; \(global.command("sendboard run")) or a "
          + "dashboard puts it on the queue as soon as that can be reached", underlying: error)
    }
    StandardError.endProgress()
    // From here on it is known to whoever asked for it.
    try await root.store.acknowledge(campaign)
    report(campaign, &audience, plan, texts, twin: twin)
  }

  private func report(
    _ campaign: CampaignID?, _ audience: inout LoadedAudience, _ plan: CampaignPlan, _ texts: TextReport?,
    twin: Twin? = nil
  ) {
    let batches = (audience.recipients + plan.batchSize - 1) / plan.batchSize
    if output.json {
      var line = JSONLine()
      line.add("campaign", .string(campaign?.description))
      line.add("recipients", .int(audience.recipients))
      line.add("duplicates", .int(audience.duplicates))
      line.add("invalid", .int(audience.invalid))
      line.add("batches", .int(batches))
      line.add("dryRun", .bool(dryRun))
      line.add("dueAt", .string(plan.dueAt?.description))
      line.add("hours", .string(plan.window?.description))
      AudienceNotes.add(audience, to: &line)
      if let texts { AudienceNotes.add(texts, to: &line) }
      line.add("continued", .bool(campaign != nil && campaign == twin?.id))
      line.add("copyOf", .string(campaign == twin?.id ? nil : twin?.id.description))
      return StandardOutput.print(line.finished)
    }
    let counts =
      "\(counted(audience.recipients - (texts?.faulty ?? 0), "recipient")) in \(counted(batches, "batch", "batches")) "
      + "(\(counted(audience.duplicates, "duplicate")) collapsed, \(audience.invalid) invalid"
      + (audience.incomplete > 0 ? ", \(audience.incomplete) with an empty value" : "")
      + (texts.map { $0.faulty > 0 ? ", \(counted($0.faulty, "text")) that cannot go out" : "" } ?? "") + ")"
    if let campaign, let due = plan.dueAt {
      print(
        "campaign \(campaign): \(counts), to be sent at \(due) by \(global.command("sendboard run")) or a dashboard; change that "
          + "with \(global.command("sendboard schedule"))")
    } else if let campaign, let window = plan.window, window.isOpen(at: .now) == false {
      print("campaign \(campaign): \(counts); it waits until \(window.opening)")
    } else if let campaign {
      print(
        "campaign \(campaign): \(counts) on the queue. Watch it with \(global.command("sendboard")), send it with "
          + "\(global.command("sendboard run")).")
    } else {
      print("would send to \(counts)\(plan.dueAt.map { " at \($0)" } ?? ""); nothing was stored.")
    }
  }
}

extension Settings {
  /// Picks a named audience with what it asks for.
  ///
  /// - Parameter given: texts such as `day=2026-11-27`.
  /// - Throws: ``CommandError``.
  func choose(_ name: String, _ given: [String]) throws -> AudienceChoice {
    guard let audience = audiences.first(where: { $0.name == name }) else {
      let names = audiences.map(\.name)
      let known =
        names.isEmpty
        ? "none is described in the configuration, under 'audiences'"
        : names.nearest(to: name).map { "did you mean '\($0)'?" } ?? "there are \(names.joined(separator: ", "))"
      throw CommandError("there is no audience '\(name)': \(known)")
    }
    let pairs = given.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (name: String(parts[0]), text: String(parts[1]))
    }
    do throws(AudienceParameterProblem) {
      return try audience.choose(pairs, today: String((Timestamp.now + LocalTime.utcOffset).description.prefix(10)))
    } catch {
      throw CommandError(error.inWords(of: name), underlying: error)
    }
  }
}

extension Channel: ExpressibleByArgument {}

extension NumberingPlan: ExpressibleByArgument {
  // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
  init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}
