import EventStore
import ArgumentParser
import Model
import Services

struct WorkersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "workers", abstract: "Tell who sends from this store, where, since when.",
    discussion: "A process that was killed is listed for some seconds more.\n\nExample:\n  sendboard workers")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let store = try await CompositionRoot.existingStore(try await global.settings())
    var listing = Listing(json: output.json, ["HOST", "PROCESS", "PROVIDER", "SINCE", "LAST SEEN"])
    for worker in try await store.workers(seenAfter: .now + (.zero - WorkerReporter.lifetime)) {
      listing.add(
        line(worker),
        [
          worker.host, String(worker.pid), worker.provider, worker.since.description, worker.seenAt.description,
        ])
    }
    listing.end(empty: "nobody sends from this store: 'sendboard run' does, and on the embedded queue the dashboard")
  }

  private func line(_ worker: WorkerPresence) -> JSONLine {
    var line = JSONLine()
    line.add("host", .string(worker.host))
    line.add("pid", .int(worker.pid))
    line.add("provider", .string(worker.provider))
    line.add("since", worker.since)
    line.add("seenAt", worker.seenAt)
    return line
  }
}
