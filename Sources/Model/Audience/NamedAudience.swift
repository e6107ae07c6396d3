/// People an administrator described once, for operators to pick by name: a query of a database, or a command that prints CSV.
package struct NamedAudience: Equatable, Sendable {
  /// Where the rows come from.
  package enum Origin: Equatable, Sendable {
    /// A query of a SQLite file, in which `:name` stands for a parameter.
    case sqlite(path: String, query: String)
    /// A query of a PostgreSQL, MariaDB or MySQL server, in which `:name` stands for a parameter.
    case database(SecretSource, query: String)
    /// A program and its arguments, in which `{name}` stands for a parameter; it prints CSV. No shell reads them.
    case command([String])
  }

  /// By what it is picked.
  package var name: String
  /// What it is, in the administrator's words; empty when nothing was said.
  package var title: String
  /// Where the rows come from.
  package var origin: Origin
  /// What is asked for, in order.
  package var parameters: [AudienceParameter]
  /// The column that holds the address; `nil` to find it by its usual names.
  package var addressColumn: String?
  /// How long the rows may take, all of them.
  package var timeLimit: Duration

  /// The time limit where none was set.
  package static let standardTimeLimit = Duration.seconds(120)

  /// Makes an audience.
  package init(
    name: String, title: String = "", origin: Origin, parameters: [AudienceParameter] = [],
    addressColumn: String? = nil,
    timeLimit: Duration = NamedAudience.standardTimeLimit
  ) {
    (self.name, self.title, self.origin, self.parameters) = (name, title, origin, parameters)
    (self.addressColumn, self.timeLimit) = (addressColumn, timeLimit)
  }

  /// Takes the values that were given, and the defaults of those that were not.
  ///
  /// - Parameters:
  ///   - given: texts by the parameters' names, in any order.
  ///   - today: the date that `today` stands for, as `2026-11-27`.
  /// - Throws: ``AudienceParameterProblem``.
  package func choose(
    _ given: [(name: String, text: String)], today: String
  ) throws(AudienceParameterProblem) -> AudienceChoice {
    var texts: [String: String] = [:]
    for (name, text) in given {
      guard parameters.contains(where: { $0.name == name }) else {
        throw .unknown(name, known: parameters.map(\.name))
      }
      guard texts.updateValue(text, forKey: name) == nil else { throw .twice(name) }
    }
    var values: [AudienceChoice.Value] = []
    for parameter in parameters {
      guard let text = texts[parameter.name] ?? parameter.standard else { throw .missing(parameter.name) }
      values.append(.init(name: parameter.name, value: try parameter.value(text, today: today)))
    }
    return AudienceChoice(audience: self, values: values)
  }
}

/// Something an audience asks its operator for.
package struct AudienceParameter: Equatable, Sendable {
  /// What may be given.
  package enum Kind: Equatable, Sendable {
    case text
    /// A whole or a decimal number.
    case number
    /// A day, as `2026-11-27`, or `today`.
    case date
    /// One of these.
    case choice([String])
  }

  /// Its name in the query, in the command and on the screen.
  package var name: String
  /// What may be given.
  package var kind: Kind
  /// What is taken when nothing is given; `nil` for one that has to be.
  package var standard: String?

  /// Makes a parameter.
  package init(name: String, kind: Kind = .text, standard: String? = nil) {
    (self.name, self.kind, self.standard) = (name, kind, standard)
  }

  /// Reads what was given.
  ///
  /// - Throws: ``AudienceParameterProblem``.
  package func value(_ text: String, today: String) throws(AudienceParameterProblem) -> ParameterValue {
    guard !text.utf8.contains(0) else { throw .notText(name) }
    switch kind {
    case .text: return .text(text)
    case .number:
      if let whole = Int64(text) { return .integer(whole) }
      guard let number = Double(text), number.isFinite else { throw .notANumber(name, text) }
      return .decimal(number)
    case .date:
      let day = text == "today" ? today : text
      guard day.utf8.count == 10, Timestamp(iso8601: "\(day)T00:00:00Z") != nil else { throw .notADate(name, text) }
      return .text(day)
    case .choice(let choices):
      guard choices.contains(text) else { throw .notAChoice(name, text, choices) }
      return .text(text)
    }
  }
}

/// A value as a database is handed it.
package enum ParameterValue: Equatable, Sendable, CustomStringConvertible {
  case text(String)
  case integer(Int64)
  case decimal(Double)

  /// The value as it is written.
  package var description: String {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    }
  }
}

/// A named audience with all that it asks for.
package struct AudienceChoice: Equatable, Sendable {
  /// A parameter's value.
  package struct Value: Equatable, Sendable {
    /// The parameter's name.
    package var name: String
    /// What it is.
    package var value: ParameterValue

    /// Makes a value.
    package init(name: String, value: ParameterValue) { (self.name, self.value) = (name, value) }
  }

  /// Which one.
  package var audience: NamedAudience
  /// One value for each of its parameters, in their order.
  package var values: [Value]

  /// The name and the values, as the history keeps them: `overdue day=2026-11-27 tier=gold`.
  package var label: String {
    ([audience.name] + values.map { "\($0.name)=\(Self.quoted($0.value.description))" }).joined(separator: " ")
  }

  /// A value that would not be read as one goes into quotes.
  private static func quoted(_ text: String) -> String {
    let isPlain = !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "\"" || $0 == "=" }
    return isPlain ? text : "\"\(text.replacing("\"", with: "\\\""))\""
  }
}

/// Why what was given for a named audience cannot be taken.
package enum AudienceParameterProblem: Error, Equatable, Sendable {
  case unknown(String, known: [String])
  case twice(String)
  case missing(String)
  case notText(String)
  case notANumber(String, String)
  case notADate(String, String)
  case notAChoice(String, String, [String])
}
