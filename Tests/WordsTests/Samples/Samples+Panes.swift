import Model
import Words

extension HeaderText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.loading]
    case .loading: [.figuresOld(.seconds(61))]
    case .figuresOld: [.rate("x")]
    case .rate: [.texts("x")]
    case .texts: [.inFlight(2), .inFlight(1)]
    case .inFlight: [.sendQueue("x")]
    case .sendQueue: [.eventQueue("x")]
    case .eventQueue: [.lag(.seconds(61)), .lag(nil)]
    case .lag: [.bounce("x")]
    case .bounce: [.complaint("x")]
    case .complaint: [.share(2, of: 2), .share(1, of: 2), .share(2, of: 1)]
    case .share: Judgement.all.map { .judged("x", $0) }
    case .judged: [.deadLetters(2, isWide: true), .deadLetters(1, isWide: true), .deadLetters(2, isWide: false)]
    case .deadLetters: [.uncertain(2, isWide: true), .uncertain(1, isWide: true), .uncertain(2, isWide: false)]
    case .uncertain: [.quarantined(2, isWide: true), .quarantined(1, isWide: true), .quarantined(2, isWide: false)]
    case .quarantined: [.readOnly]
    case .readOnly: []
    }
  }
}

extension HeaderText.Judgement: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.fine]
    case .fine: [.high]
    case .high: [.review]
    case .review: [.pause]
    case .pause: []
    }
  }
}

extension CampaignsText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.nameContains("x")]
    case .nameContains: [.empty(new: "n")]
    case .empty: [.noneShown]
    case .noneShown: [.of("2/2", 2), .of("1/1", 1)]
    case .of: [.stalled]
    case .stalled: [.waits]
    case .waits: [.dead(2), .dead(1)]
    case .dead: [.unnamed]
    case .unnamed:
      [
        .aboutDraft(by: "x", moment: "x", drop: "x"), .aboutDraft(by: "", moment: "x", drop: "x"),
      ]
    case .aboutDraft: [.columnName]
    case .columnName: [.columnState]
    case .columnState: [.columnHanded]
    case .columnHanded: [.columnRecipients]
    case .columnRecipients: [.columnFailed]
    case .columnFailed: [.columnRate]
    case .columnRate: [.columnLeft]
    case .columnLeft: []
    }
  }
}

extension BatchesText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.title]
    case .title: [.titleOf]
    case .titleOf: [.none]
    case .some(.none): [.count(2), .count(1)]
    case .count: [.batches]
    case .batches: [.messages]
    case .messages: [.handed]
    case .handed:
      [
        .states(pending: 2, queued: 2, done: 2, isClosed: true, dead: 2),
        .states(pending: 1, queued: 2, done: 2, isClosed: true, dead: 2),
        .states(pending: 2, queued: 1, done: 2, isClosed: true, dead: 2),
        .states(pending: 2, queued: 2, done: 1, isClosed: true, dead: 2),
        .states(pending: 2, queued: 2, done: 2, isClosed: false, dead: 2),
        .states(pending: 2, queued: 2, done: 2, isClosed: true, dead: 1),
      ]
    case .states:
      [
        .handedOver(2, of: 2, isLong: true), .handedOver(1, of: 2, isLong: true), .handedOver(2, of: 1, isLong: true),
        .handedOver(2, of: 2, isLong: false),
      ]
    case .handedOver: [.counted(2, "x"), .counted(1, "x")]
    case .counted: [.rate("x")]
    case .rate: [.left(.seconds(61))]
    case .left: [.rest]
    case .rest: [.inDeadLetters(2, isAbout: true), .inDeadLetters(1, isAbout: true), .inDeadLetters(2, isAbout: false)]
    case .inDeadLetters: [.cancelled(2), .cancelled(1)]
    case .cancelled: [.refused(2), .refused(1), .keptBack(2), .keptBack(1)]
    case .keptBack: []
    case .refused: [.uncertain(2), .uncertain(1)]
    case .uncertain: [.toGo(2, isAbout: true), .toGo(1, isAbout: true), .toGo(2, isAbout: false)]
    case .toGo:
      [.noWorker(lastSeen: "x", host: "x"), .noWorker(lastSeen: "x", host: nil), .noWorker(lastSeen: nil, host: nil)]
    case .noWorker:
      [
        .waitsBehind("x", nil), .waitsBehind("x", .seconds(1)), .waitsBehind("x", .seconds(61)),
        .waitsBehind("x", .seconds(6000)),
      ]
    case .waitsBehind: [.waitsUntil("x")]
    case .waitsUntil: [.unexplained(host: "x", since: "x")]
    case .unexplained: [.cannotWrite]
    case .cannotWrite: [.soFar(2), .soFar(1)]
    case .soFar: [.opened(2), .opened(1)]
    case .opened: [.clicked(2), .clicked(1)]
    case .clicked: [.bounce("x")]
    case .bounce: [.complaint("x")]
    case .complaint: [.simulated(2), .simulated(1)]
    case .simulated: [.subject]
    case .subject: [.from("x")]
    case .from: [.by("x")]
    case .by: [.atMost("x")]
    case .atMost: [.advertises]
    case .advertises: [.campaign(channel: "x", "x")]
    case .campaign: []
    }
  }
}

