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
    case .addNeeded: "an address is needed, or a phone number such as +821012345678"
    case .markRows: "mark the rows whose addresses are meant: a whole filter is put on no list"
    case .add(let number): "Send nothing more to \(count(number, "person", plural: "people"))?"
    case .addMeans(let list):
      "Nothing is sent to them, also of campaigns under way, until they are taken off the list (\(list))."
    case .addVerb: "put them on the suppression list"
    case .remove(let number): "Take \(count(number, "person", plural: "people")) off the list?"
    case .removeMeans: "They can be sent to again. What was not sent to them meanwhile is not made up for."
    case .removeVerb: "take them off"
    case .sample(let first, let more): first.joined(separator: ", ") + (more > 0 ? " and \(count(more)) more" : "")
    }
  }
}
