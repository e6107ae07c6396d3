import Model

extension Korean {
  func header(_ text: HeaderText) -> String {
    switch text {
    case .loading: "Sendboard  불러오는 중…"
    case .figuresOld(let age): "! \(span(age)) 전 수치"
    case .rate(let rate): "\(rate)건/초"
    case .texts(let rate): "문자 \(rate)건/초"
    case .inFlight(let flying): "처리 중 \(items(flying))"
    case .sendQueue(let depths): "발송큐 \(depths)"
    case .eventQueue(let depths): "이벤트 \(depths)"
    case .lag(let lag): "지연 \(lag.map(span) ?? "–")"
    case .bounce(let judged): "반송 \(judged)"
    case .complaint(let judged): "신고 \(judged)"
    case .share(let part, let whole): "7일간 \(items(whole)) 중 \(items(part))"
    case .judged(let percent, let judgement):
      switch judgement {
      case .fine: "\(percent) 정상"
      case .high: "\(percent) 높음"
      case .review: "\(percent) 검토 대상"
      case .pause: "\(percent) 정지 위험"
      }
    case .deadLetters(let number, _): "DLQ \(items(number))"
    case .uncertain(let number, _): "불확실 \(items(number))"
    case .quarantined(let number, _): "격리 \(items(number))"
    case .readOnly: "읽기 전용"
    }
  }

  func campaigns(_ text: CampaignsText) -> String {
    switch text {
    case .nameContains(let part): "이름에 “\(part)” 포함"
    case .empty(let new): "캠페인이 없습니다: \(Particle.direction.after(new)) 만드세요"
    case .noneShown: "없음; Esc로 전체 보기"
    case .unnamed: "(이름 없음)"
    case .aboutDraft(let person, let moment, let drop):
      "초안, 마지막 수정 \(moment)\(person.isEmpty ? "" : " \(person)"): Enter로 이어서 작성, "
        + "\(Particle.direction.after(drop)) 삭제. 아무것도 발송되지 않습니다."
    case .of(let place, let all): "전체 \(count(all)) 중 \(place)"
    case .stalled: "멈춤"
    case .waits: "대기"
    case .dead(let batches): "DLQ \(items(batches))"
    case .columnName: "캠페인"
    case .columnState: "상태"
    case .columnHanded: "발송"
    case .columnRecipients: "수신자"
    case .columnFailed: "실패"
    case .columnRate: "건/초"
    case .columnLeft: "남음"
    }
  }

  func batches(_ text: BatchesText) -> String {
    switch text {
    case .title: "배치"
    case .titleOf: "배치 · "
    case .none: "고른 캠페인이 없습니다"
    case .count(let batches): pieces(batches)
    case .batches: "배치"
    case .messages: "메시지"
    case .handed: "발송"
    case .states(let pending, let queued, let done, let isClosed, let dead):
      "준비 \(count(pending)) · 큐 \(count(queued)) · \(isClosed ? "종결" : "완료") \(count(done)) · "
        + "\(dead > 0 ? "! " : "")DLQ \(count(dead))"
    case .handedOver(let part, let whole, let isLong):
      isLong ? "\(items(whole)) 중 \(items(part)) 발송" : "\(count(part))/\(count(whole))"
    case .counted(let number, let word): "\(word) \(count(number))"
    case .rate(let rate): "\(rate)건/초"
    case .left(let time): "남은 시간 \(span(time))"
    case .rest: "나머지"
    case .inDeadLetters(let number, let isAbout): "DLQ \(about(isAbout))\(count(number))"
    case .cancelled(let number): "취소 \(count(number))"
    case .refused(let number): "접수 거부 \(count(number))"
    case .keptBack(let number): "발송 금지 목록 \(count(number))"
    case .uncertain(let number): "불확실 \(count(number))"
    case .toGo(let number, let isAbout): "남음 \(about(isAbout))\(count(number))"
    case .noWorker(let time, let host):
      "워커 없음: " + (time.map { "마지막 확인 \($0)" + (host.map { ", \($0)" } ?? "") } ?? "확인된 적 없음")
        + "; 'sendboard run'으로 시작"
    case .waitsUntil(let time): "\(time)까지 대기"
    case .waitsBehind(let campaign, let time):
      "먼저 시작한 캠페인 대기: \(campaign)" + (time.map { ", \(about($0))" } ?? "")
    case .unexplained(let host, let since):
      "멈춤: \(host)에서 \(since)부터 발송 중이지만 최근에 시도한 것이 없습니다"
    case .cannotWrite: "멈춤: 이 워커가 저장소에 쓰지 못합니다(잠겨 있을 수 있음)"
    case .soFar(let delivered): "누계  배달 \(count(delivered))"
    case .opened(let number): "열람 \(count(number))"
    case .clicked(let number): "클릭 \(count(number))"
    case .bounce(let judged): "반송 \(judged)"
    case .complaint(let judged): "신고 \(judged)"
    case .simulated(let number): "(비율에서 시뮬레이터 \(items(number)) 제외)"
    case .subject: "제목  "
    case .from(let audience): "대상 \(audience)"
    case .by(let name): "운영자 \(name)"
    case .atMost(let rate): "초당 최대 \(rate)"
    case .advertises: "광고"
    case .campaign(let channel, let number): "\(channel), 캠페인 \(number)"
    }
  }

