import Model

extension English {
  func suppressions(_ text: SuppressionText) -> String {
    switch text {
    case .none: "nobody is on the list"
    case .noneContains: "none; Esc shows all"
    case .containing(let part): "contains “\(part)”"
    case .latest(let number): "latest \(count(number))"
    case .columnAddress: "Address"
    case .columnCause: "Because of"
    case .columnSince: "Since"
    case .columnUntil: "Until"
    case .columnBy: "By"
    case .columnNote: "Note"
    case .about(let add): "Nothing is sent to these, also of campaigns under way. \(add) puts an address on the list."
    case .addPrompt: "address that nothing is to be sent to: "
    case .everybody: "Everybody who is shown here, each once:"
    case .everybodyOf(let campaign): "Everybody of \(campaign), each once:"
    case .listedAlready(let number): "\(count(number)) of them \(number == 1 ? "is" : "are") on the list already."
    case .add(let number): "Send nothing more to \(count(number, "person", plural: "people"))?"
    case .addMeans(let list):
      "Nothing is sent to them, also of campaigns under way, until they are taken off the list (\(list))."
    case .addVerb: "put them on the suppression list"
    case .remove(let number): "Take \(count(number, "person", plural: "people")) off the list?"
    case .unwilling(let number): "\(count(number)) of them complained or unsubscribed: they do not want any."
    case .removeMeans: "They can be sent to again. What was not sent to them meanwhile is not made up for."
    case .removeVerb: "take them off"
    case .lookingUp(let waited): "asking SES… \(waited >= .seconds(1) ? span(waited) : "")"
    case .accountPrompt: "look up on the list of the SES account: "
    case .accountOn(let address): "\(address) is on SES's list"
    case .accountOff(let address): "\(address) is not on SES's list"
    case .accountWhy(let reason, let since): "because of a \(reason), since \(since)"
    case .accountRegion(let region): "It holds for all programs of the account in \(region)."
    case .accountPut(.bounce): "put it there as a bounce"
    case .accountPut(.complaint): "put it there as a complaint"
    case .accountTake: "take it off"
    case .accountLeave: "leave it as it is"
    case .accountPutTitle(let address): "Put \(address) on SES's list?"
    case .accountPutMeans: "No program of the account can send to it any more."
    case .accountPutVerb: "put it there"
    case .accountTakeTitle(let address): "Take \(address) off SES's list?"
    case .accountTakeMeans:
      "Every program of the account can send to it again; if it bounces again, it counts against you."
    case .accountTakeVerb: "take it off"
    case .sample(let first, let more): first.joined(separator: ", ") + (more > 0 ? " and \(count(more)) more" : "")
    }
  }
}
