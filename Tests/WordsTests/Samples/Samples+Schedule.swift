import Words

extension ScheduleText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.missed]
    case .missed: [.begins("1", .seconds(61), now: "r", time: "t")]
    case .begins: [.wasDue("1", now: "r", time: "t", cancel: "x")]
    case .wasDue: [.someMissed(["x", "y"])]
    case .someMissed: [.prompt]
    case .prompt: [.timeNeeded]
    case .timeNeeded: [.notScheduled]
    case .notScheduled: [.beginNow("x")]
    case .beginNow: [.insteadOf("1")]
    case .insteadOf: [.verb]
    case .verb: [.start]
    case .start: [.startHint]
    case .startHint: [.starts("1")]
    case .starts: []
    }
  }
}
