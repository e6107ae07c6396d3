import Model

extension Korean {
  func problem(_ problem: ProblemText) -> String {
    switch problem {
    case .store(let problem): store(problem)
    case .queue(let problem, let name): "큐 \(name): \(queue(problem))"
    case .queueFile(let problem): queueFile(problem)
    case .aws(let problem, let call): "\(aws(problem)) (\(call))"
    case .broker(let problem, let name): "\(name): \(broker(problem))"
    case .provisioning(let problem): provisioning(problem)
    case .composing(let problem): composing(problem)
    case .noSuchMessage(let number): "저장소에 없는 메시지: \(number)"
    case .noSuchLetters(let ids): "DLQ에 없는 ID: \(ids.joined(separator: ", "))"
    case .eventLetters: "이벤트 큐의 DLQ를 볼 수 없음"
    case .othersFound: "바꾸지 않았습니다: 그 사이 다른 대상을 집계했습니다. 다시 시도하세요"
    case .fileExists(let file): "같은 이름의 파일이 있습니다: \(file)"
    case .cannotWrite(let file): "쓸 수 없는 파일입니다: \(file); 폴더와 디스크를 확인하세요"
    case .foreign(let words): words
    }
  }

  private func store(_ problem: StoreProblem) -> String {
    switch problem {
    case .cannotOpen: "저장소를 열 수 없음: 경로와 권한을 확인하세요"
    case .readOnly: "저장소가 읽기 전용임: 권한을 확인하세요"
    case .diskFull: "디스크가 찼거나 고장 남: 공간을 확보하세요"
    case .corrupt: "저장소가 손상됨: 옮겨 두거나 사본을 복원하세요"
    case .newerVersion: "더 새로운 Sendboard의 저장소임: 그 버전을 쓰세요"
    case .locked: "저장소가 잠김: 다른 프로그램을 끝내거나 기다리세요"
    case .replaced: "저장소 파일이 삭제되었거나 바뀜: 다시 시작하세요"
    case .wentBack: "저장소가 이전 상태로 되돌아감: 다시 시작하세요. 그때까지 발송하지 않습니다"
    case .notFound: "저장소에 없음"
    case .ambiguous: "해당하는 것이 여럿임: 하나를 지정하세요"
    case .notAllowed: "지금은 할 수 없음"
    case .failed: "저장소 오류: 다시 시도하세요"
    }
  }

  private func queue(_ problem: QueueProblem) -> String {
    switch problem {
    case .invalidRequest: "받지 않는 요청임"
    case .staleReceipt: "메시지가 이미 다른 워커에 있음: 다시 시도하세요"
    case .noSuchQueue: "그런 큐가 없음: 주소를 확인하세요"
    case .accessDenied: "접근이 거부됨: 자격 증명과 정책을 확인하세요"
    case .unavailable: "지금 연결할 수 없음: 다시 시도하세요"
    case .cannotWrite: "파일에 쓸 수 없음: 디스크를 확인하세요"
    }
  }

  private func queueFile(_ problem: QueueFileProblem) -> String {
    switch problem {
    case .newerVersion: "더 새로운 Sendboard의 큐 파일임: 그 버전을 쓰세요"
    case .corrupt: "큐 파일이 손상됨: 옮겨 두세요"
    case .readOnly: "큐 파일이 읽기 전용임: 권한을 확인하세요"
    case .diskFull: "큐 파일의 디스크가 찼거나 고장 남: 공간을 확보하세요"
    case .busy: "큐 파일이 잠김: 다른 프로그램을 끝내거나 기다리세요"
    case .unavailable: "큐 파일을 쓸 수 없음"
    }
  }

