import Model

extension Korean {
  func mail(_ text: MailText) -> String {
    switch text {
    case .titleOf(let number): "메시지 \(number)의 메일"
    case .recipient: "수신자  "
    case .text: "텍스트"
    case .html: "HTML(텍스트로 읽음)"
    case .htmlSource: "HTML 원본"
    case .values: "수신자의 값"
    case .noBody: "본문이 없습니다."
    case .foreign: "다른 프로그램이 보냈습니다. 이벤트로 알 수 있는 것은 주소와 제목뿐이며, 본문은 SES가 알려 주지 않습니다."
    case .notYet: "아직 발송하지 않았습니다: 이 내용이 발송됩니다."
    case .notRendered: "SES가 이 값으로 템플릿을 채우지 못해 발송하지 않았습니다: 타임라인을 보세요."
    case .sent(let attempts): attempts > 1 ? "\(count(attempts))회의 시도에 모두 같은 내용이 발송되었습니다." : "발송된 내용입니다."
    case .storedTemplate(let name):
      "SES에 저장된 템플릿 \(Particle.direction.after("“\(name)”")) SES가 만든 메일입니다. 캠페인을 만들 때의 내용을 보여 주며, 발송 전에 SES에서 바뀌었는지는 알 수 "
        + "없습니다."
    case .unrendered(let part, let line): "\(self.part(part)): 여기서 채울 수 없어 템플릿 그대로 보여 줍니다(\(line)행)."
    case .shown(let shown, let all, let orMore):
      "\(count(all))바이트\(orMore ? " 이상" : "") 가운데 앞의 \(count(shown))바이트; 더 많은 내용은 y로 복사"
    case .htmlAsText: "서식, 스크립트, 그림은 따르지 않습니다; 원본은 v"
    }
  }

  private func part(_ part: Template.Part) -> String {
    switch part {
    case .subject: "제목"
    case .text: "텍스트"
    case .html: "HTML"
    }
  }

  func attempts(_ text: AttemptText) -> String {
    switch text {
    case .title(let number): "메시지 \(number)의 시도"
    case .shown(let first, let last, let all): "시도 \(all)회 중 \(first)~\(last)차"
    case .began: "시작    "
    case .status: "상태    "
    case .decided: "근거    "
    case .providerID: "발송 서비스 ID"
    case .words: "서버의 응답"
    case .toDo: "조치"
    case .noWords: "없음"
    case .notKnown: "알 수 없음"
    }
  }

  func copying(_ text: CopyText) -> String {
    switch text {
    case .title: "복사"
    case .option(let thing): copied(thing)
    case .copied(let thing, let bytes, .terminal):
      "복사: \(copied(thing)), \(count(bytes))바이트; 터미널이 거부할 수 있으며 결과는 알 수 없습니다"
    case .copied(let thing, let bytes, .tmux):
      "tmux로 복사: \(copied(thing)), \(count(bytes))바이트; set-clipboard on 설정이 필요합니다"
    case .copied(let thing, let bytes, .screen):
      "전달: \(copied(thing)), \(count(bytes))바이트; GNU screen은 클립보드에 넘기지 않습니다"
    case .copied(let thing, _, .none(let term)): "복사하지 못함: \(copied(thing)); 터미널 '\(term)'에는 클립보드가 없습니다"
    case .noClipboard(let term): "복사하지 못함: 터미널 '\(term)'에는 클립보드가 없습니다"
    case .nothingHere: "복사할 것이 없습니다"
    case .tooMuch(let limit):
      "복사하지 않음: 터미널이 받는 \(count(limit))바이트보다 많습니다; 선택이나 필터를 줄이거나 내보내세요"
    case .gathering: "복사할 내용을 읽는 중…"
    case .cannot(let problem): "복사할 수 없음: \(problem)"
    case .links: "링크"
    case .linksNeeded: "o는 설정의 링크를 여는데 설정된 링크가 없습니다"
    case .oneMessageNeeded: "o는 한 메시지의 링크를 엽니다: 커서를 메시지에 두세요"
    case .linkOf(let name): "링크: \(name)"
    case .linkCopied: "터미널의 클립보드에도 전달했습니다. 터미널이 거부할 수 있으며 결과는 알 수 없습니다."
    case .linkNotCopied: "이 터미널에는 클립보드가 없습니다."
    case .leave: "그만두기"
    }
  }

  private func copied(_ thing: CopyText.Thing) -> String {
    switch thing {
    case .address: "주소"
    case .addresses(let number): "주소 \(pieces(number))"
    case .messageID: "메시지 번호"
    case .providerID: "발송 서비스 ID"
    case .words: "서버의 응답"
    case .timeline: "타임라인 전체"
    case .rawEvents: "원본 이벤트"
    case .campaignName: "캠페인 이름"
    case .campaignID: "캠페인 번호"
    case .subject: "제목"
    case .textBody: "텍스트"
    case .htmlSource: "HTML"
    case .values: "수신자의 값"
    case .mail: "메일 전체"
    case .failure: "실패"
    case .letters(let number): "DLQ 메시지 ID \(pieces(number))"
    case .document: "문서"
    case .entry: "이력"
    case .link: "링크"
    }
  }

  func person(_ text: PersonText) -> String {
    switch text {
    case .titleOf(let address): "발송 내역 전체: \(address)"
    case .count(let number): items(number)
    case .newest(let number, let all): "\(items(all)) 중 최근 \(items(number))"
    case .none(let address): "발송된 것이 없습니다: \(address)"
    case .address: "주소    "
    case .listed(let cause, let since, let until):
      "\(since)부터\(until.map { " \($0)까지" } ?? "") 이 저장소의 발송 금지 목록에 있어(\(suppression(cause))) 발송하지 않습니다."
    case .suppressed(let day, let list, let since):
      "\(day)에 SES가 발송을 시도하지 않았습니다(\(list)). \(arrived(since))"
    case .complained(let day, let since): "\(day)에 수신자가 스팸으로 신고했습니다: 더 보내지 마세요. \(arrived(since))"
    case .hardBounced(let day, let since):
      "\(day)에 영구 반송되었으며 그 뒤로 SES의 발송 금지 목록에 있을 수 있습니다. \(arrived(since))"
    case .notSuppressed: "알려진 발송 금지, 영구 반송, 스팸 신고가 없습니다. SES의 목록 자체는 확인하지 않습니다."
    case .underWay(let number): "대기 또는 발송 중 \(items(number))"
    }
  }

  private func arrived(_ day: String?) -> String {
    day.map { "다만 그 뒤 \($0)에 배달된 메일이 있습니다." } ?? "그 뒤에 배달된 것은 알려지지 않았습니다."
  }

  func leftAlone(_ text: LeftAloneText) -> String {
    switch text {
    case .title(let number): "제외 \(items(number))과 그 사유"
    case .more(let number): "외 \(items(number))"
    case .keys: "↑↓ 고르기, Enter 보기, Esc 닫기"
    }
  }
}