  /// `약 4분`: nobody knows the second.
  private func about(_ span: Duration) -> String {
    let seconds = Int(span.seconds.rounded(.up))
    if seconds < 60 { return "약 \(max(10, (seconds + 9) / 10 * 10))초" }
    return seconds < 5400 ? "약 \((seconds + 30) / 60)분" : "약 \((seconds + 1800) / 3600)시간"
  }

  private func about(_ isAbout: Bool) -> String { isAbout ? "약 " : "" }

  func messages(_ text: MessagesText) -> String {
    switch text {
    case .titleOf: "메시지 · "
    case .noneButFiltered: "없음; Esc로 필터 해제"
    case .find: "찾기"
    case .findText(let text): "찾기 · \(text)"
    case .typeToFind: "메시지에 대해 아는 것을 입력하세요"
    case .notFound(let text): "들어 있는 곳 없음: “\(text)”; 발송 서비스 ID는 전체를 입력해야 찾음"
    case .nothingYet: "아직 없음; 계속 찾는 중"
    case .whatIsSearched:
      "주소의 일부, 도메인(@로 시작), 수신자의 이름이나 다른 값, 작성한 제목, 캠페인 이름, 메시지 번호(#1234), 발송 서비스의 메시지 ID로 찾습니다."
    case .found(let number): "찾은 것 \(items(number))"
    case .foundAtLeast(let number): "처음 \(items(number)): 더 입력해 좁히세요"
    case .searched(let percent): "찾는 중 \(percent)%"
    case .columnFound: "사유, 값"
    case .aCampaign: "(캠페인)"
    case .columnID: "ID"
    case .columnCampaign: "캠페인"
    case .columnAddress: "주소"
    case .columnSubject: "제목"
    case .columnStatus: "상태"
    case .columnTry: "시도"
    case .columnUpdated: "갱신"
    case .columnReason: "사유"
    case .anotherProgram: "(다른 프로그램)"
    }
  }

  func failures(_ text: FailuresText) -> String {
    switch text {
    case .titleOf: "실패 · "
    case .everything: "전체, 다른 프로그램의 메일 포함"
    case .none: "실패 없음"
    case .failed(let number): "실패 \(count(number))"
    case .toBeTriedAgain(let number): "재시도 예정 \(count(number))"
    case .delayed(let number): "지연 \(count(number))"
    case .uncertain(let number): "불확실 \(count(number))"
    case .columnCount: "건수"
    case .columnKind: "종류"
    case .columnCause: "원인"
    case .columnSubtype: "세부 유형"
    case .columnSMTP: "SMTP"
    case .columnResend: "재발송"
    case .columnAdvice: "조치"
    case .columnDomain: "도메인"
    case .columnHour: "시간"
    case .columnDay: "날짜"
    case .columnKinds: "종류별"
    case .noDomain: "(도메인 없음)"
    case .firstParts(let number): "처음 \(items(number))"
    }
  }

