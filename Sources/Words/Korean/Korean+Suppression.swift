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
    case .addNeeded: "주소 또는 +821012345678 같은 전화번호를 입력하세요"
    case .markRows: "해당하는 행을 선택하세요: 필터 전체는 목록에 넣지 않습니다"
    case .add(let number): "주소 \(pieces(number))에 더 이상 발송하지 않기"
    case .addMeans(let list): "목록(\(list))에서 뺄 때까지 진행 중인 캠페인도 포함해 발송하지 않습니다."
    case .addVerb: "발송 금지 목록에 추가"
    case .remove(let number): "목록에서 주소 \(pieces(number)) 빼기"
    case .removeMeans: "다시 발송할 수 있게 됩니다. 그동안 보내지 않은 것을 다시 보내지는 않습니다."
    case .removeVerb: "목록에서 빼기"
    case .sample(let first, let more): first.joined(separator: ", ") + (more > 0 ? " 외 \(pieces(more))" : "")
    }
  }
}
