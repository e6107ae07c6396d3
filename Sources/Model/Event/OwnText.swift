/// A text of Sendboard's own that is stored: a code with arguments, which a screen words in its reader's language.
///
/// JSON and the command line show ``sentence``, which is a contract. Versions before stored that sentence itself, and it
/// still reads.
package protocol OwnText: Hashable, Sendable {
  associatedtype Code: OwnCode

  /// The code and its arguments.
  var parts: (code: Code, arguments: [String]) { get }

  /// Makes a text of what was stored; `nil` when the arguments are not the code's.
  init?(_ code: Code, _ arguments: [String])

  /// Each code with its sentence.
  static var phrases: [(code: Code, phrase: Phrase)] { get }
}

/// Names an ``OwnText`` for ever: what has been stored is read by it.
package protocol OwnCode: RawRepresentable<String>, CaseIterable, Sendable {
  /// Its sentence.
  var phrase: Phrase { get }
}

/// A code and its arguments in one text.
struct StoredText {
  /// Nobody else's words begin with it.
  static let mark = "sendboard:"
  /// Stands before each argument: the unit separator of ASCII, which no text has.
  private static let separator: Character = "\u{1F}"

  let code: String
  let arguments: [String]

  init(code: String, arguments: [String]) {
    self.code = code
    self.arguments = arguments
  }

  /// Reads a text; `nil` for somebody else's words.
  ///
  /// - Parameter places: after so many, what is left is the last argument's.
  init?(_ text: String, places: Int) {
    guard let code = Self.code(of: text) else { return nil }
    self.code = code
    arguments = text.split(separator: Self.separator, maxSplits: max(1, places), omittingEmptySubsequences: false)
      .dropFirst().map(String.init)
  }

  /// The code alone.
  static func code(of text: String) -> String? {
    guard text.hasPrefix(mark) else { return nil }
    return String(text.dropFirst(mark.count).prefix { $0 != separator })
  }

  var text: String { Self.mark + code + arguments.map { "\(Self.separator)\($0)" }.joined() }
}

extension OwnText {
  /// What is stored. The last argument may be a text of ours too.
  package var stored: String {
    var (code, arguments) = parts
    if let last = arguments.popLast() { arguments.append(Self(stored: last)?.stored ?? last) }
    return StoredText(code: code.rawValue, arguments: arguments).text
  }

  /// What JSON and the command line say.
  package var sentence: String {
    let (code, arguments) = parts
    return code.phrase.filled(arguments)
  }

  /// Reads what is stored, by this version or one before; `nil` for somebody else's words.
  package init?(stored: String) {
    guard let name = StoredText.code(of: stored) else {
      for (code, phrase) in Self.phrases {
        if let arguments = phrase.arguments(of: stored), let found = Self(code, arguments) {
          self = found
          return
        }
      }
      return nil
    }
    guard let (code, phrase) = Self.phrases.first(where: { $0.code.rawValue == name }) else { return nil }
    guard var arguments = StoredText(stored, places: phrase.places)?.arguments else { return nil }
    if let last = arguments.popLast() { arguments.append(Self(stored: last)?.sentence ?? last) }
    self.init(code, arguments)
  }

  /// The sentence of what is stored; somebody else's words as they are.
  package static func sentence(of stored: String) -> String {
    stored.hasPrefix(StoredText.mark) ? Self(stored: stored)?.sentence ?? stored : stored
  }

  /// What to store of a sentence; somebody else's words as they are, and what would not come back the same.
  package static func stored(of sentence: String) -> String {
    guard let own = Self(stored: sentence), own.sentence == sentence else { return sentence }
    return own.stored
  }
}

/// A sentence with places for arguments: `no answer for {} s`.
package struct Phrase: ExpressibleByStringLiteral, Sendable {
  private let pieces: [String]

  /// Makes a phrase; each `{}` is a place.
  package init(stringLiteral text: String) {
    var pieces: [String] = []
    var rest = text[...]
    while let place = rest.firstRange(of: "{}") {
      pieces.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    self.pieces = pieces + [String(rest)]
  }

  /// How many arguments it has.
  var places: Int { pieces.count - 1 }

  /// Puts arguments into their places.
  func filled(_ arguments: [String]) -> String {
    zip(pieces, arguments + [""]).map { $0 + $1 }.joined()
  }

  /// Reads the arguments out of a sentence; `nil` when it is another one.
  func arguments(of sentence: String) -> [String]? {
    guard let last = pieces.last, places > 0 else { return sentence == pieces.first ? [] : nil }
    // One byte tells most of them apart: this is asked of every reason on a screen, for every phrase there is.
    if let first = pieces[0].utf8.first, first != sentence.utf8.first { return nil }
    guard sentence.hasPrefix(pieces[0]), sentence.hasSuffix(last) else { return nil }
    var rest = sentence.dropFirst(pieces[0].count)
    guard rest.count >= last.count else { return nil }
    rest = rest.dropLast(last.count)
    var found: [String] = []
    for piece in pieces.dropFirst().dropLast() {
      guard let start = rest.place(of: piece) else { return nil }
      found.append(String(rest[..<start]))
      rest = rest[rest.utf8.index(start, offsetBy: piece.utf8.count)...]
    }
    return found + [String(rest)]
  }
}

extension Substring {
  /// Where a text begins in it, by bytes: asked of every reason on a screen, most of which are somebody else's.
  fileprivate func place(of text: String) -> Index? {
    utf8.indices.first { utf8[$0...].starts(with: text.utf8) }
  }
}
