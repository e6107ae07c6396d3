/// A broker's HTTP API, as a file describes it: data in a small closed language, without expressions and without scripts.
///
/// What keeps anybody from being texted twice is not in it and cannot be set: see ``GatewayProvider``.
package struct Gateway: Equatable, Sendable {
  /// By what it is chosen: the file's name.
  package var name: String
  /// What it is called.
  package var title: String
  /// The documents it was written from, with their dates, and what nobody has tried.
  package var source: String
  /// What the operator fills in.
  package var settings: [SettingName]
  /// What is kept outside the configuration.
  package var secrets: [String]
  /// What a text may be.
  package var text: TextLimits
  /// How numbers are written.
  package var number: NumberForm
  /// How times are written in what is sent.
  package var clock: GatewayClock
  /// The call that hands texts over.
  package var send: SendRule
  /// What its answer says.
  package var answer: AnswerRule
  /// How it tells what became of a text; `nil` for a broker that does not.
  package var reports: ReportRule?

  /// Something the operator fills in.
  package struct SettingName: Equatable, Sendable {
    /// Its name.
    package var name: String
    /// Whether it may be left out.
    package var isOptional: Bool
  }
}

/// How a broker wants numbers.
package enum NumberForm: String, CaseIterable, Sendable {
  /// With the plus: `+821012345678`.
  case e164
  /// Without it: `821012345678`.
  case digits
  /// As they are dialled in Korea: `01012345678`. Numbers of other countries are refused, each for itself.
  case national
}

/// What a text may be, and as what it goes out.
package struct TextLimits: Equatable, Sendable {
  /// What its characters are written in.
  package enum Charset: String, CaseIterable, Sendable {
    /// KS X 1001 and nothing else, counted in bytes of EUC-KR.
    case eucKR = "euc-kr"
    /// Any, counted in characters.
    case any
  }

  /// A kind of message. The first that a text fits into is taken.
  package struct Kind: Equatable, Sendable {
    /// The broker's word for it.
    package var name: String
    /// How long a text may be, in bytes or characters.
    package var most: Int
  }

  /// What its characters are written in.
  package var charset: Charset
  /// The kinds, the shortest first.
  package var kinds: [Kind]
}