  private func broker(_ problem: BrokerProblem) -> String {
    switch problem {
    case .throttled: "호출이 너무 많음: 더 천천히 다시 시도합니다"
    case .accessDenied: "키를 받아들이지 않음: 키와 허용 IP를 확인하세요"
    case .unavailable: "중계사 쪽 장애: 다시 시도합니다"
    case .brokenAnswer: "응답이 게이트웨이 파일의 설명과 다름: 파일을 확인하세요"
    case .unreachable: "연결할 수 없음: 네트워크와 프록시를 확인하세요"
    case .timedOut: "제때 응답하지 않음: 다시 시도합니다"
    case .connectionLost: "연결이 끊김: 다시 시도합니다"
    case .cancelled: "여기서 호출을 중단함"
    case .invalidRequest: "이렇게는 호출할 수 없음: 게이트웨이 파일을 확인하세요"
    }
  }

  private func aws(_ problem: CallProblem) -> String {
    switch problem {
    case .throttled: "AWS 호출이 너무 많음: 잠시 뒤 다시 시도하세요"
    case .dailyQuotaExceeded: "일일 발송 할당량 소진: 갱신될 때까지 기다리세요"
    case .accountSuspended: "AWS가 계정의 발송을 중지함: SES 콘솔을 확인하세요"
    case .sendingPaused: "발송이 꺼져 있음: SES 콘솔을 확인하세요"
    case .messageRejected: "SES가 메일을 거부함: 발신자와 내용을 확인하세요"
    case .accessDenied: "접근이 거부됨: 이 자격 증명에 IAM에서 호출을 허용하세요"
    case .expiredCredentials: "자격 증명이 만료됨: 다시 로그인하거나 갱신하세요"
    case .invalidCredentials: "AWS가 모르는 자격 증명임: 액세스 키와 비밀 키를 확인하세요"
    case .noCredentials: "자격 증명이 없음: AWS용으로 설정하세요"
    case .clockSkew: "이 서버의 시계가 틀림: 맞추세요"
    case .notFound: "AWS에 없음: 프로비저닝하세요"
    case .alreadyExists: "다른 설정으로 이미 AWS에 있음: 콘솔에서 확인하세요"
    case .conflict: "다른 변경이 진행 중임: 잠시 뒤 다시 시도하세요"
    case .limitExceeded: "계정의 한도에 이름: 쓰지 않는 것을 지우거나 AWS에 증설을 요청하세요"
    case .unsupported: "이 리전이나 엔드포인트가 제공하지 않는 호출임"
    case .invalidRequest: "AWS가 요청을 잘못된 것으로 봄"
    case .unavailable: "AWS 쪽 장애: 잠시 뒤 다시 시도하세요"
    case .brokenAnswer, .redirected: "AWS가 아닌 곳이 응답함: 프록시와 엔드포인트를 확인하세요"
    case .unreachable: "AWS에 연결할 수 없음: 네트워크, 프록시, 리전을 확인하세요"
    case .timedOut: "AWS의 응답 시간 초과: 네트워크를 확인하거나 다시 시도하세요"
    case .connectionLost: "AWS와의 연결이 끊김: 네트워크를 확인하거나 다시 시도하세요"
    case .cancelled: "호출을 이쪽에서 중단함"
    case .other: "AWS가 호출을 거부함"
    }
  }

  private func provisioning(_ problem: ProvisioningProblem) -> String {
    switch problem {
    case .invalidName: "AWS에서 쓸 수 없는 이름임: 다른 이름을 고르세요"
    case .unreadable: "AWS에 있는 것을 읽을 수 없어 손실 없이 바꿀 수 없음"
    case .refused: "AWS가 호출을 거부함"
    }
  }

