import Model

/// What is done to messages and letters: to those that are marked, or to the row under the cursor, and to nothing else.
extension State {
  /// The messages that an action is about where the operator is: the marked, else the row; `nil` when there are none.
  var scope: Scope? { focus.behavior.scope(self) }

  static func scope(of chosen: [MessageSummary]) -> Scope? {
    guard let first = chosen.first else { return nil }
    let isOfOne = chosen.allSatisfy { $0.campaign == first.campaign }
    return Scope(campaign: isOfOne ? first.campaign : nil, messages: chosen.map(\.id))
  }

  /// Asks for the exact count first: the question comes with the answer.
  mutating func countResendable() -> [Effect] {
    guard let scope else {
      notices.say("R resends what failed: choose it in 1 Campaigns, 2 Messages, 3 Failures or 5 Find")
      return []
    }
    guard quittingSince == nil else { return refuseWhileQuitting() }
    modal = .counting(scope, since: now)
    return [.count(.resendable(scope))]
  }

  /// Asks whether to resend, now that the count is known.
  mutating func confirmResend(_ scope: Scope, _ count: ScopeCount) {
    let skipped = count.skipped.map { "\(Figures.count($0.count)) left alone: \($0.why)" }
    guard count.taken > 0 else {
      notices.note(
        .warning, (["nothing to resend in \(shortName(of: scope.campaign))"] + skipped).joined(separator: " · "),
        at: now)
      return
    }
    let what = Figures.count(count.taken, "message")
    let words = scope.messages.isEmpty ? " (\(scope.words))" : ""
    let sample = count.sampleWords.isEmpty ? [] : [count.sampleWords]
    ask(
      Confirmation(
        title: "Resend in \(name(of: scope.campaign).shortened(to: Self.dialogNameWidth))",
        lines: ["\(what)\(words) will be sent once more."] + sample + skipped,
        verb: "resend", count: count.taken, order: .command(.resend(scope, count: count.taken))))
  }

  /// Asks what became of uncertain messages, or whether such a word is to be taken back.
  mutating func settle(_ candidates: [MessageSummary]) {
    let uncertain = candidates.filter { $0.status == .uncertain }
    let assumed = candidates.filter(\.isAssumed)
    if !uncertain.isEmpty {
      chooseVerdict(on: uncertain, leaving: candidates.count - uncertain.count)
    } else if !assumed.isEmpty {
      let what = Figures.count(assumed.count, "message")
      ask(
        Confirmation(
          title: "Take the word back on \(what)",
          lines: [
            Self.sampleWords(assumed), "Uncertain again, as before it was taken for sent. Nothing is sent by this.",
          ],
          verb: "take it back", count: assumed.count, order: .command(.settle(assumed.map(\.id), .undo))))
    } else {
      let what = candidates.count == 1 ? candidates.first.map { "this one is \($0.status.name)" } : nil
      notices.say("u settles uncertain messages; \(what ?? "none is chosen")")
    }
  }

  private mutating func chooseVerdict(on messages: [MessageSummary], leaving others: Int) {
    let ids = messages.map(\.id)
    let what = Figures.count(ids.count, "uncertain message")
    let sample = Self.sampleWords(messages)
    let left = others > 0 ? ["\(Figures.count(others)) left alone: not uncertain"] : []
    let again = Confirmation(
      title: "Send \(what) again",
      lines: [sample, "Who did get the first copy gets a second one."] + left,
      verb: "send again", count: ids.count, order: .command(.settle(ids, .resend)))
    let sent = Confirmation(
      title: "Take \(what) for sent",
      lines: [sample, "Who did not get it will not get it, unless you take the word back with u."] + left,
      verb: "take for sent", count: ids.count, order: .command(.settle(ids, .assumeSent)))
    modal = .choose(
      Choice(
        title: "Settle \(what)",
        lines: [
          sample, "The call broke off: nobody knows whether the provider took it.",
          "A late event settles it by itself.",
        ] + left,
        options: [
          .init(key: "t", label: "it was sent: nothing more goes out", confirmation: sent),
          .init(key: "o", label: "it was not sent: send it once more", confirmation: again),
        ], leave: "decide later: it stays uncertain"))
  }

  private static func sampleWords(_ messages: [MessageSummary]) -> String {
    ScopeCount(taken: messages.count, sample: messages.prefix(ScopeCount.sampleSize).map(\.address)).sampleWords
  }
}
