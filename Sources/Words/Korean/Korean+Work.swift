extension Korean {
  func work(_ text: WorkText) -> String {
    switch text {
    case .exportTo(let what): "\(exported(what)) 내보낼 파일: "
    case .noExport: "여기에는 내보낼 것이 없습니다"
    case .fileNeeded: "파일 이름을 입력하세요; 그만두려면 Esc"
    case .replace(let file): "파일 바꾸기: \(file)"
    case .replaceMeans: "같은 이름의 파일이 이미 있습니다. 지금 들어 있는 내용은 사라집니다."
    case .replaceVerb: "바꾸기"
    case .title: "진행 중"
    case .done(let done, let all): all.map { "\(items($0)) 중 \(items(done))" } ?? items(done)
    case .paused: "일시 정지"
    case .stop: "중단"
    case .pause: "일시 정지"
    case .goOn: "계속"
    case .close: "계속; w"
    case .nothingUnderWay: "진행 중인 작업이 없습니다"
    case .cannotBeStopped: "이제 중단할 수 없습니다; 곧 끝납니다"
    case .keys(let canPause): "s 중단\(canPause ? ", p 일시 정지" : "") · Esc: 뒤에서 계속, w로 다시 보기"
    case .cannotBeEdited: "텍스트가 아니면 고칠 수 없습니다: 내보내세요"
    case .lettersAreNotEdited:
      "큐 메시지에는 배치 번호만 있습니다: 수신자를 내보내(e) 고치거나 템플릿을 고쳐 새로 발송하세요"
    case .editorFailed: "편집기를 실행하지 못했습니다: 환경 변수에 편집기를 지정하세요; 바뀐 것은 없습니다"
    case .textKept(let file): "편집하던 내용을 보관했습니다: \(file)"
    case .notChanged: "바뀐 것이 없습니다"
    case .stillNotUnderstood(let why): "여전히 해석할 수 없음: \(why) · E로 계속 고치기"
    case .storeEdited(let number): "고친 문서 \(number) 저장"
    case .storedAs(let events): "이벤트 \(items(events))으로 저장되고 더는 격리되지 않습니다."
    case .storeVerb: "저장"
    case .underWay(let what, let done, let all): "\(what): \(work(.done(done, of: all)))"
    }
  }

  private func exported(_ what: WorkText.Exported) -> String {
    switch what {
    case .messages(let number): number.map { "메시지 \(items($0))" } ?? "필터의 메시지 전체"
    case .recipients(let letters): "DLQ \(items(letters))의 수신자"
    case .entries(let number): "이력 \(items(number))"
    case .documents(let number): "격리 문서 \(items(number))"
    case .remarks: "제외된 수신자와 사유"
    }
  }
}