  private func composing(_ problem: ComposeProblem) -> String {
    switch problem {
    case .controlCharacter(let entry): "\(self.entry(entry))에 줄바꿈이나 제어 문자가 있음: 한 줄로 쓰세요"
    case .severalSenders(let sender): "발신자 '\(sender)': 주소가 여럿이거나 이름에 < 또는 >가 있음: 하나만 쓰세요"
    case .notASender(let sender, let code): "발신자 '\(sender)': 이메일 주소가 아님: \(address(code))"
    case .senderOutsideASCII(let sender): "발신자 '\(sender)': SES는 @ 앞이 ASCII인 주소로만 발송합니다"
    case .recipients(let file, let line, let problem):
      "\(file): \(line.map { "\($0)행: " } ?? "")\(self.file(problem))"
    case .template(let file, let problem): "템플릿 \(file): 읽을 수 없음: \(self.file(problem))"
    case .missingColumns(let names, let file, let meant):
      "템플릿의 \(names.map { "{{\($0)}}" }.joined(separator: ", "))에 해당하는 열이 없음: \(file)"
        + meant.map { "; 있는 열은 \"\($0)\": 대소문자를 구분하므로 {{\($0)}} 형태로 쓰세요" }.joined()
    case .nobody(let file, let invalid): "유효한 수신자가 없음: \(file) (오류 \(items(invalid)))"
    case .nobodyCounted(let invalid, let duplicates, let first):
      "발송할 사람이 없음: 오류 \(items(invalid)), 중복 \(items(duplicates))"
        + (first.map { " · \($0.line)행: \(row($0.problem))" } ?? "")
    case .block(let tag, let line, let part):
      "\(self.part(part)) \(line)행의 \(tag): SES는 함께 보내는 내용에서 단순한 {{변수}}만 채웁니다; 템플릿을 SES에 저장하세요"
    case .emptyContent(let file): "\(file) 파일이 비어 있음: 빈 메일이 발송됩니다"
    case .tooMuchContent(let bytes): "내용이 \(count(bytes))바이트임: SES는 1,000,000바이트까지 받습니다. 그림은 웹에 두세요"
    case .notRenderable(let problem): template(problem)
    case .unserved(let channel, let isSESOnly):
      "\(isSESOnly ? "SES는 이메일만 발송함" : "\(self.channel(channel)) 발송 서비스가 없음"): \(self.channel(channel)) 캠페인에는 "
        + "다른 발송 서비스가 필요합니다: providers.\(channel.rawValue) 설정"
    case .otherAudience(let now, let confirmed, let file):
      "아무것도 발송하지 않음: 확인한 \(people(confirmed))이 아니라 지금은 \(people(now))입니다; 다시 집계하세요: \(file)"
    case .changedFile(let file): "아무것도 발송하지 않음: 그사이 파일이 바뀌었습니다; 다시 집계하세요: \(file)"
    case .unsubscribe(let problem): unsubscribe(problem)
    case .changedContent: "발송하지 않았습니다: 확인한 뒤에 내용이 바뀌었습니다. 다시 집계하세요"
    case .testSuppressed(let address): "시험 발송(\(address)): 발송 금지 목록에 있어 발송하지 않습니다"
    case .rate(let text): "속도 '\(text)': 초당 20은 20으로, 또는 300/m이나 5000/h로 쓰세요"
    case .hours(.byNight(let text)): "'\(text)'에는 법이 허용하는 시간이 없습니다: 한국에서 광고 문자는 08:00부터 21:00까지만 발송할 수 있습니다"
    case .hoursInKorea(let line, let hours):
      "\(line)행은 한국 번호입니다: 한국에서 광고 문자는 08:00-21:00 Asia/Seoul에만 발송할 수 있습니다. '\(hours)' 대신 그 시간대를 입력하거나, 다른 나라 수신자는 별도 캠페인으로 발송하세요"
    case .hours(.unreadable(let text)): "'\(text)'에서 발송 시간대를 읽을 수 없습니다: 08:00-21:00 Asia/Seoul처럼 시간대 이름까지 입력하세요"
    case .advertising(let problem):
      switch problem {
      case .unmarkedStoredSubject: "광고는 (광고)로 시작해야 합니다: 저장된 템플릿의 제목 맨 앞에 넣으세요"
      case .noFreeRefusal: "광고 문자에는 무료 수신 거부 번호가 필요합니다: 끝에 '무료수신거부 080-123-4567'처럼 넣으세요"
      }
    case .testAddress(let text, let code): "시험 발송 주소 '\(text)': \(address(code))"
    case .testRefused(let why): "시험 발송 거절: \(reason(why))"
    case .testUnanswered(let why): "시험 발송 여부를 알 수 없음: \(reason(why))"
    case .start(let text, let problem): "'\(text)': \(start(problem))"
    case .launchedMeanwhile(let campaign):
      "아무것도 발송하지 않음: 그사이 같은 내용을 시작했습니다(캠페인 \(campaign ?? "?")); 한 번 더 발송하려면 다시 집계하세요"
    }
  }

