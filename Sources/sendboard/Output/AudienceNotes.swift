import Model
import Ports
import Services
import Words

/// Tells of the rows of an audience that are not sent to, or not as they should be: the first hundred of each kind by their
/// lines, the others by their number.
struct AudienceNotes {
  private static let limit = 100

  let file: String
  private var invalid = 0, duplicates = 0, incomplete = 0

  init(file: String) { self.file = file }

  mutating func tell(_ note: AudienceNote) {
    switch note {
    case .invalid(let row): Self.count(&invalid) { "\(file):\(row.line): \(Language.english.words.row(row.problem))" }
    case .duplicate(let row): Self.count(&duplicates) { "\(file):\(row.line): the same recipient as line \(row.first)" }
    case .incomplete(let row):
      Self.count(&incomplete) {
        "\(file):\(row.line): no value for \(row.variables.map { "{{\($0)}}" }.joined(separator: ", "))"
      }
    }
  }

  private static func count(_ counter: inout Int, _ words: () -> String) {
    counter += 1
    if counter <= limit { StandardError.print(words()) }
  }

  func finish() {
    for (count, what) in [
      (invalid, "that are not valid"), (duplicates, "whose recipient came before"), (incomplete, "with an empty value"),
    ] where count > Self.limit {
      StandardError.print("\(file): and \(counted(count - Self.limit, "more row")) \(what)")
    }
  }

  /// Tells what texts go out as, and of those that cannot.
  func tell(_ texts: TextReport) {
    let words = Language.english.words
    for line in texts.lines { StandardError.print("\(file):\(line.line): \(words.compose(.textFault(line.fault)))") }
    if texts.faulty > texts.lines.count {
      StandardError.print("\(file): and \(counted(texts.faulty - texts.lines.count, "more text")) that cannot go out")
    }
    let forms = texts.ranked.map { words.compose(.textForm($0.form, $0.count)) }
    let faulty = texts.faulty > 0 ? [words.compose(.faultyTexts(texts.faulty))] : []
    let longest = texts.longest.map {
      ["the longest, of recipient \($0.number): \(words.compose(.textSize($0.measure)))"]
    }
    StandardError.print(
      "texts: " + (forms + [words.compose(.textParts(texts.parts))] + (longest ?? []) + faulty).joined(separator: "; "))
  }

  /// The same as JSON.
  static func add(_ texts: TextReport, to line: inout JSONLine) {
    line.add(
      "texts",
      .list(
        texts.ranked.map { entry in
          var form = JSONLine()
          form.add("form", .string(entry.form.name))
          form.add("parts", .int(entry.form.parts))
          form.add("count", .int(entry.count))
          return .object(form)
        }))
    line.add("parts", .int(texts.parts))
    line.add("faultyTexts", .int(texts.faulty))
    line.add(
      "faultyLines",
      .list(
        texts.lines.map { fault in
          var entry = JSONLine()
          entry.add("line", .int(fault.line))
          entry.add("reason", .string(Language.english.words.compose(.textFault(fault.fault))))
          return .object(entry)
        }))
  }

  /// The same as JSON, in fields of their own.
  static func add(_ audience: LoadedAudience, to line: inout JSONLine) {
    func list<Row>(_ rows: [Row], _ fill: (inout JSONLine, Row) -> Void) -> JSONLine.Value {
      .list(
        rows.map { row in
          var line = JSONLine()
          fill(&line, row)
          return .object(line)
        })
    }
    line.add("incomplete", .int(audience.incomplete))
    line.add(
      "invalidLines",
      list(audience.invalidSamples) {
        $0.add("line", .int($1.line))
        $0.add("reason", .string(Language.english.words.row($1.problem)))
      })
    line.add(
      "duplicateLines",
      list(audience.duplicateSamples) {
        $0.add("line", .int($1.line))
        $0.add("first", .int($1.first))
      })
    line.add(
      "incompleteLines",
      list(audience.incompleteSamples) {
        $0.add("line", .int($1.line))
        $0.add("variables", .list($1.variables.map { .string($0) }))
      })
  }
}
