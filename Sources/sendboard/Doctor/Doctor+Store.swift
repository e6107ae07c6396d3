import EventStore
import Foundation
import Sandbox

/// The store and, where it has one, its queue file: there, whole, readable by this version and by nobody else, with room to
/// grow. Nothing is made and nothing is changed.
extension Doctor {
  /// On a thread of its own: a disk that does not answer would hold up everything else.
  func checkStore() async -> [Finding] {
    let path = settings.storePath
    if settings.readOnly != nil { return await lookAtStore(path) }
    do { try CompositionRoot.requireFolder(settings) } catch {
      return [.fail("store", "\(error)", "name another with --store")]
    }
    let usesQueueFile = settings.cloud.queue == .embedded || settings.cloud.uses(.simulator)
    return await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(returning: Self.storeFindings(path, usesQueueFile: usesQueueFile))
      }
    }
  }

  /// The store of one who only looks need not be writable, nor have queues.
  private func lookAtStore(_ path: String) async -> [Finding] {
    do {
      let store = try await EventStore.openForReading(path: path)
      try store.close()
      return [.ok("store", path + (store.isFrozen ? ", can be looked at as it was left" : ", can be looked at"))]
    } catch {
      return [.fail("store", (error as? StoreError)?.advised ?? "\(error)", "name another with --store")]
    }
  }

  /// How long the pages of either file are looked at: both together, and the rest, must be done within ``limit``.
  private static let patience = Duration.seconds(4)

  static func storeFindings(_ path: String, usesQueueFile: Bool) -> [Finding] {
    var findings = [storeFinding(path)]
    guard findings[0].verdict != .fail else { return findings }
    let queue = CompositionRoot.queuePath(beside: path)
    if usesQueueFile { findings.append(queueFinding(queue)) }
    let files = ([path] + (usesQueueFile ? [queue] : [])).flatMap { [$0, $0 + "-wal", $0 + "-shm"] }
    return findings + noteFindings(Settings.cacheFolder) + modeFindings(files) + spaceFindings(path)
  }

  private static func storeFinding(_ path: String) -> Finding {
    let name = "store"
    let own = URL(fileURLWithPath: path).deletingLastPathComponent().standardizedFileURL.path
    let isThere = access(own, F_OK) == 0
    let folder = nearest(to: own)
    var status = stat()
    guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, access(folder, W_OK | X_OK) == 0 else {
      return .fail(
        name, "\(folder) cannot be written, so \(path) cannot be kept",
        "give --store a file in a folder you may write")
    }
    guard access(path, F_OK) == 0 else {
      return .ok(name, path + (isThere ? ", not made yet" : ", its folder not made yet"))
    }
    if access(path, R_OK | W_OK) != 0 {
      return .fail(name, "\(path) may not be read and written", "check its owner and permissions")
    }
    do { try EventStore.refuseEmptied(path, beside: [CompositionRoot.queuePath(beside: path)]) } catch {
      return .fail(
        name, "\(error)",
        "put a copy in its place with 'sendboard backup --restore', or move what lies beside it away too, to begin a new one"
      )
    }
    do {
      switch try EventStore.examine(path: path, within: patience) {
      case .empty: return .ok(name, path + ", empty: it becomes a store when it is first used")
      case .whole: return .ok(name, path + ", whole")
      case .older: return .ok(name, path + ", whole; an earlier version made it: it is brought up to date when opened")
      case .partly:
        return .warn(
          name, "\(path) is large: not all of it could be looked at in \(Int(patience / .seconds(1))) s",
          "look at it at leisure: sqlite3 '\(path)' 'PRAGMA quick_check'")
      }
    } catch { return .fail(name, "\(error)", "name another with --store, or restore a copy") }
  }

  private static func queueFinding(_ path: String) -> Finding {
    let name = "queue file"
    guard access(path, F_OK) == 0 else { return .ok(name, path + ", not made yet") }
    if access(path, R_OK | W_OK) != 0 {
      return .fail(name, "\(path) may not be read and written", "check its owner and permissions")
    }
    do {
      guard try QueueStore.examine(path: path, within: patience) else {
        return .warn(
          name, "\(path) is large: not all of it could be looked at",
          "look at it at leisure: sqlite3 '\(path)' 'PRAGMA quick_check'")
      }
      return .ok(name, path + ", whole")
    } catch {
      return .fail(
        name, "\(error)",
        "restore a copy of it, or end every sendboard on this store, move it aside, and see 'sendboard campaigns'")
    }
  }

  /// What says, where no backup goes, that a store was put back.
  private static func noteFindings(_ folder: String) -> [Finding] {
    let there = nearest(to: folder)
    var status = stat()
    if stat(there, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, access(there, W_OK | X_OK) == 0 { return [] }
    return [
      .warn(
        "note of claims",
        "\(there) cannot be written: a store that is put back together with its record is not known as such",
        "give XDG_CACHE_HOME a folder that may be written and stays")
    ]
  }

  /// The folder itself, or the last of those it lies in that is there.
  private static func nearest(to path: String) -> String {
    var folder = URL(fileURLWithPath: path).standardizedFileURL
    while access(folder.path, F_OK) != 0, folder.path != "/" { folder.deleteLastPathComponent() }
    return folder.path
  }

  /// What holds recipients' data is nobody else's to read.
  private static func modeFindings(_ files: [String]) -> [Finding] {
    func mode(_ path: String) -> mode_t? {
      var status = stat()
      return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    }
    // A folder with nothing of ours in it has nothing to hide.
    let there = files.filter { access($0, F_OK) == 0 }
    let folders = Set(there.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path })
    let open = there.compactMap { path in mode(path).flatMap { $0 & 0o077 == 0 ? nil : (path, $0, "600") } }
    let openFolders = folders.sorted().compactMap { path in
      mode(path).flatMap { $0 & 0o077 == 0 ? nil : (path, $0, "700") }
    }
    return (open + openFolders).map { path, mode, wanted in
      .warn(
        "permissions", "\(path) has mode \(String(mode, radix: 8)): others may see recipients' data",
        "chmod \(wanted) '\(path)'")
    }
  }

  private static func spaceFindings(_ path: String) -> [Finding] {
    let folder = nearest(to: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    var space = statvfs()
    guard statvfs(folder, &space) == 0 else { return [] }
    let free = (UInt64(space.f_bavail) * UInt64(space.f_frsize)) >> 20
    if free < 100 {
      return [.warn("free space", "\(folder) has only \(free) MiB left", "make room: a full disk stops sending")]
    }
    return [.ok("free space", "\(folder) has \(free) MiB")]
  }
}