extension MessagesText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.titleOf]
    case .titleOf: [.noneButFiltered]
    case .noneButFiltered: [.find]
    case .find: [.findText("x")]
    case .findText: [.typeToFind]
    case .typeToFind: [.notFound("x")]
    case .notFound: [.nothingYet]
    case .nothingYet: [.whatIsSearched]
    case .whatIsSearched: [.found(1), .found(2)]
    case .found(2): [.foundAtLeast(1000)]
    case .found: []
    case .foundAtLeast: [.searched(percent: 40)]
    case .searched: [.columnFound]
    case .columnFound: [.aCampaign]
    case .aCampaign: [.columnID]
    case .columnID: [.columnCampaign]
    case .columnCampaign: [.columnAddress]
    case .columnAddress: [.columnSubject]
    case .columnSubject: [.columnStatus]
    case .columnStatus: [.columnTry]
    case .columnTry: [.columnUpdated]
    case .columnUpdated: [.columnReason]
    case .columnReason: [.anotherProgram]
    case .anotherProgram: []
    }
  }
}

extension FailuresText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.titleOf]
    case .titleOf: [.everything]
    case .everything: [.none]
    case .some(.none): [.failed(2), .failed(1)]
    case .failed: [.toBeTriedAgain(2), .toBeTriedAgain(1)]
    case .toBeTriedAgain: [.delayed(2), .delayed(1)]
    case .delayed: [.uncertain(2), .uncertain(1)]
    case .uncertain: [.columnCount]
    case .columnCount: [.columnKind]
    case .columnKind: [.columnCause]
    case .columnCause: [.columnSubtype]
    case .columnSubtype: [.columnSMTP]
    case .columnSMTP: [.columnResend]
    case .columnResend: [.columnAdvice]
    case .columnAdvice: [.columnDomain]
    case .columnDomain: [.columnHour]
    case .columnHour: [.columnDay]
    case .columnDay: [.columnKinds]
    case .columnKinds: [.noDomain]
    case .noDomain: [.firstParts(500)]
    case .firstParts: []
    }
  }
}

extension DeadLettersText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.none]
    case .some(.none): [.allMarked(2, recipients: 2), .allMarked(1, recipients: 2), .allMarked(2, recipients: 1)]
    case .allMarked: [.marked(2, recipients: 2), .marked(1, recipients: 2), .marked(2, recipients: 1)]
    case .marked: [.count(2, recipients: 2), .count(1, recipients: 2), .count(2, recipients: 1)]
    case .count: [.oldest(2), .oldest(1)]
    case .oldest: [.eventsNeverStored(2), .eventsNeverStored(1)]
    case .eventsNeverStored: [.unknownCampaign]
    case .unknownCampaign: [.columnLetter]
    case .columnLetter: [.columnCampaign]
    case .columnCampaign: [.columnBatch]
    case .columnBatch: [.columnReceives]
    case .columnReceives: [.columnAge]
    case .columnAge: [.columnRecipients]
    case .columnRecipients: [.columnReason]
    case .columnReason: []
    }
  }
}

