/// Why a named audience has no rows to give, in words for whoever described it. Never quotes a row.
package enum NamedAudienceError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What the database says.
  case database(String)
  /// The query has not the parameters that are described.
  case parameters(asked: [String], described: [String])
  /// The statement gives no rows.
  case notAQuery
  /// The query holds more than one statement.
  case severalStatements
  /// The database's client library is not installed; the Debian package it is in.
  case noClient(library: String, package: String)
  /// Where the database is cannot be said; quotes nothing of it.
  case url(String)
  /// The program is not there, or cannot be run.
  case cannotRun(String, why: String)
  /// The program ended with an error; with the last line that it wrote on standard error.
  case failed(String, how: String, said: String)
  /// A value that a program would take for an option.
  case looksLikeAnOption(String)
  /// The rows took longer than they may.
  case tooSlow(Duration)

  package var description: String {
    switch self {
    case .database(let words): words
    case .parameters(let asked, let described):
      "the query asks for \(Self.list(asked)), and \(Self.list(described)) is described under 'parameters'"
    case .notAQuery: "the statement gives no rows, and was not run: 'query' takes one that does, such as SELECT"
    case .severalStatements: "the query holds more than one statement: 'query' takes one, such as SELECT"
    case .noClient(let library, let package):
      "\(library) is needed for it and is not installed: apt install \(package)"
    case .url(let problem): "the database's URL: \(problem)"
    case .cannotRun(let program, let why): "\(program) cannot be run: \(why)"
    case .failed(let program, let how, let said): "\(program) \(how)\(said.isEmpty ? "" : ": \(said)")"
    case .looksLikeAnOption(let name):
      "\(name) begins with '-', and the command would take it for an option: write the argument as --\(name)={\(name)}"
    case .tooSlow(let limit): "it took longer than \(limit.components.seconds) s and was stopped: see 'timeout'"
    }
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "nothing" : names.map { ":\($0)" }.joined(separator: ", ")
  }
}
