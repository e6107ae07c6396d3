import Model

extension Korean {
  func quarantine(_ text: QuarantineText) -> String {
    switch text {
    case .none: "격리된 문서가 없습니다: 받은 것을 모두 해석했습니다."
    case .gone: "더는 격리되어 있지 않습니다."
    case .newest(let number): "최신 \(items(number))"
    case .allMarked(let number): "전체 \(items(number)) 선택"
    case .document(let id): "문서 \(id)"
    case .bytes(let number): "\(count(number))바이트"
    case .shown(let bytes, let all):
      "\(count(all))바이트 중 처음 \(count(bytes))바이트입니다. 전체는 sendboard quarantine export로 볼 수 있습니다."
    case .begins: "앞부분  "
    case .columnID: "ID"
    case .columnAt: "받은 시각"
    case .columnSize: "바이트"
    case .columnError: "문제"
    case .columnBegins: "앞부분"
    }
  }

  func history(_ text: HistoryText) -> String {
    switch text {
    case .none: "아직 한 작업이 없습니다."
    case .noneContains: "이 내용이 있는 작업이 없습니다."
    case .containing(let text): "“\(text)”"
    case .latest(let number, let all): "\(items(all)) 중 최신 \(items(number))"
    case .condition: "조건    "
    case .result: "결과    "
    case .columnAt: "시각"
    case .columnOperator: "운영자"
    case .columnAction: "작업"
    case .columnCampaign: "캠페인"
    case .columnCondition: "조건"
    case .columnCount: "건수"
    case .columnResult: "결과"
    }
  }

  func record(_ record: OwnRecord) -> String {
    switch record {
    case .noRecordOfClaims: "발송 시도 기록 없음"
    case .earlierState: "이전 상태"
    case .allLetters: "DLQ 전체"
    case .lettersOf(let campaign): "캠페인 \(campaign)의 DLQ"
    case .oldestLetters(let number): "DLQ의 오래된 \(items(number))"
    case .allThatMayBeResent: "재발송 가능한 전체"
    case .despiteList(let conditions): "발송 금지 목록에 있어도 보냄: \(self.record(conditions))"
    case .policyToo(let conditions): "수신 서버 정책으로 거부된 것 포함: \(self.record(conditions))"
    case .chosen(let number, let conditions): "선택한 메시지 \(items(number))\(also(conditions))"
    case .named(let numbers, let conditions): "메시지 \(numbers)\(also(conditions))"
    case .documents(let numbers): "격리 문서 \(numbers)"
    case .documentsUpTo(let number): "격리 문서 \(number)까지"
    case .launched: "시작함"
    case .paused: "정지함"
    case .resumed: "재개함"
    case .cancelled: "취소함"
    case .settled: "확정함"
    case .dropped: "삭제함"
    case .launchedAgain(let campaign): "다시 시작함: 캠페인 \(campaign)의 사본"
    case .skipped(let number): "제외 \(items(number))"
    case .uncertainMeanwhile: "불확실: 그사이 발송된 것을 알 수 없음"
    case .letters(let number): "DLQ \(items(number))"
    case .eventsPutBack(let number): "이벤트 \(items(number))을 이벤트 큐로 되돌림"
    case .scheduled(let time): "\(time)에 시작 예약함"
    case .begunWhenDue: "예약 시각에 시작함"
    case .begunAtOnce: "바로 시작함"
    case .begunAtARate(let rate): "시작함, 초당 최대 \(rate)건"
    case .edited(let change): "고침: \(change)"
    case .suppressed(let new): "발송 금지 목록에 올림, 새 주소 \(new)건"
    case .unsuppressed: "발송 금지 목록에서 뺌"
    case .suppressedAtSES(let reason): "SES 계정의 발송 금지 목록에 올림: \(reason)"
    case .unsuppressedAtSES: "SES 계정의 발송 금지 목록에서 뺌"
    case .brokeOff(let error): "중단됨: \(error)"
    case .stopped(let why): "중지: \(reason(why))"
    case .resumedDespite(let why): "비율이 절반만큼 더 커질 때까지 재개함: \(reason(why))"
    case .resumedWithoutBreaker: "자동 중지를 끄고 재개함"
    }
  }

