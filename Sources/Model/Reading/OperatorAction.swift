/// What the operators' record tells of: the raw value is stored, and what JSON says.
package enum OperatorAction: String, CaseIterable, Sendable {
  case send, pause, resume, cancel, resend, settle, redrive, discard, restore, drop, export, retry, edit, suppress,
    unsuppress, begin, schedule, test
}
