import Foundation

/// The operator's own editor, on a file that is nobody else's and goes away afterwards.
enum Editor {
  /// What came of editing.
  enum Outcome: Sendable {
    /// The text as it is now.
    case text(String)
    /// The editor failed, or what it left is no text.
    case failed
    /// The editor was ended by a signal of its own, or left what is no text; what it had written is in this file.
    case died(keptIn: String)
    /// The process was told to end meanwhile; what there is of the text is in this file, unless it was kept otherwise.
    case stopped(keptIn: String?)
  }

  /// Lets a text be edited. Ctrl-C and Ctrl-\\ are the editor's, as under a shell; a signal to end is handed on to it.
  ///
  /// - Parameter onSave: told of each text that the editor saves, soon after, on another thread; with it nothing is left in a
  ///   file.
  static func edit(_ text: String, ending: String, onSave: (@Sendable (String) -> Void)? = nil) -> Outcome {
    var template = Array("\(FileManager.default.temporaryDirectory.path)/sendboard-XXXXXX\(ending)".utf8CString)
    let descriptor = mkstemps(&template, Int32(ending.utf8.count))
    guard descriptor >= 0 else { return .failed }
    let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    var bytes = Array(text.utf8)
    // Without an end of its own the last line would get one from every editor, and the text would look changed.
    let isEnded = bytes.isEmpty || bytes.last == 0x0A
    if !isEnded { bytes.append(0x0A) }
    let written = write(descriptor, bytes, bytes.count)
    close(descriptor)
    @Sendable func saved() -> String? {
      guard let data = FileManager.default.contents(atPath: path), let edited = String(validating: data, as: UTF8.self)
      else { return nil }
      return !isEnded && edited.hasSuffix("\n") ? String(edited.dropLast()) : edited
    }
    let watch = onSave.map { onSave in SavedFileWatch(path) { if let text = saved() { onSave(text) } } }
    let end = written == bytes.count ? EditorProcess.run(on: path) : .failed
    watch?.stop()
    switch end {
    case .stopped:
      guard onSave != nil, saved() != nil else { return .stopped(keptIn: path) }
      unlink(path)
      return .stopped(keptIn: nil)
    case .died: return .died(keptIn: path)
    case .done, .failed: break
    }
    guard case .done = end, FileManager.default.isReadableFile(atPath: path) else {
      unlink(path)
      return .failed
    }
    // Somebody's work, if nothing that can be shown.
    guard let text = saved() else { return .died(keptIn: path) }
    unlink(path)
    return .text(text)
  }
}
