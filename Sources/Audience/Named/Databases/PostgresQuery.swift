import Foundation
package import Model

/// Reads an audience from PostgreSQL by libpq: in a transaction that may only read, with values bound, row by row.
package enum PostgresQuery {
  /// Runs a query and hands over its rows, which are gone when the body returns.
  ///
  /// - Parameters:
  ///   - query: one statement, with `:name` for each value.
  ///   - limit: how long all of it may take.
  /// - Throws: ``NamedAudienceError``, ``CSVError`` when the columns have no usable names, and what the body throws.
  package static func read<Result>(
    _ address: DatabaseAddress, query: String, values: [AudienceChoice.Value], limit: Duration,
    _ body: (PostgresRows) throws -> Result
  ) throws -> Result {
    let session = try PostgresSession(address, limit: limit)
    return try body(try session.rows(of: query, values))
  }
}

/// The rows of a query.
package struct PostgresRows: TableRows {
  package let header: [String]
  private let session: PostgresSession

  fileprivate init(_ session: PostgresSession, _ names: [String]) throws {
    header = try TableHeader.checked(names)
    self.session = session
  }

  package func next() throws -> [String]? { try session.next() }
}

/// A connection, which ends with whoever holds it.
private final class PostgresSession {
  private let library: PostgresLibrary
  private let connection: PostgresLibrary.Connection
  private let address: DatabaseAddress
  private let limit: Duration
  private let deadline: ContinuousClock.Instant
  private var isUnderWay = false

  init(_ address: DatabaseAddress, limit: Duration) throws {
    let library = try PostgresLibrary()
    self.library = library
    (self.address, self.limit, deadline) = (address, limit, .now + limit)
    let seconds = max(2, min(30, Int(limit.components.seconds)))
    var words: [(String, String)] = address.options.map { ($0.name, $0.value) }
    // What is said last counts.
    words += [("host", address.host), ("port", address.port.map(String.init) ?? ""), ("user", address.user)]
      .filter { !$0.1.isEmpty }
    words += [("password", address.password), ("dbname", address.database)].filter { !$0.1.isEmpty }
    words += [
      ("client_encoding", "UTF8"), ("connect_timeout", String(seconds)), ("application_name", "sendboard"),
    ]
    let connected = Self.withTexts(words.map(\.0)) { names in
      Self.withTexts(words.map(\.1)) { values in library.connect(names, values, 0) }
    }
    guard let connected else { throw NamedAudienceError.database("there is no memory for a connection") }
    connection = connected
    guard library.status(connection) == 0 else { throw failure() }
    let milliseconds = max(1, Int64((deadline - .now) / .milliseconds(1)))
    try run("SET statement_timeout = \(milliseconds)")
    try run("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY")
    try run("BEGIN TRANSACTION READ ONLY")
  }

  deinit {
    if isUnderWay, let canceller = library.canceller(connection) {
      var words = [CChar](repeating: 0, count: 256)
      _ = library.cancel(canceller, &words, 256)
      library.freeCanceller(canceller)
    }
    library.finish(connection)
  }

  func rows(of query: String, _ values: [AudienceChoice.Value]) throws -> PostgresRows {
    let places = NamedPlaces(query, .postgres)
    guard Set(places.names) == Set(values.map(\.name)) else {
      throw NamedAudienceError.parameters(asked: Set(places.names).sorted(), described: values.map(\.name))
    }
    let names = values.map(\.name)
    let sql = places.filled { name in "$\((names.firstIndex(of: name) ?? 0) + 1)" }
    // Looked at before it is run: what gives no rows is no query, and would do something instead.
    try check(library.prepare(connection, "", sql, 0, nil))
    let described = try check(library.describe(connection, ""), isKept: true)
    defer { described.map(library.clear) }
    guard let described, library.columns(described) > 0 else { throw NamedAudienceError.notAQuery }
    guard Int(library.parameters(described)) == values.count else {
      throw NamedAudienceError.database("the query has places such as $1: write :name for what is described")
    }
    let columns = (0..<library.columns(described)).map { index in
      library.name(described, index).map { String(cString: $0) } ?? ""
    }
    let rows = try PostgresRows(self, columns)
    let sent = Self.withTexts(values.map(\.value.description)) { texts in
      library.sendPrepared(connection, "", Int32(values.count), texts, nil, nil, 0)
    }
    guard sent == 1, library.setSingleRows(connection) == 1 else { throw failure() }
    isUnderWay = true
    return rows
  }

  func next() throws -> [String]? {
    guard isUnderWay else { return nil }
    try waitForAnswer()
    guard let answer = library.next(connection) else {
      isUnderWay = false
      return nil
    }
    defer { library.clear(answer) }
    switch library.kind(answer) {
    case PostgresLibrary.Kind.singleRow:
      return (0..<library.columns(answer)).map { column in
        guard library.isNull(answer, 0, column) == 0, let bytes = library.value(answer, 0, column) else { return "" }
        let length = Int(library.length(answer, 0, column))
        return String(decoding: UnsafeRawBufferPointer(start: bytes, count: length), as: UTF8.self)
      }
    case PostgresLibrary.Kind.rowsDone:
      isUnderWay = false
      return nil
    default:
      isUnderWay = false
      throw failure(answer)
    }
  }

  /// Waits until an answer may be taken without waiting.
  private func waitForAnswer() throws {
    while library.isBusy(connection) != 0 {
      let left = Int32(clamping: Int64((deadline - .now) / .milliseconds(1)))
      guard left > 0 else { throw NamedAudienceError.tooSlow(limit) }
      var descriptor = pollfd(fd: library.socket(connection), events: Int16(POLLIN), revents: 0)
      guard poll(&descriptor, 1, left) > 0 || errno == EINTR else { continue }
      guard library.consume(connection) == 1 else { throw failure() }
    }
  }

  private func run(_ command: String) throws { try check(library.execute(connection, command)) }

  @discardableResult
  private func check(_ answer: PostgresLibrary.Answer?, isKept: Bool = false) throws -> PostgresLibrary.Answer? {
    guard let answer else { throw failure() }
    guard [PostgresLibrary.Kind.commandDone, PostgresLibrary.Kind.rowsDone].contains(library.kind(answer)) else {
      defer { library.clear(answer) }
      throw failure(answer)
    }
    if isKept { return answer }
    library.clear(answer)
    return nil
  }

  private func failure(_ answer: PostgresLibrary.Answer? = nil) -> NamedAudienceError {
    // SQLSTATE: a statement that was cancelled, which only its time limit does here.
    if let answer, library.field(answer, 67).map({ String(cString: $0) }) == "57014" { return .tooSlow(limit) }
    let words = answer.flatMap(library.answerError) ?? library.error(connection)
    return .database(address.masked(words.map { String(cString: $0) } ?? "the database said nothing"))
  }

  private static func withTexts<Result>(_ texts: [String], _ body: (PostgresLibrary.Texts) -> Result) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return (copies.map { $0.map { UnsafePointer($0) } } + [nil]).withUnsafeBufferPointer { body($0.baseAddress!) }
  }
}
