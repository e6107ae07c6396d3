import Foundation
package import Model

extension SecretSource {
  /// Why a secret cannot be had; nothing of it is quoted.
  package struct Problem: Error, Equatable, CustomStringConvertible {
    /// In words that follow a colon.
    package var description: String
  }

  /// Asks for the secret where it is kept.
  ///
  /// - Parameter limit: how long a program may take.
  /// - Throws: ``Problem``; ``NamedAudienceError`` of a program.
  package func secret(within limit: Duration) throws -> String {
    switch self {
    case .environment(let name):
      guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else {
        throw Problem(description: "the environment has no \(name)")
      }
      return text
    case .file(let path):
      var status = stat()
      guard stat(path, &status) == 0 else {
        throw Problem(description: "\(path) cannot be read: \(String(cString: strerror(errno)))")
      }
      guard status.st_mode & 0o077 == 0 else {
        throw Problem(description: "\(path) may be read by others, and holds a password: chmod 600 \(path)")
      }
      do { return try String(contentsOfFile: path, encoding: .utf8) } catch {
        throw Problem(description: "\(path) cannot be read")
      }
    case .command(let arguments):
      return try CommandOutput.read(arguments, limit: limit) { read in
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while text.count < 65_536 {
          let count = try buffer.withUnsafeMutableBytes { try read($0) }
          if count == 0 { break }
          text += buffer[..<count]
        }
        return String(decoding: text, as: UTF8.self)
      }
    }
  }
}

extension SecretSource {
  /// Asks for the URL of a database.
  ///
  /// - Throws: ``NamedAudienceError``.
  package func url(within limit: Duration) throws -> String {
    do { return try secret(within: limit) } catch let problem as Problem { throw NamedAudienceError.url("\(problem)") }
  }
}
