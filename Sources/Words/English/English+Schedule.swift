extension English {
  func schedule(_ text: ScheduleText) -> String {
    switch text {
    case .missed: "missed"
    case .begins(let moment, let span, let now, let time):
      "begins \(moment), in \(self.span(span)) · \(now) begins it now, \(time) sets another time"
    case .wasDue(let moment, let now, let time, let cancel):
      "was due \(moment), and nothing ran: \(now) begins it now, \(time) sets another time, \(cancel) cancels it"
    case .someMissed(let names):
      "due while nothing ran, and not begun: \(names.joined(separator: ", "))"
    case .prompt: "begin at (2026-12-01 09:30, or 09:30): "
    case .timeNeeded: "a time is needed, such as 09:30"
    case .notScheduled: "only a scheduled campaign has a time to change"
    case .beginNow(let campaign): "Begin \(campaign) now"
    case .insteadOf(let moment): "It was to begin \(moment)."
    case .verb: "begin"
    case .start: "Begin at"
    case .startHint: "at once; or 2026-12-01 09:30, or 09:30"
    case .starts(let moment): "Begins   \(moment)"
    }
  }
}
