import Model

extension English {
  func batch(_ standing: BatchStanding) -> String {
    switch standing {
    case .pending: "pending"
    case .queued: "queued"
    case .sending: "sending"
    case .done: "done"
    case .dead: "dead"
    }
  }

  func singleBatches(_ text: SingleBatchesText) -> String {
    switch text {
    case .titleOf: "Single batches of "
    case .none: "no batches"
    case .noneButFiltered: "none; Esc takes the filter away"
    case .noSuchState: "no state begins so: pending, queued, sending, done, dead; or a batch's number"
    case .lastError: "Error   "
    case .receivesUnknown:
      "Rcv – is not known: the queue counts receives, and workers write them down with a failure and at the end."
    case .columnNumber: "Batch"
    case .columnState: "State"
    case .columnRecipients: "Recipients"
    case .columnReceives: "Rcv"
    case .columnSince: "Since"
    case .columnAge: "For"
    case .columnError: "Last error"
    }
  }

  func course(_ text: CourseText) -> String {
    switch text {
    case .title(.hour): "Activity of the last hour"
    case .title(.day): "Activity of the last day"
    case .step(.hour): "by the minute"
    case .step(.day): "by quarters of an hour"
    case .series(.sent): "Sent/s"
    case .series(.delivered): "Delivered/s"
    case .series(.failed): "Failures/s"
    case .series(.sendQueue): "Send queue, batches"
    case .series(.eventQueue): "Event queue, events"
    case .latest(let value, let greatest): "last \(value ?? "–") · highest \(greatest)"
    case .gap: "gap: nothing recorded"
    case .nothing: "nothing was recorded"
    }
  }
}
