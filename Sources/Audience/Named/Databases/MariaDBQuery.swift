import CMariaDB
import Foundation
package import Model

/// Reads an audience from MariaDB or MySQL by libmariadb: in a transaction that may only read, with values bound, row by row.
package enum MariaDBQuery {
  /// Runs a query and hands over its rows, which are gone when the body returns.
  ///
  /// - Parameters:
  ///   - query: one statement, with `:name` for each value.
  ///   - limit: how long all of it may take.
  /// - Throws: ``NamedAudienceError``, ``CSVError`` when the columns have no usable names, and what the body throws.
  package static func read<Result>(
    _ address: DatabaseAddress, query: String, values: [AudienceChoice.Value], limit: Duration,
    _ body: (MariaDBRows) throws -> Result
  ) throws -> Result {
    let session = try MariaDBSession(address, limit: limit)
    return try body(try session.rows(of: query, values))
  }
}

/// The rows of a query.
package struct MariaDBRows: TableRows {
  package let header: [String]
  private let session: MariaDBSession

  fileprivate init(_ session: MariaDBSession, _ names: [String]) throws {
    header = try TableHeader.checked(names)
    self.session = session
  }

  package func next() throws -> [String]? { try session.next() }
}

/// A connection, which ends with whoever holds it.
private final class MariaDBSession {
  private let library: MariaDBLibrary
  private let connection: MariaDBLibrary.Connection
  private let address: DatabaseAddress
  private let limit: Duration
  private let deadline: ContinuousClock.Instant
  private var statement: MariaDBLibrary.Statement?
  private var columns: [Column] = []
  /// What the library was told of the columns: it keeps the place.
  private var binds: UnsafeMutablePointer<sb_mariadb_bind>?

  /// Where the library puts a row's values.
  private final class Column {
    let length = UnsafeMutablePointer<UInt>.allocate(capacity: 1)
    let isNull = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
    static let size = 512

    init() {
      length.initialize(to: 0)
      isNull.initialize(to: 0)
    }

    deinit {
      length.deallocate()
      isNull.deallocate()
      buffer.deallocate()
    }

    func bind() -> sb_mariadb_bind {
      var bind = sb_mariadb_bind()
      bind.buffer_type = MariaDBLibrary.text
      bind.buffer = buffer
      bind.buffer_length = UInt(Self.size)
      bind.length = length
      bind.is_null = isNull
      return bind
    }
  }

  init(_ address: DatabaseAddress, limit: Duration) throws {
    library = try MariaDBLibrary()
    (self.address, self.limit, deadline) = (address, limit, .now + limit)
    guard let connection = library.start(nil) else {
      throw NamedAudienceError.database("there is no memory for a connection")
    }
    self.connection = connection
    let seconds = UInt32(max(1, min(86_400, Int((limit / .seconds(1)).rounded(.up)))))
    set(MariaDBLibrary.Option.connectTimeout, min(30, seconds))
    // Each wait for the server; the time for all of it is looked at between rows, and by the server.
    set(MariaDBLibrary.Option.readTimeout, seconds)
    set(MariaDBLibrary.Option.writeTimeout, seconds)
    // A server may ask the client for any of its files otherwise.
    set(MariaDBLibrary.Option.localFiles, 0)
    _ = "utf8mb4".withCString { library.option(connection, MariaDBLibrary.Option.characterSet, $0) }
    var socket: String?
    for option in address.options {
      switch option.name {
      case "socket": socket = option.value
      case "ssl-ca":
        _ = library.useTLS(connection, nil, nil, option.value, nil, nil)
        var verifies: CChar = 1
        _ = library.option(connection, MariaDBLibrary.Option.verifiesServer, &verifies)
      default: throw NamedAudienceError.url("'\(option.name)' is unknown: it takes 'socket' and 'ssl-ca'")
      }
    }
    guard
      library.connect(
        connection, address.host.isEmpty ? nil : address.host, address.user, address.password, address.database,
        UInt32(address.port ?? 0), socket, 0) != nil
    else { throw failure() }
    let milliseconds = max(1, Int64((deadline - .now) / .milliseconds(1)))
    let isMariaDB = library.server(connection).map { String(cString: $0).contains("MariaDB") } ?? false
    try run(
      isMariaDB
        ? "SET SESSION max_statement_time = \(Double(milliseconds) / 1000)"
        : "SET SESSION max_execution_time = \(milliseconds)")
    try run("SET SESSION TRANSACTION READ ONLY")
    try run("START TRANSACTION READ ONLY")
  }

  deinit {
    // Before the statement, whose end would read all the rows that are left.
    library.close(connection)
    if let statement { _ = library.closeStatement(statement) }
    binds?.deallocate()
  }

