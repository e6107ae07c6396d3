import Foundation

/// Asks the operator before something is changed.
enum Question {
  /// Whether somebody is there to answer: scripts are not asked.
  static var canBeAsked: Bool { isatty(STDIN_FILENO) == 1 }

  /// - Parameter instead: what to give where nobody can be asked.
  /// - Throws: ``CommandError`` when the answer is not yes, or nobody is there to ask.
  static func ask(_ question: String, instead: String = "--yes") throws {
    guard canBeAsked else {
      throw CommandError("standard input is not a terminal, so nobody can be asked: give \(instead)")
    }
    StandardError.print("\(question) [y/N]")
    let answer = (readLine() ?? "").lowercased()
    guard answer == "y" || answer == "yes" else { throw CommandError("nothing was changed") }
  }
}