  private func entry(_ entry: ComposeProblem.Entry) -> String {
    switch entry {
    case .name: "이름"
    case .sender: "발신자"
    case .subject: "제목"
    }
  }

  private func part(_ part: Template.Part) -> String {
    switch part {
    case .subject: "제목"
    case .text: "텍스트"
    case .html: "HTML"
    }
  }

  private func template(_ problem: TemplateProblem) -> String {
    let what =
      switch problem.kind {
      case .notUnderstood(let tag): "여기서 쓸 수 없는 태그: \(tag)"
      case .strayEnd: "열지 않은 구역이나 다른 구역을 먼저 닫음"
      case .openSection(let tag): "구역을 열고 닫지 않음: \(tag)"
      case .openTag: "{{를 }}로 닫지 않음"
      }
    return "템플릿 오류: \(part(problem.part)) \(problem.line)행: \(what)"
  }

  func note(_ note: CommandNote) -> String {
    switch note {
    case .goOutAgain(let number): "다시 발송할 수신자 \(people(number))"
    case .cancelled(let messages): "취소한 메시지 \(items(messages))"
    case .settledMeanwhile: "그사이 확정되었습니다"
    case .othersSettledMeanwhile: "나머지는 그사이 확정되었습니다"
    case .notUnderstood(let number): "여전히 해석 못 함 \(items(number))"
    case .launched(let campaign, .first): "캠페인 \(campaign)"
    case .launched(let campaign, .continued): "캠페인 \(campaign), 이어서 진행"
    case .launched(let campaign, .copy(let other)): "캠페인 \(campaign), 캠페인 \(other)의 사본"
    case .notCorrected: "더는 격리되어 있지 않거나 여전히 해석할 수 없습니다"
    case .stoppedWithoutFile: "중단했습니다: 파일을 쓰지 않았습니다"
    case .newOnList(let number): "새 주소 \(pieces(number))"
    case .launchStopped: "중단했습니다: 시작한 것이 없고 초안은 그대로입니다"
    case .addressColumn(let name): "주소가 있는 열: \(name)"
    }
  }
}

extension Korean {
  private func start(_ problem: StartProblem) -> String {
    switch problem {
    case .notUnderstood: "시각이 아님: 2026-12-01 09:30 또는 09:30 형식, 필요하면 뒤에 시간대(+09:00)"
    case .unknownZone(let zone): "알 수 없는 시간대: '\(zone)'"
    case .noSuchDay: "없는 날짜"
    case .noSuchTime: "시계를 앞당기는 시각이라 존재하지 않음: 다른 시각을 주거나 뒤에 +00:00을 붙이세요"
    case .twice: "시계를 늦추는 시각이라 두 번 있음: 뒤에 +00:00을 붙여 구분하세요"
    case .over(let moment): "이미 지난 시각(\(moment))"
    case .tooFar: "1년보다 뒤의 시각"
    }
  }
}

extension Korean {
  private func unsubscribe(_ problem: UnsubscribeProblem) -> String {
    switch problem {
    case .notUnderstood(let part): "수신 거부: 링크도 주소도 아님: '\(part)'"
    case .notSecure(let part): "수신 거부: 암호화되지 않은 링크는 메일 프로그램이 표시하지 않음: '\(part)'"
    case .severalLinks: "수신 거부: 링크는 하나만 줄 수 있습니다"
    case .severalAddresses: "수신 거부: 주소는 하나만 줄 수 있습니다"
    case .character(let character): "수신 거부: '\(character)' 문자는 쓸 수 없습니다; %와 코드로 쓰세요"
    case .tag(let tag): "수신 거부: 변수만 쓸 수 있습니다: '\(tag)'"
    case .tooLong(let length):
      "수신 거부: 첫 수신자의 값을 넣으면 \(count(length))자입니다; \(count(Unsubscribe.longest))자까지"
    }
  }
}
