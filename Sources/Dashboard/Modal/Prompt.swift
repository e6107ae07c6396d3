import Canvas
import Model
import Words

/// A line at the bottom that filters as it is typed.
struct Prompt: Equatable, Sendable {
  /// What the typed text is for.
  enum Purpose: Equatable, Sendable {
    /// Anything, in Find.
    case find
    /// The start of an address, in Messages.
    case messages
    /// A part of a campaign's name.
    case campaignName
    /// A part of what was done.
    case history
    /// A file's name, for what is to be written to it.
    case export(ExportOffer)
    /// How fast dead letters are to be put back.
    case redriveRate
    /// When a scheduled campaign begins.
    case startTime(CampaignID)
    /// An address that nothing is to be sent to.
    case suppress
    /// An address that is looked up on the provider's list.
    case accountAddress
    /// A part of such an address.
    case suppressions
    /// A batch's state or number.
    case batches
  }

  var purpose: Purpose
  var editor: LineEditor
  /// What Esc brings back.
  var before: String
  /// Whether the text is one of before that nobody has touched: what is typed then takes its place.
  private(set) var isOld: Bool
  /// Whether what was typed is being looked at: it stays to be mended when it is refused.
  var isSent = false

  init(_ purpose: Purpose, text: String) {
    self.purpose = purpose
    before = text
    editor = LineEditor(text)
    isOld = !text.isEmpty
    if isAnswer { isOld = false }
  }

  mutating func edit(_ key: Key) {
    if isOld {
      switch key {
      case .character, .paste, .backspace, .delete: editor.text = ""
      default: break
      }
    }
    isOld = false
    _ = editor.handle(key)
  }

  func label(_ words: any Words) -> String {
    switch purpose {
    case .find: words.notice(.find)
    case .messages: words.notice(.addressBegins)
    case .campaignName: words.notice(.nameContains)
    case .history, .suppressions: words.notice(.contains)
    case .suppress: words.suppressions(.addPrompt)
    case .accountAddress: words.suppressions(.accountPrompt)
    case .batches: words.notice(.stateOrNumber)
    case .redriveRate: words.letters(.ratePrompt)
    case .startTime: words.schedule(.prompt)
    case .export(let offer): words.work(.exportTo(offer.named))
    }
  }

  /// What Enter does with an answer.
  var hint: Hint {
    switch purpose {
    case .export: .export
    case .redriveRate: .redriveAtARate
    case .startTime: .startTime
    case .suppress: .addAddress
    case .accountAddress: .accountList
    case .find, .messages, .campaignName, .history, .batches, .suppressions: .keepTheFilter
    }
  }

  /// Whether nothing happens before Enter.
  var isAnswer: Bool {
    switch purpose {
    case .export, .redriveRate, .startTime, .suppress, .accountAddress: true
    case .find, .messages, .campaignName, .history, .batches, .suppressions: false
    }
  }
}
