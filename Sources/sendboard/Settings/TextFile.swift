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
    // Before it is taken for text: a NUL is valid UTF-8, and whoever stores or sends it cuts the text off there.
    if let nul = bytes.firstIndex(of: 0) {
      let line = bytes[..<nul].count { $0 == 0x0A } + 1
      throw Problem(problem: .nulInText(line: line, isUTF16: looksLikeUTF16(bytes)), isAboutContent: true)
    }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: text, as: UTF8.self) { return text }
    let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    throw Problem(problem: .notText(line: line + 1), isAboutContent: true)
  }

  /// Whether the NULs are the upper halves of letters: all of them first, or all of them second of two bytes, and many. (Of
  /// Korean in UTF-16, only blanks, digits and what is between words has one.)
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    var counts = (first: 0, second: 0)
    for index in bytes.indices where bytes[index] == 0 {
      if index % 2 == 0 { counts.first += 1 } else { counts.second += 1 }
    }
    let most = max(counts.first, counts.second)
    return bytes.count % 2 == 0 && min(counts.first, counts.second) == 0 && most > 1 && most * 20 >= bytes.count
  }
}
