/// What a text message goes out as.
package enum TextForm: Hashable, Sendable {
  /// In so many parts of seven bits a character.
  case gsm(parts: Int)
  /// In so many parts of sixteen bits a character.
  case unicode(parts: Int)
  /// As a short message of a Korean carrier, and as a long one.
  case koreanShort, koreanLong

  /// What is charged for: parts, or one message.
  package var parts: Int {
    switch self {
    case .gsm(let parts), .unicode(let parts): parts
    case .koreanShort, .koreanLong: 1
    }
  }

  /// Its name for programs: `gsm`, `unicode`, `sms`, `lms`.
  package var name: String {
    switch self {
    case .gsm: "gsm"
    case .unicode: "unicode"
    case .koreanShort: "sms"
    case .koreanLong: "lms"
    }
  }

  /// The cheapest first.
  package var rank: Int {
    switch self {
    case .gsm(let parts): parts * 2
    case .unicode(let parts): parts * 2 + 1
    case .koreanShort: 0
    case .koreanLong: 1
    }
  }
}

/// How long a text message is, in what counts where it goes.
package struct TextMeasure: Equatable, Sendable {
  /// What it goes out as; `nil` when it cannot go out: see ``TextFault``.
  package var form: TextForm?
  /// How many units it has: septets, units of UTF-16, or bytes of EUC-KR.
  package var units: Int
  /// How many the form may have, with as many parts; all that may be sent at all when there is no form.
  package var limit: Int
  /// Why it cannot go out.
  package var fault: TextFault?
  /// The first character that makes it sixteen bits a character, which costs more; `nil` when there is none, or it makes no
  /// difference to the cost.
  package var foreign: PlacedCharacter?

  /// Makes a value from its parts.
  package init(form: TextForm?, units: Int, limit: Int, fault: TextFault? = nil, foreign: PlacedCharacter? = nil) {
    (self.form, self.units, self.limit, self.fault, self.foreign) = (form, units, limit, fault, foreign)
  }
}

/// Why a text message cannot go out.
package enum TextFault: Hashable, Sendable {
  /// It has so many units, and so many may be sent.
  case tooLong(Int, most: Int)
  /// Characters that the carriers have not; the first of them.
  case unfit([PlacedCharacter])
  /// There is nothing in it.
  case blank
  /// The provider takes numbers of its own country alone, and this is another's.
  case notServed
}

/// What the texts of a campaign come to, each rendered for its recipient.
package struct TextReport: Equatable, Sendable {
  /// A text that cannot go out, by the line of its recipient.
  package struct Line: Equatable, Sendable {
    /// The line of the file, or the row.
    package var line: Int
    /// Why.
    package var fault: TextFault

    /// Makes a value.
    package init(line: Int, fault: TextFault) { (self.line, self.fault) = (line, fault) }
  }

  /// How many go out as what.
  package private(set) var forms: [TextForm: Int] = [:]
  /// How many cannot go out.
  package private(set) var faulty = 0
  /// The first of those; ``most`` at most.
  package private(set) var lines: [Line] = []
  /// The longest, and whose it is, by the number in the audience.
  package private(set) var longest: (number: Int, measure: TextMeasure)?

  /// So many that cannot go out are listed.
  package static let most = 100

  /// A report of no text.
  package init() {}

  /// What is charged for all of them: parts, or messages.
  package var parts: Int { forms.reduce(0) { $0 + $1.key.parts * $1.value } }

  /// Counts a text.
  package mutating func add(_ measure: TextMeasure, number: Int, line: Int) {
    if let fault = measure.fault {
      faulty += 1
      if lines.count < Self.most { lines.append(Line(line: line, fault: fault)) }
    }
    if let form = measure.form { forms[form, default: 0] += 1 }
    // What is charged more is longer, whatever its units.
    if measure.length > longest?.measure.length ?? (-1, -1) { longest = (number, measure) }
  }

  package static func == (one: Self, other: Self) -> Bool {
    one.forms == other.forms && one.faulty == other.faulty && one.lines == other.lines
      && one.longest?.number == other.longest?.number && one.longest?.measure == other.longest?.measure
  }
}

extension TextMeasure {
  fileprivate var length: (Int, Int) { (form?.rank ?? .max, units) }
}
