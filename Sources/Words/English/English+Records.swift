import Model

extension English {
  func quarantine(_ text: QuarantineText) -> String {
    switch text {
    case .none: "The quarantine is empty: everything that came was understood."
    case .gone: "It is in the quarantine no more."
    case .newest(let number): "the newest \(Figures.count(number))"
    case .allMarked(let number): "all \(Figures.count(number)) marked"
    case .document(let id): "Document \(id)"
    case .bytes(let number): count(number, "byte")
    case .shown(let bytes, let all):
      "The first \(Figures.count(bytes)) of \(count(all, "byte")); sendboard quarantine export writes all."
    case .begins: "Begins  "
    case .columnID: "Id"
    case .columnAt: "Came"
    case .columnSize: "Bytes"
    case .columnError: "What is wrong"
    case .columnBegins: "Begins"
    }
  }

  func history(_ text: HistoryText) -> String {
    switch text {
    case .none: "Nothing was done yet."
    case .noneContains: "Nothing that was done has this in it."
    case .containing(let text): "“\(text)”"
    case .latest(let number, let all): "the latest \(Figures.count(number)) of \(Figures.count(all))"
    case .condition: "Which  "
    case .result: "Result "
    case .columnAt: "When"
    case .columnOperator: "Who"
    case .columnAction: "Did"
    case .columnCampaign: "Campaign"
    case .columnCondition: "Which"
    case .columnCount: "Count"
    case .columnResult: "Result"
    }
  }
}

extension English {
  /// The contract's sentences are English, and know no singular.
  func record(_ record: OwnRecord) -> String {
    switch record {
    case .oldestLetters(let number): number == 1 ? "the oldest dead letter" : record.sentence
    case .chosen(let number, let conditions):
      "\(count(number, "message")) chosen" + (conditions.isEmpty ? "" : ", \(self.conditions(conditions))")
    case .letters(let number): count(number, "dead letter")
    case .stopped(let why): "stopped: \(reason(why))"
    case .resumedDespite(let why): "resumed until it grows by half: \(reason(why))"
    case .eventsPutBack(let number): "\(count(number, "event")) put back on the event queue"
    case .lettersOf, .noRecordOfClaims, .earlierState, .allLetters, .allThatMayBeResent, .policyToo, .despiteList,
      .named, .documents,
      .documentsUpTo,
      .launched, .paused, .resumed, .cancelled, .settled, .dropped, .launchedAgain, .skipped, .uncertainMeanwhile,
      .begunAtARate, .edited, .brokeOff, .resumedWithoutBreaker, .suppressed, .unsuppressed, .suppressedAtSES,
      .unsuppressedAtSES, .scheduled, .begunWhenDue, .begunAtOnce:
      record.sentence
    }
  }

  func action(_ action: OperatorAction) -> String {
    switch action {
    case .send: "send"
    case .pause: "pause"
    case .resume: "resume"
    case .cancel: "cancel"
    case .resend: "resend"
    case .settle: "settle"
    case .redrive: "redrive"
    case .discard: "discard"
    case .restore: "restore"
    case .drop: "drop"
    case .export: "export"
    case .retry: "try again"
    case .edit: "edit"
    case .suppress: "suppress"
    case .unsuppress: "unsuppress"
    case .begin: "begin"
    case .schedule: "schedule"
    case .test: "test"
    }
  }

  func intake(_ problem: IntakeProblem) -> String { problem.sentence }
}
