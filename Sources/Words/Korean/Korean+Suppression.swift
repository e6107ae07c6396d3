import Model

extension Korean {
  func suppressions(_ text: SuppressionText) -> String {
    switch text {
    case .none: "목록에 아무도 없습니다"
    case .noneContains: "없음; Esc로 모두 보기"
    case .containing(let part): "“\(part)” 포함"
    case .latest(let number): "최근 \(items(number))"
    case .columnAddress: "주소"
    case .columnCause: "사유"
    case .columnSince: "등록 시각"
    case .columnUntil: "해제 시각"
    case .columnBy: "등록자"
    case .columnNote: "메모"
    case .about(let add): "진행 중인 캠페인도 포함해 이들에게는 발송하지 않습니다. 주소 추가: \(add)"
    case .addPrompt: "발송하지 않을 주소: "
    case .everybody: "여기 보이는 모든 사람, 한 번씩:"
    case .everybodyOf(let campaign): "\(campaign) 수신자 모두, 한 번씩:"
    case .listedAlready(let number): "이미 목록에 있는 주소: \(pieces(number))"
    case .add(let number): "주소 \(pieces(number))에 더 이상 발송하지 않기"
    case .addMeans(let list): "목록(\(list))에서 뺄 때까지 진행 중인 캠페인도 포함해 발송하지 않습니다."
    case .addVerb: "발송 금지 목록에 추가"
    case .remove(let number): "목록에서 주소 \(pieces(number)) 빼기"
    case .unwilling(let number): "신고했거나 수신을 거부한 주소: \(pieces(number))"
    case .removeMeans: "다시 발송할 수 있게 됩니다. 그동안 보내지 않은 것을 다시 보내지는 않습니다."
    case .removeVerb: "목록에서 빼기"
    case .lookingUp(let waited): "SES에 조회 중… \(waited >= .seconds(1) ? span(waited) : "")"
    case .accountPrompt: "SES 계정 목록에서 찾을 주소: "
    case .accountOn(let address): "\(address): SES 목록에 있음"
    case .accountOff(let address): "\(address): SES 목록에 없음"
    case .accountWhy(let reason, let since): "사유 \(reason), \(since)부터"
    case .accountRegion(let region): "\(region)의 이 계정 전체에 적용됩니다."
    case .accountPut(.bounce): "반송으로 넣기"
    case .accountPut(.complaint): "스팸 신고로 넣기"
    case .accountTake: "목록에서 빼기"
    case .accountLeave: "그대로 두기"
    case .accountPutTitle(let address): "\(Particle.object.after(address)) SES 목록에 넣을까요?"
    case .accountPutMeans: "이 계정의 어떤 프로그램도 이 주소로 발송할 수 없게 됩니다."
    case .accountPutVerb: "넣기"
    case .accountTakeTitle(let address): "\(Particle.object.after(address)) SES 목록에서 뺄까요?"
    case .accountTakeMeans: "이 계정의 모든 프로그램이 다시 발송할 수 있습니다. 다시 반송되면 평판에 남습니다."
    case .accountTakeVerb: "빼기"
    case .sample(let first, let more): first.joined(separator: ", ") + (more > 0 ? " 외 \(pieces(more))" : "")
    }
  }
}