  /// The conditions, which the record keeps by the names that the command line takes.
  private func also(_ conditions: String) -> String { conditions.isEmpty ? "" : ", \(self.conditions(conditions))" }

  func action(_ action: OperatorAction) -> String {
    switch action {
    case .send: "시작"
    case .pause: "정지"
    case .resume: "재개"
    case .cancel: "취소"
    case .resend: "재발송"
    case .settle: "확정"
    case .redrive: "재처리"
    case .discard: "폐기"
    case .restore: "복원"
    case .drop: "삭제"
    case .export: "내보내기"
    case .retry: "다시 읽기"
    case .edit: "고치기"
    case .suppress: "발송 금지"
    case .unsuppress: "발송 금지 해제"
    case .begin: "예약 시작"
    case .schedule: "예약"
    case .test: "시험 발송"
    }
  }

  func intake(_ problem: IntakeProblem) -> String {
    switch problem {
    case .brokenJSON(let problem, let byte): "JSON이 깨짐: \(problem), \(byte)번째 바이트"
    case .noJSON(let problem, let byte): "JSON이 아님: \(problem), \(byte)번째 바이트"
    case .notUTF8: "올바른 UTF-8 텍스트가 아님"
    case .empty: "빈 문서"
    case .tooManyEnvelopes: "봉투가 너무 많이 겹쳐 있음"
    case .notAnObject: "JSON 객체가 아니므로 이벤트가 아님"
    case .noKnownEnvelope: "eventType도 notificationType도 없고 알려진 봉투도 아님"
    case .neitherTextNorObject(let what): "텍스트도 객체도 아님: \(what)"
    case .typeIsNoText: "이벤트 유형이 텍스트가 아님"
    case .ownType: "외부에서 온 이벤트가 Sendboard 전용 유형을 씀"
    case .noTimestamp: "이벤트, 메일, 봉투 어디에도 올바른 시각이 없음"
    case .withoutObject(let event, let key): "\(event) 이벤트에 \"\(key)\" 객체가 없음"
    case .noRecipient(let event): "\(event) 이벤트에 수신자가 없음"
    case .tooManyRecipients(let number, let most): "이벤트의 수신자 \(number)명: 최대 \(most)명"
    case .tooLong(let bytes): "문서가 \(bytes)바이트보다 긺"
    case .fitsNobody: "수신자가 없고, 태그에 맞는 메시지가 이 저장소에 없음"
    case .unknownType(let name): "알 수 없는 메일에 대한, 알 수 없는 유형(\(name))의 이벤트"
    case .ahead(let time): "이벤트 시각이 이 호스트의 시계보다 하루 넘게 앞섬: \(time)"
    case .laterVersion: "더 새로운 버전이 쓴 이벤트"
    case .unknownWord: "알 수 없는 이벤트 유형"
    case .noTime: "이벤트에 2026-11-21T01:00:03.127Z 같은 올바른 시각이 없음"
    case .namesNoMessage: "이벤트가 어느 메시지의 것인지 없음"
    case .noFailure: "무엇이 실패했는지 없음"
    case .unknownGateway(let gateway): "게이트웨이 \(gateway)의 보고: 여기서 알 수 없거나 스스로 보고하지 않는 게이트웨이"
    case .otherReports(let gateway): "게이트웨이 \(gateway)의 보고가 그 파일의 설명과 다름"
    case .unreadReports(let gateway, let number): "게이트웨이 \(gateway)의 보고: 읽을 수 없는 것 \(number)건"
    case .within(let envelope, let problem): "\(envelope) 안: \(intake(problem))"
    case .atLine(let line, let problem): "\(line)행: \(intake(problem))"
    }
  }
}
