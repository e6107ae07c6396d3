import Model
import Words

/// What is done to messages and letters: to those that are marked, or to the row under the cursor, and to nothing else.
extension State {
  /// The messages that an action is about where the operator is: the marked, else the row; `nil` when there are none.
  var scope: Scope? { focus.behavior.scope(self) }

  static func scope(of chosen: [MessageSummary]) -> Scope? {
    guard let first = chosen.first else { return nil }
    let isOfOne = chosen.allSatisfy { $0.campaign == first.campaign }
    return Scope(campaign: isOfOne ? first.campaign : nil, messages: chosen.map(\.id))
  }

  /// Asks for a count, and waits for it.
  mutating func count(_ count: Count, from question: Pick? = nil) -> [Effect] {
    modal = .counting(count, since: now, from: question)
    return [.count(count)]
  }

  /// Asks for the exact count first: the question comes with the answer.
  mutating func countResendable() -> [Effect] {
    guard let scope else {
      say(.chooseWhatToResend(resend: key(.resend)))
      return []
    }
    guard quittingSince == nil else { return refuseWhileQuitting() }
    return count(.resendable(scope))
  }

  /// Asks whether to resend, now that the count is known.
  mutating func confirmResend(_ scope: Scope, _ count: ScopeCount) {
    if !scope.includesPolicy, count.refusedForPolicy > 0, quittingSince == nil {
      modal = .pick(choiceOfPolicy(scope, count))
      return
    }
    if scope.despiteList == nil, scope.messages.count == 1, count.onOwnList == 1, quittingSince == nil {
      modal = .pick(choiceOfList(scope, count))
      return
    }
    guard count.taken > 0 else {
      notices.note(.warning, .nothingToResend(label(of: scope.campaign), count.skipped), at: now)
      return
    }
    ask(confirmation(of: scope, count))
  }

  private func confirmation(of scope: Scope, _ count: ScopeCount) -> Confirmation {
    let sample = [words.sample(count)].filter { !$0.isEmpty }
    let warning =
      (scope.includesPolicy ? [words.question(.policyMended), words.question(.policyNever)] : [])
      + (scope.despiteList == nil ? [] : [words.question(.despiteListMeans(list: key(.suppressions)))])
    return Confirmation(
      title: resendTitle(scope),
      lines: [words.question(.resendOnce(count.taken, scope: scope.messages.isEmpty ? words.scope(scope) : nil))]
        + warning + sample + count.skipped.map(words.skipped)
        + (count.skipped.isEmpty ? [] : [words.question(.leftAloneKey)]),
      verb: words.question(.resendVerb), count: count.taken, order: .command(.resend(scope, count: count.taken)),
      isTyped: scope.includesPolicy || scope.despiteList != nil)
  }

  /// One person whom the own suppression list keeps from their mail gets it only where the operator says so.
  private func choiceOfList(_ scope: Scope, _ count: ScopeCount) -> Pick {
    var despiteList = scope
    despiteList.despiteList = scope.messages.first
    return Pick(
      title: resendTitle(scope), lines: [words.question(.isOnList)],
      options: [
        .init(key: "s", label: words.question(.resendDespiteList), picked: .resend(despiteList)),
        .init(key: "w", label: words.question(.whyLeftAlone), picked: .leftAlone(scope)),
      ], leave: words.question(.leaveResend))
  }

  private func resendTitle(_ scope: Scope) -> String {
    words.question(.resendIn(name(of: scope.campaign).shortened(to: Self.dialogNameWidth)))
  }

  /// What was refused for a policy of the receiving server goes along only where the operator says so.
  private func choiceOfPolicy(_ scope: Scope, _ count: ScopeCount) -> Pick {
    var withPolicy = scope
    withPolicy.includesPolicy = true
    let others = Pick.Option(
      key: "r", label: words.question(.resendWithoutPolicy(count.taken)), picked: .ask(confirmation(of: scope, count)))
    return Pick(
      title: resendTitle(scope), lines: [words.question(.policyRefused(count.refusedForPolicy))],
      options: (count.taken > 0 ? [others] : []) + [
        .init(key: "p", label: words.question(.resendWithPolicy), picked: .resend(withPolicy)),
        .init(key: "w", label: words.question(.whyLeftAlone), picked: .leftAlone(scope)),
      ], leave: words.question(.leaveResend))
  }

