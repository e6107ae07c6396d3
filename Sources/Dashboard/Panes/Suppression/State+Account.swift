import Model
import Words

/// The list that the provider keeps for the whole account.
extension State {
  /// Asks whose address is looked up there; that of the row is at hand.
  mutating func askForAccountAddress() {
    modal = .prompt(Prompt(.accountAddress, text: panes.suppressions.current?.address ?? ""))
  }

  /// Looks up an address that was typed; what is none stays to be mended.
  mutating func answerAccountAddress(_ text: String) -> [Effect] {
    let address: String
    do throws(AddressProblem) { address = try EmailAddress(text).description } catch {
      notices.say(words.address(error.code))
      return []
    }
    modal = .lookingUp(address, since: now)
    return [.count(.account(address))]
  }

  /// Says what is known there, and what can be done about it.
  mutating func receive(_ entry: AccountEntry) {
    guard case .lookingUp(entry.address, _) = modal else { return }
    let address = entry.address
    guard let reason = entry.reason else {
      modal = .pick(
        Pick(
          title: words.suppressions(.accountOff(address)), lines: [words.suppressions(.accountRegion(entry.region))],
          options: [
            Pick.Option(
              key: "b", label: words.suppressions(.accountPut(.bounce)), picked: .ask(putOnAccount(address, .bounce))),
            Pick.Option(
              key: "c", label: words.suppressions(.accountPut(.complaint)),
              picked: .ask(putOnAccount(address, .complaint))),
          ], leave: words.suppressions(.accountLeave)))
      return
    }
    let since = entry.since.map { wallTime.full($0) } ?? ""
    modal = .pick(
      Pick(
        title: words.suppressions(.accountOn(address)),
        lines: [
          words.suppressions(.accountWhy(reason.lowercased(), since: since)),
          words.suppressions(.accountRegion(entry.region)),
        ],
        options: [
          Pick.Option(
            key: "d", label: words.suppressions(.accountTake), picked: .ask(takeOffAccount(address)))
        ], leave: words.suppressions(.accountLeave)))
  }

  private func putOnAccount(_ address: String, _ reason: AccountEntry.Reason) -> Confirmation {
    Confirmation(
      title: words.suppressions(.accountPutTitle(address)), lines: [words.suppressions(.accountPutMeans)],
      verb: words.suppressions(.accountPutVerb), count: 1, order: .command(.suppressAtAccount(address, reason)))
  }

  private func takeOffAccount(_ address: String) -> Confirmation {
    Confirmation(
      title: words.suppressions(.accountTakeTitle(address)), lines: [words.suppressions(.accountTakeMeans)],
      verb: words.suppressions(.accountTakeVerb), count: 1, order: .command(.unsuppressAtAccount(address)))
  }
}
