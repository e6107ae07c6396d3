import ArgumentParser
import Foundation
import Model

struct QuarantineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarantine", abstract: "Show input that could not be understood, whole.",
    discussion: """
      With --json, 'bytes' is the input in Base64 where it is not UTF-8, and 'body' cannot say it all.

      Example:
        sendboard quarantine --json | jq -r .body
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let store = try await CompositionRoot.existingStore(try await global.settings())
    var listing = Listing(json: output.json, ["ID", "AT", "ERROR", "BODY"])
    var last: Int64 = 0
    while true {
      let entries = try await store.quarantine(after: last, limit: 100)
      guard let newest = entries.last else { break }
      last = newest.id
      for entry in entries {
        listing.add(line(entry), [String(entry.id), entry.at.description, entry.error, entry.listed(limit: 60)])
      }
    }
    listing.end(empty: "the quarantine is empty")
  }

  private func line(_ entry: QuarantineEntry) -> JSONLine {
    var line = JSONLine()
    line.add("id", .string(String(entry.id)))
    line.add("at", entry.at)
    line.add("error", .string(entry.error))
    line.add("body", .string(entry.body))
    line.add("bytes", .string(entry.isText ? nil : Data(entry.bytes).base64EncodedString()))
    return line
  }
}
