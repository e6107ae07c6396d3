import Foundation
package import Model
package import Ports
import SQLiteKit

/// What went wrong with a store. Never carries a recipient's address or data.
package struct StoreError: Error, CustomStringConvertible {
  /// The cases a caller can tell apart.
  package typealias Code = StoreProblem

  /// What helps, where a command or a setting does: whoever tells the operator knows its name.
  package enum Remedy: Sendable {
    case listCampaigns, listMessages, seeDeadLetters, nameOtherStore
    /// It may be looked at where it cannot be written.
    case lookOnly
    /// An earlier version made it: to be brought up to date it has to be written.
    case openForWriting
    /// It was emptied: a copy takes its place, or what is left of it goes, too.
    case putCopyBack
  }

  /// Tells what kind of error it is.
  package var code: Code
  /// What happened and what to do about it, in words for a log and a command line.
  package var context: String
  /// The same for a screen, beyond what the code says.
  package var detail: StoreDetail
  /// What helps; `nil` when the words say it, or nothing does.
  package var remedy: Remedy?
  /// The error below, when there is one.
  package var underlying: (any Error)?

  /// Makes an error of an objection.
  package init(_ code: Code, _ objection: StoreObjection, remedy: Remedy? = nil) {
    self.init(code, objection.sentence, detail: .objection(objection), remedy: remedy)
  }

  /// Makes a value from its parts.
  ///
  /// - Parameter detail: what a screen shows; by default the words, for what only a command line meets.
  package init(
    _ code: Code, _ context: String, detail: StoreDetail? = nil, remedy: Remedy? = nil, underlying: (any Error)? = nil
  ) {
    self.code = code
    self.context = context
    self.detail = detail ?? .said(context)
    self.remedy = remedy
    self.underlying = underlying
  }

  /// Says what happened and where, in one line.
  package var description: String { context }
}

extension StoreError: PassingFault {
  /// What has to pass before trying again is worth it.
  package var obstacle: Obstacle? {
    switch code {
    case .locked: .occupied
    case .diskFull: .full
    case .cannotOpen, .readOnly, .corrupt, .newerVersion, .replaced, .wentBack, .notFound, .ambiguous, .notAllowed,
      .failed:
      nil
    }
  }
}

extension StoreError {
  /// What stands in the way of opening a file; SQLite's word for all of it is one.
  private static func obstacle(_ path: String) -> String {
    let files = FileManager.default
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if !files.fileExists(atPath: folder) { return "its folder \(folder) does not exist" }
    if files.fileExists(atPath: path), !files.isReadableFile(atPath: path) {
      return "the file may not be read: check its permissions"
    }
    if !files.isWritableFile(atPath: folder) {
      return "its folder \(folder) may not be written, and SQLite keeps files beside the store even to read it: "
        + "allow that, or copy the store elsewhere"
    }
    return "check the permissions of the file and its folder"
  }

  /// Translates an error of the database; other errors pass through unchanged.
  static func translating(_ error: any Error, path: String) -> any Error {
    guard let fault = SQLiteFault(error, path: path) else { return error }
    let (code, words, said): (Code, String, String) =
      switch fault {
      case .full: (.diskFull, "the disk of \(path) is full: free some space; nothing stored was lost", "")
      case .failing(let name):
        (.diskFull, "the store \(path) cannot be written (\(name)): check the disk; nothing stored was lost", name)
      case .readOnly:
        (.readOnly, "the store \(path) may not be written: check its permissions and those of its folder", "")
      case .cannotOpen: (.cannotOpen, "the store \(path) cannot be opened: \(obstacle(path))", "")
      case .damaged:
        (
          .corrupt,
          "the store \(path) is damaged or not a Sendboard store: move it aside or restore a copy; it was left as it is",
          ""
        )
      case .locked(let holder):
        (
          .locked,
          "the store \(path) is locked by " + (holder?.description ?? "another program: end it or try again"),
          holder?.brief ?? ""
        )
      case .other(let words): (.failed, "the store \(path) failed: \(words)", words)
      }
    let mayBeRead = access(path, R_OK) == 0 && [.readOnly, .cannotOpen].contains(code)
    return StoreError(
      code, words, detail: .file(path, said: said), remedy: mayBeRead ? .lookOnly : nil, underlying: error)
  }
}
