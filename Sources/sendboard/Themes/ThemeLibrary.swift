import Canvas
import FoundationEssentials

/// Finds themes by name: the operator's own first, then the system's, then those that came with the program.
struct ThemeLibrary: Hashable, Sendable {
  /// Lists the folders to look in, the first that has the theme winning.
  let folders: [String]

  /// Looks in the given folders only.
  init(folders: [String]) { self.folders = folders }

  /// Looks where ``DataFolders`` says.
  init(environment: [String: String], executable: String) {
    folders = DataFolders.named("themes", environment: environment, executable: executable)
  }

  /// Lists the themes there are.
  var names: [String] {
    var names: Set<String> = [Theme.standard.name, Theme.monochrome.name]
    names.formUnion(DataFolders.names(in: folders))
    return names.sorted()
  }

  /// Reads a theme.
  ///
  /// - Throws: `ThemeError` when there is none of that name, or its file is wrong.
  func load(_ name: String) throws(ThemeError) -> Theme {
    if let path = DataFolders.file(name, in: folders) {
      let text: String
      do throws(TextFile.Problem) { text = try TextFile.read(path, limit: PlainYAML.sizeLimit) } catch {
        throw ThemeError(code: .unreadable, file: path, line: nil, context: "cannot be read: \(error)")
      }
      return try ThemeFile(path: path).parse(text, name: name)
    }
    for theme in [Theme.standard, .monochrome] where theme.name == name { return theme }
    throw ThemeError(
      code: .notFound, file: "theme \(name)", line: nil,
      context: "not found; there are \(names.joined(separator: ", ")); looked in \(folders.joined(separator: ", "))")
  }
}