  private func set(_ option: Int32, _ value: UInt32) {
    var value = value
    _ = library.option(connection, option, &value)
  }

  func rows(of query: String, _ values: [AudienceChoice.Value]) throws -> MariaDBRows {
    let places = NamedPlaces(query, .mariadb)
    guard Set(places.names) == Set(values.map(\.name)) else {
      throw NamedAudienceError.parameters(asked: Set(places.names).sorted(), described: values.map(\.name))
    }
    guard let statement = library.makeStatement(connection) else { throw failure() }
    self.statement = statement
    let sql = places.filled { _ in "?" }
    guard library.prepare(statement, sql, UInt(sql.utf8.count)) == 0 else { throw failure(statement) }
    // Looked at before it is run: what gives no rows is no query, and would do something instead.
    guard library.columns(statement) > 0, let metadata = library.metadata(statement) else {
      throw NamedAudienceError.notAQuery
    }
    defer { library.freeMetadata(metadata) }
    guard Int(library.parameters(statement)) == places.names.count else {
      throw NamedAudienceError.database("the query has places such as ?: write :name for what is described")
    }
    let names = (0..<library.columns(statement)).map { index in
      library.field(metadata, index)?.pointee.map { String(cString: $0) } ?? ""
    }
    let rows = try MariaDBRows(self, names)
    try execute(
      statement, places.names.map { name in values.first { $0.name == name }?.value ?? .text("") })
    columns = names.map { _ in Column() }
    let binds = UnsafeMutablePointer<sb_mariadb_bind>.allocate(capacity: columns.count)
    for (index, column) in columns.enumerated() { (binds + index).initialize(to: column.bind()) }
    self.binds = binds
    guard library.bindResult(statement, binds) == 0 else { throw failure(statement) }
    return rows
  }

  /// Hands the values over and begins.
  private func execute(_ statement: MariaDBLibrary.Statement, _ values: [ParameterValue]) throws {
    let texts = values.map { Array($0.description.utf8) }
    let copies = texts.map { bytes in
      let copy = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
      copy.copyMemory(from: bytes, byteCount: bytes.count)
      return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    var binds = zip(texts, copies).map { bytes, copy in
      var bind = sb_mariadb_bind()
      bind.buffer_type = MariaDBLibrary.text
      bind.buffer = copy
      bind.buffer_length = UInt(bytes.count)
      bind.length_value = UInt(bytes.count)
      return bind
    }
    if !binds.isEmpty, library.bindParameters(statement, &binds) != 0 { throw failure(statement) }
    guard library.execute(statement) == 0 else { throw failure(statement) }
  }

  func next() throws -> [String]? {
    guard let statement else { return nil }
    guard .now < deadline else { throw NamedAudienceError.tooSlow(limit) }
    switch library.fetch(statement) {
    case 0, MariaDBLibrary.isCut: return try columns.indices.map { try text(of: $0, statement) }
    case MariaDBLibrary.noMore: return nil
    default: throw failure(statement)
    }
  }

  private func text(of index: Int, _ statement: MariaDBLibrary.Statement) throws -> String {
    let column = columns[index]
    if column.isNull.pointee != 0 { return "" }
    let length = Int(column.length.pointee)
    guard length > Column.size else {
      return String(decoding: UnsafeRawBufferPointer(start: column.buffer, count: length), as: UTF8.self)
    }
    var whole = [UInt8](repeating: 0, count: length)
    var (taken, isNull): (UInt, CChar) = (0, 0)
    let status = whole.withUnsafeMutableBytes { bytes in
      withUnsafeMutablePointer(to: &taken) { taken in
        withUnsafeMutablePointer(to: &isNull) { isNull in
          var bind = sb_mariadb_bind()
          bind.buffer_type = MariaDBLibrary.text
          bind.buffer = bytes.baseAddress
          bind.buffer_length = UInt(length)
          bind.length = taken
          bind.is_null = isNull
          return library.fetchColumn(statement, &bind, UInt32(index), 0)
        }
      }
    }
    guard status == 0 else { throw failure(statement) }
    return String(decoding: whole, as: UTF8.self)
  }

  private func run(_ command: String) throws {
    guard library.run(connection, command) == 0 else { throw failure() }
  }

  private func failure(_ statement: MariaDBLibrary.Statement? = nil) -> NamedAudienceError {
    let code = statement.map(library.statementCode) ?? library.code(connection)
    // A statement that was too slow, to MariaDB and to MySQL.
    if [1969, 3024].contains(code) || .now >= deadline { return .tooSlow(limit) }
    let words = statement.flatMap(library.statementError) ?? library.error(connection)
    return .database(address.masked(words.map { String(cString: $0) } ?? "the database said nothing"))
  }
}
