import Dashboard
import Foundation

extension PathCompletion {
  /// Looks into the folder that a path leads to. What cannot be read has no rest.
  init(typed: String) {
    let slash = typed.lastIndex(of: "/")
    let (folder, begun) = slash.map { (typed[...$0], typed[typed.index(after: $0)...]) } ?? ("", typed[...])
    let place = folder.isEmpty ? "." : NSString(string: String(folder)).expandingTildeInPath
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: place)) ?? [])
      // Hidden ones are for whoever types the dot; a name that would steer the terminal is for nobody.
      .filter { $0.hasPrefix(begun) && ($0.first != "." || begun.first == ".") && $0.withoutControls() == $0 }
      .map { name in Self.isFolder("\(place)/\(name)") ? name + "/" : name }.sorted()
    let common = names.dropFirst().reduce(names.first ?? String(begun)) { $0.commonPrefix(with: $1) }
    self.init(
      typed: typed, text: folder + (common.count < begun.count ? String(begun) : common),
      choices: names.count > 1 ? Array(names.prefix(4)) + (names.count > 4 ? ["…"] : []) : [])
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }
}

extension ComposeBody {
  /// How a file is called by which an editor knows what it is.
  var fileEnding: String {
    switch self {
    case .text: "txt"
    case .html: "html"
    }
  }
}
