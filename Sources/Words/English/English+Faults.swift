import Model

extension English {
  func queue(_ fault: QueueFault) -> String { fault.sentence }

  func run(_ run: LetterRun) -> String { run.sentence }

  func objection(_ objection: StoreObjection) -> String { objection.sentence }
}
