import Audience
import Foundation
import Model
import Yams

/// Reads the named audiences of a configuration:
///
///     audiences:
///       overdue:
///         title: Customers with an overdue invoice
///         sqlite: /srv/crm.db
///         query: SELECT email, name FROM customer WHERE due < :day
///         parameters: [{name: day, type: date, default: today}]
struct AudienceSettings {
  /// The key under which they stand.
  static let key = "audiences"

  /// The configuration's file.
  let path: String

  private static let fields = [
    "title", "sqlite", "database", "query", "command", "parameters", "addressColumn", "timeout",
  ]
  private static let kinds = ["text", "number", "date", "choice"]

  /// Reads the audiences.
  ///
  /// - Throws: ``CommandError``.
  func read(_ node: Node) throws -> [NamedAudience] {
    guard let mapping = node.mapping else {
      throw fail(node, "'audiences' takes names, each with where its rows come from on lines of their own below it")
    }
    return try mapping.map { try audience($0.key, $0.value) }
  }

  private func audience(_ key: Node, _ node: Node) throws -> NamedAudience {
    guard let name = key.scalar?.string, Self.isName(name) else {
      throw fail(key, "an audience's name is letters, digits, '-' and '_'")
    }
    guard let mapping = node.mapping else {
      throw fail(
        key, "the audience '\(name)' says nothing: it takes 'sqlite' or 'database' with a 'query', or 'command'")
    }
    var found: [String: Node] = [:]
    for (key, value) in mapping {
      let field = key.string ?? ""
      guard Self.fields.contains(field) else {
        let guess = Self.fields.nearest(to: field).map { "; did you mean '\($0)'?" } ?? ""
        throw fail(key, "an audience has no '\(field)'\(guess)")
      }
      found[field] = value
    }
    func text(_ field: String) throws -> String? {
      guard let node = found[field] else { return nil }
      guard let text = node.scalar?.string, !text.isEmpty, !text.utf8.contains(0) else {
        throw fail(node, "'\(field)' of the audience '\(name)' takes a text")
      }
      return text
    }
    let parameters = try found["parameters"].map { try self.parameters($0, of: name) } ?? []
    return NamedAudience(
      name: name, title: try text("title") ?? "",
      origin: try origin(key, name, found, sqlite: try text("sqlite"), query: try text("query"), parameters),
      parameters: parameters, addressColumn: try text("addressColumn"),
      timeLimit: try found["timeout"].map { try timeLimit($0, name) } ?? NamedAudience.standardTimeLimit)
  }

  private func origin(
    _ key: Node, _ name: String, _ found: [String: Node], sqlite: String?, query: String?,
    _ parameters: [AudienceParameter]
  ) throws -> NamedAudience.Origin {
    guard let command = found["command"] else {
      let database = found["database"]
      guard sqlite != nil || database != nil else {
        throw fail(key, "the audience '\(name)' has none of 'sqlite', 'database' and 'command'")
      }
      guard let query else { throw fail(key, "the audience '\(name)' has no 'query'") }
      if let asked = NamedPlaces.unfit(query, described: parameters.map(\.name)) {
        throw fail(
          found["query"] ?? key,
          "the audience '\(name)': \(NamedAudienceError.parameters(asked: asked, described: parameters.map(\.name)))")
      }
      if let database {
        if let sqlite = found["sqlite"] {
          throw fail(sqlite, "the audience '\(name)' has a 'database', and takes no 'sqlite'")
        }
        return .database(try source(database, name), query: query)
      }
      guard let sqlite else { throw fail(key, "the audience '\(name)' has no 'sqlite'") }
      return .sqlite(path: (sqlite as NSString).expandingTildeInPath, query: query)
    }
    for other in ["sqlite", "database", "query"] {
      if let node = found[other] { throw fail(node, "the audience '\(name)' has a 'command', and takes no '\(other)'") }
    }
    let words = command.sequence?.map { $0.scalar?.string }
    guard let words, let arguments = words as? [String], let program = arguments.first, !program.isEmpty else {
      throw fail(command, "'command' takes a list: the program and its arguments, as [/usr/local/bin/people, --all]")
    }
    for argument in arguments {
      for place in argument.matches(of: /\{([A-Za-z][A-Za-z0-9_]*)\}/)
      where !parameters.contains(where: { $0.name == String(place.1) }) {
        throw fail(command, "the audience '\(name)' has no parameter '\(place.1)' for {\(place.1)}")
      }
    }
    return .command(arguments)
  }