extension TimelineText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.title]
    case .title: [.titleOf("x")]
    case .titleOf: [.none]
    case .some(.none): [.events(2), .events(1)]
    case .events: [.earlier(2), .earlier(1)]
    case .earlier: [.attempt(2), .attempt(1)]
    case .attempt: [.attempts(2), .attempts(1)]
    case .attempts: [.by("x")]
    case .by: [.status]
    case .status: [.why]
    case .why: [.subject]
    case .subject: [.sender]
    case .sender: [.data]
    case .data: [.from("x")]
    case .from: [.providerID("x"), .providerID(nil)]
    case .providerID: [.uncertain(settle: "u")]
    case .uncertain: [.assumed(settle: "u")]
    case .assumed: [.decides]
    case .decides: [.logTitle]
    case .logTitle: [.logEmpty]
    case .logEmpty: [.logNotKept("1")]
    case .logNotKept: []
    }
  }
}

extension ComposeText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.title]
    case .title: [.titleOf]
    case .titleOf: [.step(2, of: 2), .step(1, of: 2), .step(2, of: 1)]
    case .step: [.aFile]
    case .aFile: [.csvFile]
    case .csvFile: [.lastUsed]
    case .lastUsed: [.template]
    case .template: [.templateHint]
    case .templateHint: [.writtenHere(2), .writtenHere(1)]
    case .writtenHere:
      [
        .parameterHint(.text), .parameterHint(.number), .parameterHint(.date), .parameterHint(.choice(["x"])),
      ]
    case .parameterHint:
      [
        .parameter(.unknown("x", known: ["x"])), .parameter(.twice("x")), .parameter(.missing("x")),
        .parameter(.notText("x")), .parameter(.notANumber("x", "x")), .parameter(.notADate("x", "x")),
        .parameter(.notAChoice("x", "x", ["x"])),
      ]
    case .parameter: [.counting(.seconds(61))]
    case .counting: [.promise]
    case .promise: [.name]
    case .name: [.channel]
    case .channel: [.recipients]
    case .recipients: [.from]
    case .from: [.subject]
    case .subject: [.textFile]
    case .textFile: [.htmlFile]
    case .htmlFile: [.batchSize]
    case .batchSize: [.unsubscribe]
    case .unsubscribe: [.unsubscribeHint]
    case .unsubscribeHint: [.count]
    case .count: [.nameHint]
    case .nameHint: [.recipientsHint]
    case .recipientsHint: [.fromHint]
    case .fromHint: [.subjectHint]
    case .subjectHint: [.textHint]
    case .textHint: [.htmlHint]
    case .htmlHint: [.nameNeeded]
    case .nameNeeded: [.fileNeeded]
    case .fileNeeded: [.senderNeeded]
    case .senderNeeded: [.subjectNeeded]
    case .subjectNeeded: [.bodyNeeded]
    case .bodyNeeded: [.textNeeded]
    case .textNeeded: [.sizeNeeded(most: 50)]
    case .sizeNeeded: [.notForSMS]
    case .notForSMS: [.notLaunchable]
    case .notLaunchable: [.edits]
    case .edits: [.launches(2), .launches(1)]
    case .launches: [.launchType("x")]
    case .launchType: [.launchTypeFor(2, "x"), .launchTypeFor(1, "x")]
    case .launchTypeFor:
      [
        .people(2, batches: 2, size: 2), .people(1, batches: 2, size: 2), .people(2, batches: 1, size: 2),
        .people(2, batches: 2, size: 1),
      ]
    case .people: [.duplicates(2), .duplicates(1)]
    case .duplicates: [.invalid(2), .invalid(1)]
    case .invalid: [.moreInvalid(2), .moreInvalid(1)]
    case .moreInvalid: [.suppressed(2, first: ["x"]), .suppressed(1, first: ["x"])]
    case .suppressed: [.invalidLine(2), .invalidLine(1)]
    case .invalidLine: [.continued(campaign: "x", moment: "x")]
    case .continued: [.again(campaign: "x", moment: "x")]
    case .again: [.cancelledTwin(campaign: "x", moment: "x")]
    case .cancelledTwin: [.alike(campaign: "x", name: "y", moment: "z")]
    case .alike: [.missing(["x"])]
    case .missing: [.columns(["x"])]
    case .columns: [.mendCase(meant: "x", written: "x")]
    case .mendCase: [.mendColumn]
    case .mendColumn: [.labelFrom]
    case .labelFrom: [.labelFile]
    case .labelFile: [.labelColumns]
    case .labelColumns:
      [.reads("x", 2, of: 2, bytes: 2), .reads("x", 1, of: 1, bytes: 1), .reads("x", 1, of: 1, bytes: 0)]
    case .reads: [.lacks(["x"])]
    case .lacks: [.looking]
    case .looking: [.nobodyFound]
    case .nobodyFound: [.findRecipient]
    case .findRecipient: [.testAddress]
    case .testAddress: [.previewKeys]
    case .previewKeys: [.incomplete(2), .incomplete(1)]
    case .incomplete: [.incompleteLine(2, ["x"])]
    case .incompleteLine: [.moreIncomplete(2), .moreIncomplete(1)]
    case .moreIncomplete: [.rate]
    case .rate: [.rateHint]
    case .rateHint: [.rateNeeded]
    case .rateNeeded: [.hours]
    case .hours: [.hoursHint]
    case .hoursHint: [.hoursNeeded]
    case .hoursNeeded: [.advertising]
    case .advertising: Advertising.Choice.allCases.map { .isAdvertising($0) }
    case .isAdvertising:
      [Forecast.Basis.campaign, .worker, .account, .lately].map { .takes(.seconds(2), rate: "2", $0) }
    case .takes: [.takesUnknown]
    case .takesUnknown: [.goFirst(campaigns: 2, recipients: 2), .goFirst(campaigns: 1, recipients: 1)]
    case .goFirst: [.costs("x")]
    case .costs: [.quotaLeft(2)]
    case .quotaLeft: [.textForm(.gsm(parts: 1), 1), .textForm(.unicode(parts: 2), 2)]
    case .textForm(.gsm, _): [.textForm(.koreanShort, 3)]
    case .textForm(.koreanShort, _): [.textForm(.koreanLong, 4)]
    case .textForm(.koreanLong, _): [.textParts(1), .textParts(2)]
    case .textForm: []
    case .textParts(1): []
    case .textParts:
      [
        .textSize(TextMeasure(form: .gsm(parts: 1), units: 45, limit: 160)),
        .textSize(TextMeasure(form: .koreanLong, units: 145, limit: 2000)), .faultyTexts(1), .faultyTexts(2),
      ]
    case .textSize(let measure): measure.form == .koreanLong ? [.textFault(.tooLong(1531, most: 1530))] : []
    case .faultyTexts: []
    case .textFault(.tooLong): [.textFault(.unfit([PlacedCharacter(place: 5, character: "–")]))]
    case .textFault(.unfit): [.textFault(.blank)]
    case .textFault(.blank): [.textFault(.notServed)]
    case .textFault(.notServed): [.costlier(PlacedCharacter(place: 5, character: "’"))]
    case .costlier: [.sameAs(line: 2)]
    case .sameAs: [.keptBack]
    case .keptBack: [.nobodyLacks]
    case .nobodyLacks: [.sourceKey]
    case .sourceKey: [.noHTML]
    case .noHTML: [.remarksKey]
    case .remarksKey: [.noRemarks]
    case .noRemarks: []
    }
  }
}

extension QuarantineText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.none]
    case .some(.none): [.gone]
    case .gone: [.newest(2)]
    case .newest: [.allMarked(2)]
    case .allMarked: [.document(7)]
    case .document: [.bytes(2), .bytes(1)]
    case .bytes: [.shown(2, of: 3)]
    case .shown: [.begins]
    case .begins: [.columnID]
    case .columnID: [.columnAt]
    case .columnAt: [.columnSize]
    case .columnSize: [.columnError]
    case .columnError: [.columnBegins]
    case .columnBegins: []
    }
  }
}

extension HistoryText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.none]
    case .some(.none): [.noneContains]
    case .noneContains: [.containing("x")]
    case .containing: [.latest(2, of: 3)]
    case .latest: [.condition]
    case .condition: [.result]
    case .result: [.columnAt]
    case .columnAt: [.columnOperator]
    case .columnOperator: [.columnAction]
    case .columnAction: [.columnCampaign]
    case .columnCampaign: [.columnCondition]
    case .columnCondition: [.columnCount]
    case .columnCount: [.columnResult]
    case .columnResult: []
    }
  }
}
