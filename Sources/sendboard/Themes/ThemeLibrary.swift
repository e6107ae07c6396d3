import Canvas
import FoundationEssentials

/// Finds themes by name: the operator's own first, then the system's, then those that came with the program.
struct ThemeLibrary: Hashable, Sendable {
  /// Lists the folders to look in, the first that has the theme winning.
  let folders: [String]

  /// Looks in the given folders only.
  init(folders: [String]) { self.folders = folders }

  /// Looks where the XDG Base Directory Specification says, then in each `themes` beside the executable or above it, so
  /// that a clone and an unpacked archive work as they are.
  init(environment: [String: String], executable: String) {
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
    var folders = bases.map { $0 + "/sendboard/themes" }
    var place = executable[...]
    while let slash = place.lastIndex(of: "/") {
      place = place[..<slash]
      // Of `/themes` nobody would think, and anybody might have made it.
      if !place.isEmpty { folders.append(place + "/themes") }
    }
    self.folders = folders
  }

  /// Returns the path of the running program.
  static var executablePath: String {
    // Not on Linux, or without /proc: the name it was started by has to do.
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments.first ?? ""
  }

  /// Lists the themes there are.
  var names: [String] {
    var names: Set<String> = [Theme.standard.name, Theme.monochrome.name]
    for folder in folders {
      // A folder that is not there is as good as an empty one.
      for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where file.hasSuffix(".yaml") {
        names.insert(String(file.dropLast(5)))
      }
    }
    return names.sorted()
  }

  /// Reads a theme.
  ///
  /// - Throws: `ThemeError` when there is none of that name, or its file is wrong.
  func load(_ name: String) throws(ThemeError) -> Theme {
    // A name, never a path.
    if !name.isEmpty, !name.contains("/") {
      for folder in folders {
        let path = "\(folder)/\(name).yaml"
        guard FileManager.default.fileExists(atPath: path) else { continue }
        let text: String
        do throws(TextFile.Problem) { text = try TextFile.read(path, limit: PlainYAML.sizeLimit) } catch {
          throw ThemeError(code: .unreadable, file: path, line: nil, context: "cannot be read: \(error)")
        }
        return try ThemeFile(path: path).parse(text, name: name)
      }
    }
    for theme in [Theme.standard, .monochrome] where theme.name == name { return theme }
    throw ThemeError(
      code: .notFound, file: "theme \(name)", line: nil,
      context: "not found; there are \(names.joined(separator: ", ")); looked in \(folders.joined(separator: ", "))")
  }
}
