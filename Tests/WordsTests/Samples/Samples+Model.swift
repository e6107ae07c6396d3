import Model

extension FileProblem: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.notThere("x")]
    case .notThere: [.folder]
    case .folder: [.notAllowed("x")]
    case .notAllowed: [.unreadable("x")]
    case .unreadable: [.empty]
    case .empty: [.noRows]
    case .noRows: [.workbookOrArchive(command: "x")]
    case .workbookOrArchive: [.packed("x", command: "x")]
    case .packed: [.oldWorkbook]
    case .oldWorkbook: [.pdf]
    case .pdf: [.nulBytes(isAtBeginning: true), .nulBytes(isAtBeginning: false)]
    case .nulBytes: TextEncoding.all.map { .notUTF8($0) } + [.notUTF8(nil)]
    case .notUTF8: [.openQuote]
    case .openQuote: [.longQuote]
    case .longQuote: [.longRow]
    case .longRow: [.unnamedColumn(2), .unnamedColumn(1)]
    case .unnamedColumn: [.repeatedColumn("x")]
    case .repeatedColumn: [.noSuchColumn("x", columns: ["x"])]
    case .noSuchColumn: [.noAddressColumn(wanted: "x", columns: ["x"])]
    case .noAddressColumn: [.severalAddressColumns(wanted: "x", ["x"])]
    case .severalAddressColumns: [.tooLong(limit: 2), .tooLong(limit: 1)]
    case .tooLong: [.utf16]
    case .utf16: [.notText(line: 2), .notText(line: 1)]
    case .notText:
      [.nulInText(line: 2, isUTF16: false), .nulInText(line: 1, isUTF16: false), .nulInText(line: 1, isUTF16: true)]
    case .nulInText: []
    }
  }
}

extension TextEncoding: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.korean]
    case .korean: [.chinese]
    case .chinese: [.koreanOrChinese]
    case .koreanOrChinese: [.japanese]
    case .japanese: [.western]
    case .western: []
    }
  }
}

extension RowProblem: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: AddressProblem.Code.allCases.map { .address($0) }
    case .address: [.textAfterQuote]
    case .textAfterQuote: [.fieldCount(2, header: 2), .fieldCount(1, header: 2), .fieldCount(2, header: 1)]
    case .fieldCount: []
    }
  }
}

extension SkipReason: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.anotherProgram]
    case .anotherProgram: [.otherCampaign]
    case .otherCampaign: [.cancelledCampaign]
    case .cancelledCampaign: [.uncertain]
    case .uncertain: MessageStatus.allCases.map { .notFailed($0) }
    case .notFailed: [.otherCondition]
    case .otherCondition:
      FailureKind.allCases.map { .notResendable($0, .cause("x")) } + Detail.all.map { .notResendable(.soft, $0) } + [
        .notResendable(.soft, nil)
      ]
    case .notResendable: [.receiversPolicy("5.7.1")]
    case .receiversPolicy: [.onOwnList]
    case .onOwnList: [.whenResumed]
    case .whenResumed: [.beingTried]
    case .beingTried: []
    }
  }
}

extension SkipReason.Detail: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.cause("x")]
    case .cause: [.code("x")]
    case .code: []
    }
  }
}

extension ComponentName: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: Channel.allCases.map { .fullSpeed($0) }
    case .fullSpeed: [.eventIntake]
    case .eventIntake: [.store]
    case .store: [.dailyQuota]
    case .dailyQuota: Operation.allCases.map { .queue("x", $0) }
    case .queue: [.other("x")]
    case .other: []
    }
  }
}
