import Canvas
import Model
import Words

/// Writing what a pane shows to a file.
extension State {
  /// Asks for the file's name; what is marked, else the row, is what goes into it.
  mutating func askForExport() {
    guard let offer = focus.behavior.export(self) else {
      notices.say(words.work(.noExport))
      return
    }
    guard quittingSince == nil else {
      _ = refuseWhileQuitting()
      return
    }
    modal = .prompt(Prompt(.export(offer), text: "\(offer.name)-\(wallTime.stamp(now)).\(offer.ending)"))
  }

  /// Takes the name that was typed.
  mutating func answer(_ prompt: Prompt) -> [Effect] {
    if case .startTime(let campaign) = prompt.purpose {
      return answerStartTime(prompt.editor.text.withoutBlanksAround, campaign)
    }
    if case .suppress = prompt.purpose { return answerSuppress(prompt.editor.text.withoutBlanksAround) }
    if case .accountAddress = prompt.purpose {
      return answerAccountAddress(prompt.editor.text.withoutBlanksAround)
    }
    if case .redriveRate = prompt.purpose { answerRate(prompt.editor.text.withoutBlanksAround) }
    guard case .export(let offer) = prompt.purpose else { return [] }
    let file = prompt.editor.text.withoutBlanksAround
    guard !file.isEmpty else {
      notices.say(words.work(.fileNeeded))
      return []
    }
    modal = nil
    return run(.command(.export(ExportOrder(offer.what, to: file, total: offer.total))))
  }

  /// Asks whether a file that is there may be replaced, when that is why nothing was written.
  mutating func askToReplace(_ order: ExportOrder) {
    var order = order
    order.replaces = true
    ask(
      Confirmation(
        title: words.work(.replace(order.file)), lines: [words.work(.replaceMeans)],
        verb: words.work(.replaceVerb), count: 1, order: .command(.export(order))))
  }

  /// A name for a file of messages: the campaign's, and what narrows them.
  func fileName(_ campaign: CampaignID?, _ parts: [String?], _ what: String = "messages") -> String {
    let name = campaign.map { self.campaign($0)?.name ?? "campaign \($0)" } ?? what
    return ([name] + parts.compactMap(\.self)).map(\.inFileName).filter { !$0.isEmpty }.joined(separator: "-")
  }
}

extension String {
  /// The text as a part of a file's name that no shell has to be asked twice about.
  fileprivate var inFileName: String {
    let plain = map { $0.isLetter || $0.isNumber || "._@+".contains($0) ? $0 : "-" }
    let words = String(plain).split(separator: "-").joined(separator: "-")
    return String(words.drop { $0 == "." }.prefix(40))
  }
}

extension PaneBehavior {
  /// Messages, of the same scope as everything else that is done to them here.
  static func export(_ state: State) -> ExportOffer? {
    scope(state).map { state.offer($0) }
  }
}

extension State {
  /// Offers to write messages.
  ///
  /// - Parameter count: how many pass the conditions, where a counter tells.
  func offer(_ scope: Scope, count: Int? = nil) -> ExportOffer {
    let count = scope.messages.isEmpty ? count : scope.messages.count
    let conditions = scope.statuses.map(\.name) + [scope.classification?.line, scope.addressPrefix].compactMap(\.self)
    return ExportOffer(
      what: .messages(scope), named: .messages(count), total: count,
      name: fileName(scope.campaign, scope.messages.isEmpty ? conditions : []))
  }
}
