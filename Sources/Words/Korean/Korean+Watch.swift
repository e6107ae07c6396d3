import Model

extension Korean {
  func batch(_ standing: BatchStanding) -> String {
    switch standing {
    case .pending: "준비"
    case .queued: "큐"
    case .sending: "발송 중"
    case .done: "완료"
    case .dead: "DLQ"
    }
  }

  func singleBatches(_ text: SingleBatchesText) -> String {
    switch text {
    case .titleOf: "개별 배치 · "
    case .none: "배치 없음"
    case .noneButFiltered: "없음; Esc로 필터 해제"
    case .noSuchState: "그런 상태가 없습니다: 준비, 큐, 발송 중, 완료, DLQ; 또는 배치 번호"
    case .lastError: "오류    "
    case .receivesUnknown: "수신 –: 알 수 없음. 수신 횟수는 큐가 세며, 워커가 실패할 때와 끝날 때 기록합니다."
    case .columnNumber: "배치"
    case .columnState: "상태"
    case .columnRecipients: "수신자"
    case .columnReceives: "수신"
    case .columnSince: "시각"
    case .columnAge: "경과"
    case .columnError: "최근 오류"
    }
  }

  func course(_ text: CourseText) -> String {
    switch text {
    case .title(.hour): "최근 1시간 추이"
    case .title(.day): "최근 하루 추이"
    case .step(.hour): "1분 단위"
    case .step(.day): "15분 단위"
    case .series(.sent): "발송/초"
    case .series(.delivered): "배달/초"
    case .series(.failed): "실패/초"
    case .series(.sendQueue): "발송 큐, 배치"
    case .series(.eventQueue): "이벤트 큐, 이벤트"
    case .latest(let value, let greatest): "최근 \(value ?? "–") · 최고 \(greatest)"
    case .gap: "빈칸: 기록 없음"
    case .nothing: "기록이 없습니다"
    }
  }
}
