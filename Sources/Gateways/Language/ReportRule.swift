package import Model

/// How a broker tells what became of texts.
package struct ReportRule: Equatable, Sendable {
  /// What a code means for a text.
  package enum Meaning: Equatable, Sendable {
    /// It is on its way.
    case sent
    /// The phone has it.
    case delivered
    /// It did not arrive.
    case failed(TextFailure)

    /// The words of files: kinds of failures, or what exactly happened.
    private static let words: [(word: String, meaning: Meaning)] =
      [
        ("sent", .sent), ("delivered", .delivered), ("hard", .failed(.undeliverable)), ("soft", .failed(.unreachable)),
        ("content", .failed(.carrierBlocked)), ("suppressed", .failed(.blocked)), ("undetermined", .failed(.unknown)),
      ] + TextFailure.allCases.map { ($0.rawValue, .failed($0)) }

    /// Reads a word; `nil` for what is none.
    init?(word: String) {
      guard let meaning = Self.words.first(where: { $0.word == word })?.meaning else { return nil }
      self = meaning
    }

    /// All words there are.
    static var allWords: String { words.map(\.word).joined(separator: ", ") }
  }

  /// An item of what it tells.
  struct Item: Equatable, Sendable {
    var condition: Condition?
    /// Our reference.
    var ref: Source?
    /// The id that was answered when the text was taken.
    var id: Source?
    var at: Source
    var clock: GatewayClock
    var code: Source
    var reason: Source?
  }

  /// What is asked for, and how often.
  struct Poll: Equatable, Sendable {
    /// What a question is about.
    enum Mode: String, CaseIterable, Sendable {
      /// What changed since the last one.
      case updatedSince
      /// One call that handed texts over, by its id.
      case request
    }

    /// How the pages of an answer follow each other.
    enum Pages: Equatable, Sendable {
      case one
      /// The answer has the key of the next page, which stands for `{page}`; the first has none.
      case key(Source)
      /// The answer has the address of the next page, on the same host.
      case address(Source)
      /// They are numbered, and the answer says whether there are more.
      case numbered(from: Int, more: Condition)
      /// They are numbered, and the answer says how many items there are in all.
      case counted(from: Int, total: Source)
    }

    var mode: Mode
    var request: RequestRule
    var every: Duration
    /// How much of what was asked for already is asked for again: brokers' clocks differ from ours.
    var overlap: Duration
    /// The longest time that one question may be about.
    var span: Duration?
    /// For how long a text is asked about.
    var until: Duration
    var list: [Pointer]
    var pages: Pages
  }

  /// What a broker sends by itself.
  struct Hook: Equatable, Sendable {
    var list: [Pointer]
    /// What an item must be to be about a text.
    var condition: Condition?
  }

  /// How it tells: asked, by itself, or both.
  package var ways: String {
    [poll == nil ? nil : "asked", hook == nil ? nil : "webhook"].compactMap(\.self).joined(separator: ", ")
  }

  /// Whether it tells by itself.
  package var tellsByItself: Bool { hook != nil }

  var poll: Poll?
  var hook: Hook?
  var item: Item
  var meanings: CodeTable<Meaning>
}
