import ArgumentParser
import EventStore
import Foundation
import Model

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the store while everything runs, look at such a copy, or go back to it.",
    discussion: .help(
      """
      The copy is one moment of the store, whole, in one file. To go back to it, stop everything and restore it: what was
      there is kept beside it, and who may have been sent to since then becomes uncertain and is not sent to again before
      you settle it. Do not copy it there by hand: a log that is left of the store would ruin it.

      Examples:
        sendboard backup /backup/sendboard-$(date +%F).db
        sendboard backup --check /backup/sendboard-2026-11-25.db
        sendboard backup --restore /backup/sendboard-2026-11-25.db
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "Look at a copy instead: whether it is whole, and what is in it.") var check = false
  @Flag(help: "Go back to a copy: put it in the store's place.") var restore = false
  @Flag(help: "With --restore: do not ask.") var yes = false
  @Argument(help: ArgumentHelp("The copy.", valueName: "file")) var file: String

  func validate() throws {
    if check, restore { throw ValidationError("--check looks and --restore changes: give one of them") }
    if yes, !restore { throw ValidationError("--yes is for --restore") }
  }

  func run() async throws {
    if check { return try await report(EventStore.lookAtBackup(file)) }
    if restore { return try await goBack() }
    let store = try await CompositionRoot.existingStore(try await global.settings())
    try await store.backup(to: file) { written, total in
      StandardError.progress("copying: \(written) of \(total) pages")
    }
    StandardError.endProgress()
    try await report(EventStore.lookAtBackup(file))
  }

  private func goBack() async throws {
    let settings = try await global.settings(for: "sendboard backup --restore")
    try CompositionRoot.requireFolder(settings)
    let content = try await EventStore.lookAtBackup(file)
    if !yes {
      try Question.ask(
        "put the store \(settings.storePath) back to \(content.latest?.description ?? "an empty one")? What it knows since then is "
          + "kept aside, and not in it any more", instead: "--yes, or --check to look")
    }
    let kept = try await EventStore.restore(content, to: settings.storePath, now: .now)
    StandardError.print(
      "\(settings.storePath) is the copy \(file) now"
        + (kept.map { "; what it was is kept as \($0)" } ?? ""))
    // Who may have been sent to since then is found, and told, at once.
    let root = try await CompositionRoot.existing(settings)
    let held = try await root.store.holdScheduled()
    if held > 0 {
      StandardError.print(
        "\(counted(held, "scheduled campaign")) may have been cancelled or sent since: nothing of that begins by itself; see "
          + global.command("sendboard schedule"))
    }
    try report(content)
  }

  private func report(_ backup: EventStore.BackupContent) throws {
    guard output.json else {
      return print(
        "\(file): \(counted(backup.campaigns, "campaign")), \(counted(backup.messages, "message")), up to "
          + (backup.latest?.description ?? "the beginning") + "; it is whole")
    }
    var line = JSONLine()
    line.add("file", .string(file))
    line.add("campaigns", .int(backup.campaigns))
    line.add("messages", .int(backup.messages))
    line.add("latest", .string(backup.latest?.description))
    line.add("size", .int(backup.size))
    StandardOutput.print(line.finished)
  }
}
