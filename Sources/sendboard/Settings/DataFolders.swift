import FoundationEssentials

/// Where files of a kind are looked for by name: the operator's own first, then the system's, then those that came with the
/// program.
enum DataFolders {
  /// Lists the folders that the XDG Base Directory Specification names, then each beside the executable or above it, so that a
  /// clone and an unpacked archive work as they are.
  ///
  /// - Parameter kind: the folder's name, such as `themes`.
  static func named(_ kind: String, environment: [String: String], executable: String) -> [String] {
    func path(_ name: String, or fallback: String) -> String {
      let value = environment[name] ?? ""
      // The specification: relative paths are invalid and to be ignored.
      return value.hasPrefix("/") ? value : fallback
    }
    let home = environment["HOME"] ?? ""
    var bases = [
      path("XDG_CONFIG_HOME", or: home + "/.config"), path("XDG_DATA_HOME", or: home + "/.local/share"),
    ]
    let system = environment["XDG_DATA_DIRS"] ?? ""
    bases += (system.isEmpty ? "/usr/local/share:/usr/share" : system).split(separator: ":").map(String.init)
      .filter { $0.hasPrefix("/") }
    var folders = bases.map { "\($0)/sendboard/\(kind)" }
    var place = executable[...]
    while let slash = place.lastIndex(of: "/") {
      place = place[..<slash]
      // Of `/themes` nobody would think, and anybody might have made it.
      if !place.isEmpty { folders.append("\(place)/\(kind)") }
    }
    return folders
  }

  /// The path of the running program.
  static var executablePath: String {
    // Not on Linux, or without /proc: the name it was started by has to do.
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments.first ?? ""
  }

  /// The names of the YAML files in folders.
  static func names(in folders: [String]) -> Set<String> {
    var names: Set<String> = []
    for folder in folders {
      // A folder that is not there is as good as an empty one.
      for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where file.hasSuffix(".yaml") {
        names.insert(String(file.dropLast(5)))
      }
    }
    return names
  }

  /// The first file of a name; `nil` where there is none. A name is never a path.
  static func file(_ name: String, in folders: [String]) -> String? {
    guard !name.isEmpty, !name.unicodeScalars.contains(where: { $0 == "/" || $0.value < 0x20 }) else { return nil }
    return folders.lazy.map { "\($0)/\(name).yaml" }.first { FileManager.default.fileExists(atPath: $0) }
  }
}