  /// Where the URL of a database is kept: never here, for it holds a password.
  private func source(_ node: Node, _ name: String) throws -> SecretSource {
    guard let source = SecretSource(node) else {
      throw fail(
        SecretSource.fault(in: node),
        "'database' of the audience '\(name)' says where its URL is kept: \(SecretSource.forms)")
    }
    return source
  }

  private func parameters(_ node: Node, of name: String) throws -> [AudienceParameter] {
    guard let list = node.sequence else {
      throw fail(node, "'parameters' of the audience '\(name)' takes a list, as '- {name: day, type: date}'")
    }
    var all: [AudienceParameter] = []
    for item in list {
      let parameter = try parameter(item, of: name)
      if all.contains(where: { $0.name == parameter.name }) {
        throw fail(item, "the parameter '\(parameter.name)' of the audience '\(name)' is there twice")
      }
      all.append(parameter)
    }
    return all
  }

  private func parameter(_ node: Node, of audience: String) throws -> AudienceParameter {
    guard let mapping = node.mapping else {
      throw fail(node, "a parameter of the audience '\(audience)' takes a name, as '- {name: day, type: date}'")
    }
    var (name, type, standard): (String?, String?, String?) = (nil, nil, nil)
    var choices: [String]?
    for (key, value) in mapping {
      switch key.string {
      case "name": name = value.scalar?.string
      case "type": type = value.scalar?.string
      case "default": standard = value.scalar?.string
      case "choices": choices = value.sequence?.compactMap { $0.scalar?.string }
      default:
        throw fail(key, "a parameter has a name, a type, choices and a default, and no '\(key.string ?? "")'")
      }
    }
    guard let name, name.wholeMatch(of: /[A-Za-z][A-Za-z0-9_]*/) != nil else {
      throw fail(node, "a parameter's name is a letter, and letters, digits and '_'")
    }
    let kind: AudienceParameter.Kind =
      switch type ?? (choices == nil ? "text" : "choice") {
      case "text": .text
      case "number": .number
      case "date": .date
      case "choice": .choice(choices ?? [])
      case let other:
        throw fail(node, "the parameter '\(name)': '\(other)' is none of \(Self.kinds.joined(separator: ", "))")
      }
    if case .choice(let choices) = kind {
      if choices.isEmpty { throw fail(node, "the parameter '\(name)' has no 'choices'") }
    } else if choices != nil {
      throw fail(node, "the parameter '\(name)' has 'choices', and takes no other type")
    }
    let parameter = AudienceParameter(name: name, kind: kind, standard: standard)
    if let standard {
      do throws(AudienceParameterProblem) { _ = try parameter.value(standard, today: "2026-01-01") } catch {
        throw fail(node, "its default: \(error.inWords(of: audience))")
      }
    }
    return parameter
  }

  private func timeLimit(_ node: Node, _ name: String) throws -> Duration {
    guard let seconds = node.scalar.flatMap({ Double($0.string) }), (0.1...86_400).contains(seconds) else {
      throw fail(node, "'timeout' of the audience '\(name)' takes seconds, from 0.1 to 86400")
    }
    return .milliseconds(Int64(seconds * 1000))
  }

  private func fail(_ node: Node, _ words: String) -> CommandError { .wrongForm(of: node, in: path, words) }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.first != "-"
      && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }
}

extension AudienceParameterProblem {
  /// What is wrong, for whoever gave the values of an audience.
  func inWords(of audience: String) -> String {
    switch self {
    case .unknown(let name, let known):
      known.isEmpty
        ? "the audience '\(audience)' has no parameters, and no '\(name)'"
        : "the audience '\(audience)' has no parameter '\(name)'; it has \(known.joined(separator: ", "))"
    case .twice(let name): "the parameter '\(name)' is given twice"
    case .missing(let name): "the audience '\(audience)' asks for '\(name)': give --param \(name)=…"
    case .notText(let name): "'\(name)' holds a NUL character"
    case .notANumber(let name, let text): "'\(name)' takes a number, not '\(text)'"
    case .notADate(let name, let text): "'\(name)' takes a day such as 2026-11-27, or today, not '\(text)'"
    case .notAChoice(let name, let text, let choices):
      "'\(name)' takes one of \(choices.joined(separator: ", ")), not '\(text)'"
    }
  }
}
