extension Korean {
  func notice(_ notice: NoticeText) -> String {
    switch notice {
    case .doesNothing(let key, let hints, let help):
      "\(key): 여기서 쓰지 않음; \(hints.isEmpty ? "" : "\(hints) · ")\(help) 전체 단축키"
    case .firstPane(let quit): "첫 화면입니다; 종료는 \(quit)"
    case .noBatchHere: "배치가 없습니다"
    case .noMessageHere: "메시지가 없습니다"
    case .noFailureHere: "실패가 없습니다"
    case .noCampaignHere(let new): "캠페인이 없습니다; \(Particle.direction.after(new)) 만드세요"
    case .noCampaignInLetter: "이 저장소의 캠페인이 적혀 있지 않습니다"
    case .oneAttempt: "시도가 한 번뿐입니다"
    case .noOtherMessage: "목록에 다른 메시지가 없습니다"
    case .endOfList(let isLast): "목록의 \(isLast ? "마지막" : "첫") 메시지입니다"
    case .chooseWhatToResend(let resend):
      "\(Particle.topic.after(resend)) 실패한 메시지를 재발송합니다: 1 캠페인, 2 메시지, 3 실패, 5 찾기에서 고르세요"
    case .lettersNotLoaded: "DLQ를 아직 불러오지 못했습니다"
    case .noLetters: "DLQ가 비어 있습니다"
    case .quarantineEmpty: "격리된 문서가 없습니다"
    case .noCampaignInEntry: "캠페인이 없거나 여럿인 작업입니다"
    case .noEventLetters: "이벤트 큐의 DLQ가 비어 있습니다"
    case .nothingToSettle(let settle, let status):
      "\(Particle.topic.after(settle)) 불확실 메시지를 확정합니다; \(status.map { "이 메시지의 상태: \($0)" } ?? "고른 메시지가 없습니다")"
    case .nothingLeftAlone: "제외되는 메시지가 없습니다: 모두 재발송할 수 있습니다"
    case .choices(let keys, let leave): "\(keys.joined(separator: " 또는 ")), 아니면 Esc: \(leave)"
    case .counting: "집계 중입니다; 그만두려면 Esc"
    case .countingRecipients: "집계 중입니다; 입력란으로 돌아가려면 Esc"
    case .leftAsItWas: "바꾸지 않았습니다"
    case .helpKeys: "Esc 도움말 닫기, ↑↓ 스크롤"
    case .promptKeys: "Ctrl-C는 여기서 쓰지 않습니다 · Esc: 이전대로"
    case .formKeys: "Tab과 화살표로 이동, 버튼에서 Enter로 집계, Esc로 나가기"
    case .notLaunchable: "시작할 수 없습니다; Esc로 입력란에 돌아가세요"
    case .draftKept: "캠페인 목록 맨 위에 초안으로 보관했습니다: Enter로 이어서 작성하세요"
    case .paletteKeys: "찾는 것의 일부를 입력하세요; ↑↓ 고르기, Enter 실행, Esc 나가기"
    case .nothingFits: "그런 작업, 화면, 캠페인이 없습니다"
    case .pressHere(let key, let does): "\(key): \(does)"
    case .tooLongToSort(let most, let status, let address):
      "\(Figures.count(most))건까지만 정렬됩니다: 먼저 좁히세요 (\(status), \(address))"
    case .notSorted: "이 목록의 순서는 바꿀 수 없습니다"
    case .themeNotUsed(let problem): "\(problem); 기본 색을 씁니다"
    case .keysDropped(let number): "목록을 제때 읽지 못해 무시한 키: \(pieces(number))"
    case .answerYes(let verb): "y: \(verb) · Esc: 그만두기"
    case .controlCInQuestion: "Ctrl-C는 여기서 쓰지 않습니다 · Esc: 그만두기"
    case .enterNeedsNumber(let number): "\(Particle.object.after(count(number))) 입력해야 Enter가 동작합니다 · Esc: 그만두기"
    case .needsCampaign(let move): "\(verb(move))할 캠페인이 없습니다: 1 캠페인에서 고르세요"
    case .notNow(let move, let state, let hasDead, let campaign):
      "지금 상태(\(state))에서는 \(verb(move))할 수 없습니다\(hasDead ? "; DLQ는 4에서 확인" : ""): \(campaign)"
    case .alreadyFinishing(let flying): "이미 마치는 중입니다: 처리 중 \(items(flying)); 잃는 것은 없습니다"
    case .finishing: "Sendboard를 마치는 중입니다; 새 작업은 다시 실행한 뒤에 하세요"
    case .readOnly: "보기 전용으로 열었습니다: 여기서는 아무것도 바꾸지 않습니다"
    case .underWayAlready(let command): "이미 진행 중입니다: \(command)"
    case .language(let key, let next): "한국어로 표시합니다 · \(key): \(next)"
    case .languageStays: "질문에 먼저 답하세요; 언어는 그 뒤에 바꿀 수 있습니다"
    case .finishingFor(let time, let flying):
      "\(flying > 0 ? "처리 중 \(items(flying)) 마치는 중" : "마치는 중"), \(span(time))… 대기분은 보관되며 두 번 발송되지 않습니다"
    case .running(let command, let time, let more): "\(command), \(span(time))\(others(more))"
    case .nothingToResend(let campaign): "재발송할 메시지 없음: \(campaign)"
    case .leftAlone(let number, let why): "제외 \(items(number)): \(why)"
    case .draftKeptAgain: "입력한 내용을 이제 보관함"
    case .draftNotKept(let problem): "입력한 내용을 아직 보관하지 못함: \(problem)"
    case .draftChangedElsewhere(let name):
      "다른 곳에서 이 초안을 바꾸었습니다\(name.isEmpty ? "" : "(\(name))"): 여기서 입력하면 그것을 덮어씁니다. 보려면 Esc 뒤 다시 여세요"
    case .cannotLookUp(let problem): "조회할 수 없음: \(problem)"
    case .cannotCount(let problem): "재발송 대상을 집계할 수 없음: \(problem)"
    case .cannotRead(let what, let problem): "\(reading(what)) 읽기 실패: \(problem)"
    case .cannotReadSince(let time, let what, let problem, let more):
      "\(time)부터 \(reading(what)) 읽기 실패: \(problem)\(others(more))"
    case .readAgain(let what): "\(reading(what)) 읽기 재개"
    case .outOfOrderSince(let time, let problem, let link, let more):
      "\(time)부터 \(problem) · \(link)\(more > 0 ? " (외 \(items(more)): 6 로그)" : "")"
    case .worksAgain(let link): "\(link): 정상으로 돌아왔습니다"
    case .addressBegins: "주소 앞부분: "
    case .find: "찾기: "
    case .nameContains: "이름에 포함: "
    case .contains: "내용에 포함: "
    case .stateOrNumber: "상태 앞부분 또는 번호: "
    case .aPaste: "붙여넣기"
    case .aKey: "이 입력"
    case .space: "Space"
    }
  }

  private func others(_ more: Int) -> String { more > 0 ? " (외 \(items(more)))" : "" }

  private func reading(_ what: ReadingName) -> String {
    switch what {
    case .figures: "수치"
    case .messages: "메시지"
    case .timeline: "타임라인"
    case .mail: "메일"
    case .failures: "실패"
    case .deadLetters: "DLQ"
    case .quarantine: "격리"
    case .history: "이력"
    case .log: "로그"
    case .batches: "배치"
    case .course: "추이"
    case .suppressions: "발송 금지 목록"
    }
  }

  private func verb(_ move: NoticeText.Move) -> String {
    switch move {
    case .pause: "정지"
    case .resume: "재개"
    case .cancel: "취소"
    }
  }
}
