package import Audience
package import EventStore
package import Model
package import Ports

/// An audience read whole: the exact count is known and nothing is in the store yet.
package struct LoadedAudience: Sendable {
  /// The recipients, duplicates collapsed, on disk.
  package var staging: AudienceStaging
  /// The file's columns that are template data.
  package var columns: [String]
  /// Rows that name nobody who can be sent to.
  package var invalid = 0
  /// The first of them.
  package var invalidSamples: [InvalidRecipient] = []
  /// The first rows dropped because their address came before.
  package var duplicateSamples: [DuplicateRecipient] = []
  /// Recipients who have no value for something the template says.
  package var incomplete = 0
  /// The first of them.
  package var incompleteSamples: [IncompleteRecipient] = []

  /// Recipients that would be sent to.
  package var recipients: Int { staging.recipients }
  /// Rows dropped because their address came before.
  package var duplicates: Int { staging.duplicates }

  /// The variables of a template that the file has no column for.
  package func missingVariables(of template: Template, channel: Channel) -> [String] {
    let known = Set(columns + [channel.addressColumn])
    return template.variables.filter { !known.contains($0) }
  }
}

/// Reads audiences.
package enum AudienceLoader {
  /// Bounds what is held before it is written, in rows and in bytes: rows may be a megabyte each.
  private static let chunk = (rows: 2000, bytes: 1 << 20)

  /// Reads a CSV file into a staging file; memory does not depend on the file's size.
  ///
  /// - Parameters:
  ///   - plan: the country whose national numbers are understood; `nil` for none.
  ///   - addressColumn: the address column's name; `nil` to find it by its usual names.
  ///   - variables: what the template asks for: recipients without a value for one are counted.
  ///   - folder: where the staging file goes.
  ///   - stop: ends it when that is wished.
  ///   - onNote: called with each row of which there is something to say, in the file's order.
  ///   - progress: called now and then with the rows read so far.
  /// - Throws: ``CSVError``, `StoreError`, `CancellationError`.
  package static func load(
    csv path: String, channel: Channel, plan: NumberingPlan? = nil, addressColumn: String? = nil,
    variables: [String] = [], folder: String,
    stop: ReadingStop = ReadingStop(), onNote: (AudienceNote) -> Void = { _ in }, progress: (Int) -> Void = { _ in }
  ) throws -> LoadedAudience {
    let source = try CSVAudience(
      path: path, channel: channel, plan: plan, addressColumn: addressColumn, variables: variables)
    return try load(from: source, variables: variables, folder: folder, stop: stop, onNote: onNote, progress: progress)
  }

  /// Reads a named audience into a staging file; memory does not depend on how many rows it has. Nothing of it is used when
  /// the database or the program fails half-way.
  ///
  /// - Parameters:
  ///   - plan: the country whose national numbers are understood; `nil` for none.
  ///   - variables: what the template asks for: recipients without a value for one are counted.
  ///   - folder: where the staging file goes.
  ///   - stop: ends it when that is wished.
  ///   - onNote: called with each row of which there is something to say, in their order.
  ///   - progress: called now and then with the rows read so far.
  /// - Throws: `NamedAudienceError`, ``CSVError``, `StoreError`, `CancellationError`.
  package static func load(
    _ choice: AudienceChoice, channel: Channel, plan: NumberingPlan? = nil, variables: [String] = [], folder: String,
    stop: ReadingStop = ReadingStop(), onNote: (AudienceNote) -> Void = { _ in }, progress: (Int) -> Void = { _ in }
  ) throws -> LoadedAudience {
    let (audience, column) = (choice.audience, choice.audience.addressColumn)
    switch audience.origin {
    case .sqlite(let path, let query):
      return try SQLiteQuery.read(path: path, query: query, values: choice.values, limit: audience.timeLimit) { rows in
        let source = try TableAudience(
          rows: rows, channel: channel, plan: plan, addressColumn: column, variables: variables)
        return try load(
          from: source, variables: variables, folder: folder, stop: stop, onNote: onNote, progress: progress)
      }
    case .database(let source, let query):
      let address = try DatabaseAddress(url: source.url(within: audience.timeLimit))
      func take(_ rows: some TableRows) throws -> LoadedAudience {
        let source = try TableAudience(
          rows: rows, channel: channel, plan: plan, addressColumn: column, variables: variables)
        return try load(
          from: source, variables: variables, folder: folder, stop: stop, onNote: onNote, progress: progress)
      }
      switch address.kind {
      case .postgres:
        return try PostgresQuery.read(address, query: query, values: choice.values, limit: audience.timeLimit, take)
      case .mariadb:
        return try MariaDBQuery.read(address, query: query, values: choice.values, limit: audience.timeLimit, take)
      }
    case .command(let command):
      let arguments = try CommandOutput.arguments(command, choice.values)
      return try CommandOutput.read(arguments, limit: audience.timeLimit, stop: stop) { read in
        let source = try CSVAudience(
          rows: CSVReader(name: audience.name, read: read), channel: channel, plan: plan, addressColumn: column,
          variables: variables)
        return try load(
          from: source, variables: variables, folder: folder, stop: stop, onNote: onNote, progress: progress)
      }
    }
  }

  /// Reads a source into a staging file; memory does not depend on how many rows it has.
  ///
  /// - Parameters:
  ///   - variables: what the template asks for: recipients without a value for one are counted.
  ///   - folder: where the staging file goes.
  ///   - stop: ends it when that is wished.
  ///   - onNote: called with each row of which there is something to say, in the source's order.
  ///   - progress: called now and then with the rows read so far.
  /// - Throws: the source's error, `StoreError`, `CancellationError`.
  package static func load(
    from source: some AudienceSource, variables: [String] = [], folder: String, stop: ReadingStop = ReadingStop(),
    onNote: (AudienceNote) -> Void = { _ in }, progress: (Int) -> Void = { _ in }
  ) throws -> LoadedAudience {
    var reader = source
    let columns = reader.columns
    // Of a name that is there twice, in a header, nothing comes this far.
    let watched = variables.compactMap { name in columns.firstIndex(of: name).map { (name: name, index: $0) } }
    var audience = LoadedAudience(staging: try AudienceStaging(folder: folder), columns: columns)
    var pending: [AudienceStaging.Row] = []
    var invalid: [InvalidRecipient] = []
    var size = 0
    func flush() throws {
      var first: [Int: Int] = [:]
      try audience.staging.add(pending) { first[$0] = $1 }
      var rest = invalid[...]
      func tell(before line: Int) {
        while let next = rest.first, next.line < line { audience.note(.invalid(rest.removeFirst()), onNote) }
      }
      for (index, row) in pending.enumerated() {
        tell(before: row.line)
        if let line = first[index] {
          audience.note(.duplicate(DuplicateRecipient(line: row.line, first: line, address: row.address)), onNote)
          continue
        }
        let empty = watched.filter { row.values[$0.index].allSatisfy(\.isWhitespace) }
        if empty.isEmpty { continue }
        audience.note(
          .incomplete(IncompleteRecipient(line: row.line, variables: empty.map(\.name), address: row.address)), onNote)
      }
      tell(before: .max)
      pending.removeAll(keepingCapacity: true)
      invalid.removeAll(keepingCapacity: true)
      size = 0
      try Task.checkCancellation()
      if stop.isStopped { throw CancellationError() }
      progress(audience.recipients + audience.duplicates + audience.invalid)
    }
    while let entry = try reader.next() {
      switch entry {
      case .recipient(let recipient):
        pending.append(.init(line: recipient.line, address: recipient.address, values: recipient.values))
        size += recipient.values.reduce(recipient.address.utf8.count) { $0 + $1.utf8.count + 16 }
      case .invalid(let problem): invalid.append(problem)
      }
      if pending.count + invalid.count >= chunk.rows || size >= chunk.bytes { try flush() }
    }
    try flush()
    return audience
  }
}

extension LoadedAudience {
  /// Counts a row, and keeps it when it is one of the first hundred of its kind.
  fileprivate mutating func note(_ note: AudienceNote, _ tell: (AudienceNote) -> Void) {
    let limit = 100
    switch note {
    case .invalid(let row):
      invalid += 1
      if invalidSamples.count < limit { invalidSamples.append(row) }
    case .duplicate(let row): if duplicateSamples.count < limit { duplicateSamples.append(row) }
    case .incomplete(let row):
      incomplete += 1
      if incompleteSamples.count < limit { incompleteSamples.append(row) }
    }
    tell(note)
  }
}
