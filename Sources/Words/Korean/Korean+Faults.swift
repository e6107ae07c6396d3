import Model

extension Korean {
  func queue(_ fault: QueueFault) -> String {
    switch fault {
    case .noAnswerBeforeStop: "응답 없음: 이 프로세스는 종료 중입니다"
    case .receivedAgain: "메시지를 다른 곳에서 다시 수신했거나 이미 처리 중이 아님"
    case .shownAgain: "DLQ 항목이 숨겨져 있는 동안 큐가 처리를 끝내지 못함"
    case .moveUnlisted: "SQS 목록에 이동 작업이 없음: 시작되었으며 진행 중일 수 있습니다"
    case .moveStopped(let status, let moved, let why): "SQS가 메시지 이동을 중지함(\(status), \(moved)건 이동 후): \(why)"
    }
  }

  func run(_ run: LetterRun) -> String {
    let deed =
      switch run.deed {
      case .redrive: "재처리"
      case .discard: "폐기"
      }
    return joined(
      "DLQ \(items(run.done)) \(deed)",
      run.remnants > 0 ? "그중 \(items(run.remnants))은 삭제하지 못해 목록에 남아 있을 수 있음" : "",
      run.refused > 0 ? "\(items(run.refused))은 처리하지 못함" : "")
  }

  func objection(_ objection: StoreObjection) -> String {
    switch objection {
    case .noCampaign(let id): "없는 캠페인: \(id)"
    case .noMessage(let id): "없는 메시지: \(id)"
    case .launchedAlready(let id, let name, let time, let isCancelled):
      "같은 내용을 이미 시작함: 캠페인 \(id)(\(name)), \(time)\(isCancelled ? ", 이후 취소됨" : ""). 발송하지 않았습니다"
    case .launchGivenUp: "저장하는 동안 중단된 것으로 판단됨: 발송하지 않았습니다. 다시 시작하세요"
    case .notInState(let id, let name, let state, let deed, let dead):
      "캠페인 \(id)(\(name)) 상태: \(self.state(state)), \(self.deed(deed)) 불가"
        + (dead > 0 ? "; DLQ에 배치 \(pieces(dead))" : "")
    case .campaignCancelled(let id, let name): "캠페인 \(id)(\(name)) 취소됨: 다시 발송하지 않습니다"
    case .notSettled(let id, let status, let verdict):
      "메시지 \(id): \(status.map { self.status($0) } ?? "없음"), \(condition(verdict)) 상태가 아님: 확정하지 않았습니다"
    case .folderUnwritable(let folder, let said): "폴더에 쓸 수 없음: \(folder)(\(said)). 수신자를 세는 동안 이 폴더를 씁니다"
    case .claimsGone(let path): "발송 기록이 사용 중에 삭제되었거나 바뀜: \(path). 이 기록 없이는 발송하지 않습니다. 다시 시작하세요"
    case .copyAtWork(let path): "저장소의 사본도 발송 중이거나 발송함: \(path). 여기서는 발송하지 않습니다. 다른 쪽을 끝내고 다시 시작하세요"
    case .claimsUnusable(let path, let access, let said):
      "발송 기록 \(self.access(access)) 불가: \(path)(\(said)). 이 기록 없이는 발송하지 않습니다"
    case .strangeCode(let code, let type): "저장소에 알 수 없는 코드가 있음: '\(code)'(\(type)). 손상됨"
    }
  }

  private func deed(_ deed: StoreObjection.Deed) -> String {
    switch deed {
    case .pause: "정지"
    case .resume: "재개"
    case .cancel: "취소"
    case .begin: "시작"
    case .schedule: "예약"
    }
  }

  private func access(_ access: StoreObjection.Access) -> String {
    switch access {
    case .make: "만들기"
    case .open: "열기"
    case .read: "읽기"
    case .write: "쓰기"
    }
  }

  private func condition(_ verdict: Verdict) -> String {
    switch verdict {
    case .resend, .assumeSent: status(.uncertain)
    case .undo: term(.assumed)
    }
  }
}
