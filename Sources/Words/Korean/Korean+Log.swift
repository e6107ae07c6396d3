import Model

extension Korean {
  func log(_ event: Occurrence) -> String {
    switch event {
    case .outOfOrder(let component, let fault): "\(self.component(component)): \(self.fault(fault))"
    case .worksAgain(let component): notice(.worksAgain(self.component(component)))
    case .deadLetters(let all, let new): "DLQ \(items(all)), 새로 \(items(new))"
    case .uncertain(let all, let new): "불확실 \(items(all)), 새로 \(items(new))"
    case .quarantined(let all, let new): "격리 문서 \(items(all)), 새로 \(items(new))"
    case .triedAgain(let number, let campaign, let name, let why):
      "일시 거절: 메시지 \(items(number)) · \(reason(why)) · 캠페인 \(campaign) “\(name)”"
    case .paused(let campaign, let name, let why?): "정지: \(reason(why)) · 캠페인 \(campaign) “\(name)”"
    case .paused(let campaign, let name, nil): "운영자가 정지: 캠페인 \(campaign) “\(name)”"
    case .begun(let campaign, let name): "예약 시각에 시작: 캠페인 \(campaign) “\(name)”"
    case .goesOn(let campaign, let name): "정지 해제: 캠페인 \(campaign) “\(name)”"
    case .failed(let action, let about, let why):
      "\(self.action(action)) 실패: \(why)\(about.isEmpty ? "" : " · \(about)")"
    case .said(let words): words
    }
  }
}
