import Model

extension English {
  func log(_ event: Occurrence) -> String {
    switch event {
    case .outOfOrder(let component, let fault): "\(self.component(component)): \(self.fault(fault))"
    case .worksAgain(let component): notice(.worksAgain(self.component(component)))
    case .deadLetters(let all, let new): "\(count(all, "dead letter")), \(count(new)) of them new"
    case .uncertain(let all, let new): "\(count(all, "message")) uncertain, \(count(new)) of them new"
    case .quarantined(let all, let new): "\(count(all, "quarantined document")), \(count(new)) of them new"
    case .triedAgain(let number, let campaign, let name, let why):
      "turned away for the time being: \(count(number, "message")) · \(reason(why)) · campaign \(campaign) “\(name)”"
    case .paused(let campaign, let name, let why?): "paused: \(reason(why)) · campaign \(campaign) “\(name)”"
    case .paused(let campaign, let name, nil): "paused by an operator: campaign \(campaign) “\(name)”"
    case .begun(let campaign, let name): "begun as scheduled: campaign \(campaign) “\(name)”"
    case .goesOn(let campaign, let name): "no longer paused: campaign \(campaign) “\(name)”"
    case .failed(let action, let about, let why):
      "\(self.action(action)) failed: \(why)\(about.isEmpty ? "" : " · \(about)")"
    case .said(let words): words
    }
  }
}
