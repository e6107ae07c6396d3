extension Korean {
  func letters(_ text: LettersText) -> String {
    switch text {
    case .recovered(let number, let areShown): "해결됨 \(items(number))\(areShown ? " 표시" : ": v")"
    case .isRecovered: "해결됨: 배치가 다시 진행 중이거나 완료되었습니다"
    case .fate: "상태    "
    case .title(let id): "DLQ \(id)"
    case .gone: "더는 DLQ에 없습니다."
    case .facts(let sent, let age, let receives): "큐에 넣은 시각 \(sent), \(span(age)) 전 · 수신 \(count(receives))회"
    case .toBeSent(let number): "아직 접수되지 않은 수신자 \(people(number)): 재처리는 이들에게만 발송합니다"
    case .body: "본문"
    case .bodyNotSeen: "지금은 큐에서 볼 수 없습니다: 다른 곳에서 보고 있을 수 있습니다"
    case .recipients(let number): "수신자: \(people(number))"
    case .ratePrompt: "초당 건수(예: 2, 0.5, 30/m): "
    case .rateNeeded: "속도를 입력하세요. 예: 2, 0.5, 30/m, 2 x 10(5초마다 열 건)"
    case .atARate(let rate, let portion, let time):
      "초당 최대 \(rate)건, \(portion > 1 ? "\(items(portion))씩" : "한 건씩"): 적어도 \(span(time)) 걸립니다. "
        + "w로 보면서 멈추거나 중단할 수 있습니다."
    }
  }
}