  func deadLetters(_ text: DeadLettersText) -> String {
    switch text {
    case .none: "DLQ가 비어 있습니다"
    case .allMarked(let letters, let number): "전체 \(items(letters)) 선택: 수신자 \(people(number))"
    case .marked(let letters, let number): "\(items(letters)) 선택: 수신자 \(people(number))"
    case .count(let letters, let number): "\(items(letters)): 수신자 \(people(number))"
    case .oldest(let letters): "오래된 \(items(letters))"
    case .eventsNeverStored(let events): "저장 못 한 이벤트 \(items(events)): E"
    case .unknownCampaign: "(알 수 없음)"
    case .columnLetter: "ID"
    case .columnCampaign: "캠페인"
    case .columnBatch: "배치"
    case .columnReceives: "수신"
    case .columnAge: "경과"
    case .columnRecipients: "수신자"
    case .columnReason: "사유"
    }
  }

  func timeline(_ text: TimelineText) -> String {
    switch text {
    case .title: "타임라인"
    case .titleOf(let number): "메시지 \(number)의 타임라인"
    case .none: "고른 메시지가 없습니다"
    case .events(let number): "이벤트 \(items(number))"
    case .earlier(let number): "… 이전 이벤트 \(items(number)) 생략"
    case .attempt(let number): "\(number)차 시도"
    case .attempts(let number): "시도 \(count(number))회"
    case .by(let source): "기록: \(source)"
    case .status: "상태    "
    case .why: "원인    "
    case .subject: "제목    "
    case .sender: "발신자  "
    case .data: "데이터  "
    case .from(let origin): "출처    \(origin)"
    case .providerID(let id): "발송 서비스 ID \(id ?? "아직 없음")"
    case .uncertain(let settle):
      "발송 서비스가 접수했는지 알 수 없습니다: 이벤트를 기다리거나 \(Particle.direction.after(settle)) 확정하세요."
    case .assumed(let settle):
      "운영자의 판단으로 발송된 것으로 봅니다: \(Particle.direction.after(settle)) 취소할 수 있고, 이벤트가 오면 확정됩니다."
    case .decides: "← 상태를 정함"
    case .logTitle: "로그"
    case .logEmpty: "아직 기록이 없습니다"
    case .logNotKept(let why): "! 저장 안 됨: \(why)"
    }
  }

  private func parameter(_ problem: AudienceParameterProblem) -> String {
    switch problem {
    case .unknown(let name, let known): "“\(name)” 항목 없음: \(known.joined(separator: ", "))"
    case .twice: "두 번 입력됨"
    case .missing: "값을 입력하세요"
    case .notText: "NUL 문자가 있습니다"
    case .notANumber: "숫자를 입력하세요"
    case .notADate: "2026-11-27 같은 날짜 또는 today"
    case .notAChoice(_, _, let choices): "다음 중 하나: \(choices.joined(separator: ", "))"
    }
  }

