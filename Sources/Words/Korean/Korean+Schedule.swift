extension Korean {
  func schedule(_ text: ScheduleText) -> String {
    switch text {
    case .missed: "미시작"
    case .begins(let moment, let span, let now, let time):
      "\(moment) 시작 예정, \(self.span(span)) 남음 · \(now) 지금 시작, \(time) 시각 변경"
    case .wasDue(let moment, let now, let time, let cancel):
      "\(moment) 예정이었으나 실행 중인 프로세스가 없었음: \(now) 지금 시작, \(time) 시각 변경, \(cancel) 취소"
    case .someMissed(let names): "예약 시각에 실행 중인 프로세스가 없어 시작하지 못함: \(names.joined(separator: ", "))"
    case .prompt: "시작 시각 (2026-12-01 09:30 또는 09:30): "
    case .timeNeeded: "시각을 입력하세요. 예: 09:30"
    case .notScheduled: "예약된 캠페인만 시각을 바꿀 수 있습니다"
    case .beginNow(let campaign): "\(campaign) 지금 시작"
    case .insteadOf(let moment): "예약 시각: \(moment)"
    case .verb: "시작"
    case .start: "시작 시각"
    case .startHint: "바로; 또는 2026-12-01 09:30, 09:30"
    case .starts(let moment): "시작     \(moment)"
    }
  }
}
