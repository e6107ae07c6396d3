import Foundation

/// The operator's own editor, on a file that is nobody else's and goes away afterwards.
enum Editor {
  /// Lets a text be edited.
  ///
  /// `system` leaves Ctrl-C and Ctrl-\\ to the editor, as a shell does.
  ///
  /// - Returns: what it is then; `nil` when the editor failed, or what it left is no text.
  static func edit(_ text: String, ending: String) -> String? {
    var template = Array("\(NSTemporaryDirectory())/sendboard-XXXXXX\(ending)".utf8CString)
    let descriptor = mkstemps(&template, Int32(ending.utf8.count))
    guard descriptor >= 0 else { return nil }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    defer { unlink(path) }
    var bytes = Array(text.utf8)
    // Without an end of its own the last line would get one from every editor, and the text would look changed.
    let isEnded = bytes.last == 0x0A
    if !isEnded { bytes.append(0x0A) }
    let written = write(descriptor, bytes, bytes.count)
    close(descriptor)
    guard written == bytes.count else { return nil }
    let status = system("${VISUAL:-${EDITOR:-vi}} '\(path.replacing("'", with: "'\\''"))'")
    guard status == 0, let data = FileManager.default.contents(atPath: path),
      let edited = String(validating: data, as: UTF8.self)
    else { return nil }
    return !isEnded && edited.hasSuffix("\n") ? String(edited.dropLast()) : edited
  }
}
