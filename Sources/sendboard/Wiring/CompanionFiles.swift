import Foundation

/// What lies beside a store. No two stores share a companion, also not `x` and `x.db`.
struct CompanionFiles {
  /// Where the store is, whatever link leads to it.
  private let store: String

  init(of path: String) { store = URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

  /// The embedded queues.
  var queues: String { base.map { $0 + "-queues.db" } ?? store + ".queues.db" }

  /// The sending rate's record, where a host's processes cannot share one.
  var pace: String { base.map { $0 + "-pace" } ?? store + ".pace" }

  /// The rate of texts.
  var textPace: String { base.map { $0 + "-text-pace" } ?? store + ".text-pace" }

  /// The log.
  var log: String { base.map { $0 + "-log.ndjson" } ?? store + ".log.ndjson" }

  /// The store's name without its ending; `nil` for a store without one.
  private var base: String? { store.hasSuffix(".db") ? String(store.dropLast(3)) : nil }

  /// Gives the queues of a store without an ending their own name: until now `x` had those that are `x.db`'s. Those stay
  /// `x.db`'s when there is one.
  func moveOldQueues() {
    let old = store + "-queues.db"
    let files = FileManager.default
    guard base == nil, files.fileExists(atPath: old), !files.fileExists(atPath: queues),
      !files.fileExists(atPath: store + ".db")
    else { return }
    // The log before the file it belongs to: a file without its log would have lost what is in it.
    for suffix in ["-wal", "-shm", ""] { rename(old + suffix, queues + suffix) }
  }
}
