import ArgumentParser
import EventStore
import Foundation
import Model

struct BackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the store while everything runs, or look at such a copy.",
    discussion: """
      The copy is one moment of the store, whole, in one file. To go back to it: stop everything, and put it in the store's
      place. Who may have been sent to since then becomes uncertain and is not sent to again before you settle it.

      Examples:
        sendboard backup /backup/sendboard-$(date +%F).db
        sendboard backup --check /backup/sendboard-2026-11-25.db
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "Look at a copy instead: whether it is whole, and what is in it.") var check = false
  @Argument(help: ArgumentHelp("The copy.", valueName: "file")) var file: String

  func run() async throws {
    if check { return try await report(EventStore.lookAtBackup(file)) }
    let store = try await Workbench.existingStore(try await global.settings())
    try await store.backup(to: file) { written, total in
      StandardError.progress("copying: \(written) of \(total) pages")
    }
    StandardError.endProgress()
    try await report(EventStore.lookAtBackup(file))
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