  func compose(_ text: ComposeText) -> String {
    switch text {
    case .title: "새 캠페인"
    case .titleOf: "새 캠페인 "
    case .step(let step, let all): "\(step)/\(all)단계"
    case .aFile: "CSV 파일"
    case .csvFile: "  CSV 파일"
    case .lastUsed: "지난번 값"
    case .template: "템플릿"
    case .templateHint: "위 세 항목 대신 SES에 저장된 것; 없어도 됨"
    case .writtenHere(let lines): "작성됨, \(count(lines))줄: F4"
    case .parameterHint(let kind):
      switch kind {
      case .text: "텍스트"
      case .number: "숫자"
      case .date: "2026-11-27 같은 날짜 또는 today"
      case .choice(let choices): choices.joined(separator: ", ")
      }
    case .parameter(let problem): parameter(problem)
    case .counting(let waited): "수신자 집계 중… \(waited >= .seconds(1) ? span(waited) : "")"
    case .promise: "정확한 인원을 보고 확인하기 전에는 아무것도 발송되지 않습니다."
    case .name: "이름"
    case .channel: "채널"
    case .recipients: "수신자"
    case .from: "발신자"
    case .subject: "제목"
    case .textFile: "텍스트 파일"
    case .htmlFile: "HTML 파일"
    case .batchSize: "배치 크기"
    case .unsubscribe: "수신 거부"
    case .unsubscribeHint: "https://example.com/u?{{email}}, 주소, 또는 둘 다"
    case .count: "수신자 집계"
    case .nameHint: "캠페인 이름"
    case .recipientsHint: "email 또는 phone 열이 있는 CSV 파일"
    case .fromHint: "이름 <sender@example.com>"
    case .subjectHint: "{{name}}님, 안녕하세요"
    case .textHint: "텍스트 본문; 없어도 됨"
    case .htmlHint: "HTML 본문; 없어도 됨"
    case .nameNeeded: "이름을 입력하세요"
    case .fileNeeded: "CSV 파일을 입력하세요"
    case .senderNeeded: "발신자를 입력하세요"
    case .subjectNeeded: "제목을 입력하세요"
    case .bodyNeeded: "텍스트나 HTML이 필요합니다"
    case .textNeeded: "텍스트가 필요합니다"
    case .sizeNeeded(let most): "1~\(Figures.count(most))"
    case .notForSMS: "문자에는 쓰지 않음"
    case .notLaunchable: "시작할 수 없습니다"
    case .edits: " 수정"
    case .launches(let number): " 수신자 \(people(number))에게 발송"
    case .launchType(let word): "발송하려면 \(word) 입력: "
    case .launchTypeFor(let number, let word): "수신자 \(people(number))에게 발송하려면 \(word) 입력: "
    case .people(let number, let batches, let size):
      "수신자 \(people(number)), 배치 \(pieces(batches))" + (batches > 1 ? "(\(people(size))씩)" : "")
    case .duplicates(let number): "중복 \(items(number)) 제외"
    case .invalid(let number): "오류 \(items(number)) 제외"
    case .suppressed(let number, let first):
      "발송 금지 목록에 있어 발송하지 않는 수신자 \(people(number)): \(first.joined(separator: ", "))"
        + (number > first.count ? " 외 \(people(number - first.count))" : "")
    case .moreInvalid(let number): "그 밖의 오류 \(items(number))"
    case .invalidLine(let number): "\(number)행: "
    case .continued(let campaign, let moment):
      "\(moment)의 캠페인 \(Particle.and.after(campaign)) 같으며 그 시작이 중단되었습니다: 이어서 진행합니다"
    case .again(let campaign, let moment):
      "\(moment)에 캠페인 \(Particle.direction.after(campaign)) 이미 시작했습니다: 다시 시작하면 모두에게 두 번 발송됩니다"
    case .cancelledTwin(let campaign, let moment):
      "\(moment)의 캠페인 \(Particle.and.after(campaign)) 같으며 취소되었습니다: 이미 받은 사람에게는 두 번 발송됩니다"
    case .alike(let campaign, let name, let moment):
      "같은 수신자에게 같은 내용을 \(moment)에 캠페인 \(campaign)(\(name))에서 보냈습니다: 시작하면 두 번 발송됩니다"
    case .missing(let names):
      "템플릿의 \(names.map { "{{\($0)}}" }.joined(separator: ", "))에 해당하는 열이 파일에 없습니다: 모든 메시지가 렌더링에 "
        + "실패합니다"
    case .columns(let names): "파일의 열: \(names.isEmpty ? "주소뿐" : names.joined(separator: ", "))"
    case .mendCase(let meant, let written):
      "대소문자를 구분합니다: 템플릿의 {{\(written)}} 대신 {{\(meant)}}; 고친 뒤 다시 집계하세요"
    case .mendColumn: "파일에 열을 추가하거나 템플릿을 고치고(대소문자 구분) 다시 집계하세요"
    case .labelFrom: "발신자   "
    case .labelFile: "파일     "
    case .labelColumns: "열       "
    case .reads(let address, let number, let all, let bytes):
      "\(address) 수신 내용 (\(people(all)) 중 \(count(number))번째\(bytes > 0 ? ", \(count(bytes))바이트" : "")):"
    case .lacks(let names): "값 없음: \(names.joined(separator: ", "))"
    case .looking: "찾는 중…"
    case .nobodyFound: "해당하는 수신자가 없습니다"
    case .findRecipient: "주소나 값에 포함: "
    case .testAddress: "이 내용을 보낼 주소: "
    case .previewKeys: "← → 다른 수신자 · / 찾기 · l 최장 · m 값 없음 · t 시험"
    case .incomplete(let number): "템플릿에 쓰이는 값이 없는 수신자 \(people(number)):"
    case .incompleteLine(let line, let names): "\(line)행: \(names.joined(separator: ", "))"
    case .moreIncomplete(let number): "그 밖에 \(people(number))"
    case .rate: "속도"
    case .rateHint: "가능한 만큼; 또는 최대 20, 300/m, 5000/h"
    case .rateNeeded: "20, 300/m 또는 5000/h"
    case .hours: "시간대"
    case .hoursHint: "언제든지; 또는 08:00-21:00 Asia/Seoul에만"
    case .hoursNeeded: "08:00-21:00 Asia/Seoul처럼 입력하세요"
    case .advertising: "광고"
    case .isAdvertising(.no): "아니요"
    case .isAdvertising(.yes): "예: 맨 앞에 (광고)"
    case .isAdvertising(.byNight): "예, 야간에도: 별도 동의를 받음"
    case .takes(let span, let rate, let basis):
      "약 \(self.span(span)), 초당 \(rate) \(self.basis(basis))"
    case .takesUnknown: "걸리는 시간은 알 수 없음: 최근에 발송한 것이 너무 적습니다"
    case .goFirst(let campaigns, let recipients): "앞선 캠페인 \(pieces(campaigns)), 수신자 \(people(recipients))"
    case .costs(let text): "약 \(text)"
    case .quotaLeft(let left):
      "24시간 안에 계정이 더 받는 수는 \(items(left)): 다 쓰면 캠페인이 일시 중지됩니다"
    case .textForm(let form, let number): "\(self.form(form)) \(people(number))"
    case .textParts(let parts): "모두 \(pieces(parts)) 파트"
    case .textSize(let measure): size(of: measure)
    case .faultyTexts(let number): "보낼 수 없는 문자 \(items(number)): 고치지 않으면 그 수신자는 거부됩니다"
    case .textFault(let fault): self.fault(fault)
    case .costlier(let letter): "\(letter.place)번째 “\(letter.character)” 때문에 유니코드가 되어 파트가 늘어남"
    case .sameAs(let line): "\(line)행과 같은 수신자"
    case .keptBack: "발송 금지 목록에 있어 발송하지 않음"
    case .nobodyLacks: "값이 없는 수신자가 없습니다"
    case .sourceKey: "v 원본"
    case .noHTML: "HTML 본문이 없음"
    case .remarksKey: "e 제외"
    case .noRemarks: "제외되거나 값이 없는 수신자가 없습니다"
    }
  }

  private func basis(_ basis: Forecast.Basis) -> String {
    switch basis {
    case .campaign: "(캠페인 속도)"
    case .worker: "(이곳 워커의 속도)"
    case .account: "(계정 속도)"
    case .lately: "(최근 가장 빠른 속도)"
    }
  }
}
