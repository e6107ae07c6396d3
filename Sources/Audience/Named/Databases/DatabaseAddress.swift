import Foundation
import Model

/// Where a database is, and as whom it is asked: what an URL says. Never printed: it holds a password.
package struct DatabaseAddress: Equatable, Sendable {
  /// Whose database it is.
  package enum Kind: String, Sendable {
    case postgres, mariadb
  }

  /// Whose it is.
  package var kind: Kind
  /// A name or a number; empty for the client library's own choice.
  package var host: String
  /// `nil` for the usual one.
  package var port: Int?
  /// As whom; empty for the client library's own choice.
  package var user: String
  /// Empty for none.
  package var password: String
  /// Which of the server's databases.
  package var database: String
  /// What else is said, in its order.
  package var options: [Option]

  /// Something else that an URL says.
  package struct Option: Equatable, Sendable {
    /// Its name.
    package var name: String
    /// What is said of it.
    package var value: String
  }

  /// Reads an URL such as `postgresql://user:password@host:5432/database?sslmode=require` or `mysql://…`.
  ///
  /// - Throws: ``NamedAudienceError/url(_:)``, which quotes nothing of it.
  package init(url text: String) throws(NamedAudienceError) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let parts = URLComponents(string: text), let scheme = parts.scheme else {
      throw .url(
        "it cannot be read: it takes the form postgresql://user:password@host:5432/database, with %40 for an @")
    }
    switch scheme {
    case "postgresql", "postgres": kind = .postgres
    case "mysql", "mariadb": kind = .mariadb
    default: throw .url("it begins with none of postgresql://, mysql://, mariadb://")
    }
    host = parts.host.map { $0.hasPrefix("[") ? String($0.dropFirst().dropLast()) : $0 } ?? ""
    port = parts.port
    user = parts.user ?? ""
    password = parts.password ?? ""
    database = String(parts.path.dropFirst())
    options = (parts.queryItems ?? []).map { Option(name: $0.name, value: $0.value ?? "") }
    let texts = [host, user, password, database] + options.flatMap { [$0.name, $0.value] }
    if texts.contains(where: { $0.utf8.contains(0) }) { throw .url("it holds a NUL character") }
  }

  /// What a client library or a server says, without the password should it be in it.
  func masked(_ words: String) -> String {
    let words = words.split(whereSeparator: \.isNewline).joined(separator: "; ")
    return password.isEmpty ? words : words.replacing(password, with: "***")
  }
}
