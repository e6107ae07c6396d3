import Audience
import Model
import Words

/// A text file somebody names: read whole, up to a bound, as UTF-8.
enum TextFile {
  /// Why it cannot be used; does not name it.
  struct Problem: Error, CustomStringConvertible {
    var problem: FileProblem
    /// The file could be read, and is not what it should be.
    var isAboutContent = false

    var description: String { Language.english.words.file(problem) }
  }

  /// Reads a file; a byte order mark is left out.
  ///
  /// - Parameter limit: the most bytes it may have; more are not even read.
  static func read(_ path: String, limit: Int) throws(Problem) -> String {
    var bytes: [UInt8] = []
    do throws(CSVError) {
      let file = try FileBytes(path: path)
      var piece = [UInt8](repeating: 0, count: min(limit + 1, 64 * 1024))
      while bytes.count <= limit {
        var failure: CSVError?
        let count = piece.withUnsafeMutableBytes { buffer in
          do throws(CSVError) { return try file.read(into: buffer) } catch {
            failure = error
            return 0
          }
        }
        if let failure { throw failure }
        if count == 0 { break }
        bytes += piece[..<count]
      }
    } catch { throw Problem(problem: error.problem) }
    guard bytes.count <= limit else {
      throw Problem(problem: .tooLong(limit: limit), isAboutContent: true)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw Problem(problem: .utf16, isAboutContent: true)
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: text, as: UTF8.self) { return text }
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw Problem(problem: .notText(line: line + 1), isAboutContent: true)
  }
}