  /// Asks for all uncertain messages of what is shown first: the question comes with the answer.
  mutating func countSettleable() -> [Effect] {
    guard let scope else { return [] }
    guard quittingSince == nil else { return refuseWhileQuitting() }
    return count(.settleable(scope))
  }

  /// Shows what nobody knows the fate of: of the campaign the operator is at, or of all when it has none.
  mutating func showUncertain() {
    let campaign = targetCampaign.flatMap { $0.count(.uncertain) > 0 ? $0.id : nil }
    drill(to: .messages)
    let scope = MessageList.Scope(campaign: campaign, status: .uncertain)
    trail[trail.count - 1].led = scope
    panes.messages.show(scope)
  }

  /// Asks what became of uncertain messages, now that it is known which they are.
  mutating func confirmSettle(_ found: SettleCount) {
    let sample = { [words] (ids: [MessageID]) in words.sample(ScopeCount(taken: ids.count, sample: found.sample)) }
    if found.messages.isEmpty, !found.assumed.isEmpty {
      return ask(takeBack(found.assumed, sample: sample(found.assumed)))
    }
    guard !found.messages.isEmpty else { return say(.nothingToSettle(settle: key(.settleUncertain), status: nil)) }
    chooseVerdict(on: found.messages, sample: sample(found.messages), leaving: 0, assumed: found.assumed)
  }

  /// Asks what became of uncertain messages, or whether such a word is to be taken back.
  mutating func askVerdict(_ candidates: [MessageSummary]) {
    let uncertain = candidates.filter { $0.status == .uncertain }
    let assumed = candidates.filter(\.isAssumed)
    if !uncertain.isEmpty {
      chooseVerdict(
        on: uncertain.map(\.id), sample: sample(uncertain), leaving: candidates.count - uncertain.count)
    } else if !assumed.isEmpty {
      ask(takeBack(assumed.map(\.id), sample: sample(assumed)))
    } else {
      say(
        .nothingToSettle(
          settle: key(.settleUncertain),
          status: candidates.count == 1 ? candidates.first.map { words.status($0.status) } : nil))
    }
  }

  private func takeBack(_ ids: [MessageID], sample: String) -> Confirmation {
    Confirmation(
      title: words.question(.takeBack(ids.count)), lines: [sample, words.question(.takeBackMeans)],
      verb: words.question(.takeBackVerb), count: ids.count, order: .command(.settle(ids, .undo)))
  }

  private mutating func chooseVerdict(
    on ids: [MessageID], sample: String, leaving others: Int, assumed: [MessageID] = []
  ) {
    let left = others > 0 ? [words.question(.othersNotUncertain(others))] : []
    let again = Confirmation(
      title: words.question(.sendAgain(ids.count)),
      lines: [sample, words.question(.sendAgainMeans)] + left,
      verb: words.question(.sendAgainVerb), count: ids.count, order: .command(.settle(ids, .resend)))
    let sent = Confirmation(
      title: words.question(.takeForSent(ids.count)),
      lines: [sample, words.question(.takeForSentMeans(settle: key(.settleUncertain)))] + left,
      verb: words.question(.takeForSentVerb), count: ids.count, order: .command(.settle(ids, .assumeSent)))
    modal = .choose(
      Choice(
        title: words.question(.settle(ids.count)),
        lines: [
          sample, words.question(.settleMeans), words.question(.settleByItself),
        ] + left,
        options: [
          .init(key: "t", label: words.question(.settleSent), confirmation: sent),
          .init(key: "o", label: words.question(.settleNotSent), confirmation: again),
        ]
          + (assumed.isEmpty
            ? []
            : [
              .init(
                key: "b", label: words.question(.takeBack(assumed.count)), confirmation: takeBack(assumed, sample: ""))
            ]),
        leave: words.question(.decideLater)))
  }

  private func sample(_ messages: [MessageSummary]) -> String {
    words.sample(ScopeCount(taken: messages.count, sample: messages.prefix(ScopeCount.sampleSize).map(\.address)))
  }
}
