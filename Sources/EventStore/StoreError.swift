import Foundation
package import Ports
import SQLiteKit

/// What went wrong with a store. Never carries a recipient's address or data.
package struct StoreError: Error, CustomStringConvertible {
  /// The cases a caller can tell apart.
  package enum Code: String, Sendable {
    /// The file cannot be created or opened.
    case cannotOpen
    /// The folder or file may be read but not written.
    case readOnly
    /// The disk is full.
    case diskFull
    /// The file is damaged, or not a Sendboard store.
    case corrupt
    /// A newer Sendboard wrote it.
    case newerVersion
    /// Another process kept it locked for too long.
    case locked
    /// Another file has taken its place, or none, while it was in use.
    case replaced
    /// It is an earlier state than the one whose claims are on record.
    case wentBack
    /// The thing asked for does not exist.
    case notFound
    /// What was asked for may be one of several things.
    case ambiguous
    /// The thing asked for is not allowed in the present state.
    case notAllowed
    /// Any other failure of the database.
    case failed
  }

  /// What helps, where a command or a setting does: whoever tells the operator knows its name.
  package enum Remedy: Sendable {
    case listCampaigns, listMessages, seeDeadLetters, nameOtherStore
    /// It may be looked at where it cannot be written.
    case lookOnly
    /// An earlier version made it: to be brought up to date it has to be written.
    case openForWriting
  }

  /// Tells what kind of error it is.
  package var code: Code
  /// What happened and what to do about it, in words.
  package var context: String
  /// What helps; `nil` when the words say it, or nothing does.
  package var remedy: Remedy?
  /// The error below, when there is one.
  package var underlying: (any Error)?

  /// Makes a value from its parts.
  package init(_ code: Code, _ context: String, remedy: Remedy? = nil, underlying: (any Error)? = nil) {
    self.code = code
    self.context = context
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
    let (code, words): (Code, String) =
      switch fault {
      case .full: (.diskFull, "the disk of \(path) is full: free some space; nothing stored was lost")
      case .failing(let name):
        (.diskFull, "the store \(path) cannot be written (\(name)): check the disk; nothing stored was lost")
      case .readOnly:
        (.readOnly, "the store \(path) may not be written: check its permissions and those of its folder")
      case .cannotOpen: (.cannotOpen, "the store \(path) cannot be opened: \(obstacle(path))")
      case .damaged:
        (
          .corrupt,
          "the store \(path) is damaged or not a Sendboard store: move it aside or restore a copy; it was left as it is"
        )
      case .locked(let holder):
        (.locked, "the store \(path) is locked by " + (holder ?? "another program: end it or try again"))
      case .other(let words): (.failed, "the store \(path) failed: \(words)")
      }
    let mayBeRead = access(path, R_OK) == 0 && [.readOnly, .cannotOpen].contains(code)
    return StoreError(code, words, remedy: mayBeRead ? .lookOnly : nil, underlying: error)
  }
}
