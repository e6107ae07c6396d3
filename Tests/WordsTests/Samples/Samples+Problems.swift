import Model
import Words

extension ProblemText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: StoreProblem.allCases.map { .store($0) }
    case .store: QueueProblem.allCases.map { .queue($0, "x") }
    case .queue: QueueFileProblem.allCases.map { .queueFile($0) }
    case .queueFile: CallProblem.allCases.map { .aws($0, call: "x") }
    case .aws: BrokerProblem.allCases.map { .broker($0, name: "x") }
    case .broker: ProvisioningProblem.allCases.map { .provisioning($0) }
    case .provisioning: ComposeProblem.all.map { .composing($0) }
    case .composing: [.noSuchMessage("x")]
    case .noSuchMessage: [.noSuchLetters(["x"])]
    case .noSuchLetters: [.eventLetters]
    case .eventLetters: [.fileExists("x")]
    case .fileExists: [.othersFound]
    case .othersFound: [.cannotWrite(file: "x")]
    case .cannotWrite: [.foreign("x")]
    case .foreign: []
    }
  }
}

extension ComposeProblem: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: Entry.allCases.map { .controlCharacter(in: $0) }
    case .controlCharacter: [.severalSenders("x")]
    case .severalSenders: AddressProblem.Code.allCases.map { .notASender("x", $0) }
    case .notASender: [.senderOutsideASCII("x")]
    case .senderOutsideASCII:
      FileProblem.all.map { .recipients(file: "x", line: 2, $0) } + [.recipients(file: "x", line: nil, .folder)]
    case .recipients: FileProblem.all.map { .template(file: "x", $0) }
    case .template: [.missingColumns(["x"], file: "x", meant: ["x"])]
    case .missingColumns: [.nobody(file: "x", invalid: 2), .nobody(file: "x", invalid: 1)]
    case .nobody:
      [
        .nobodyCounted(invalid: 2, duplicates: 2, first: .init(line: 2, problem: .textAfterQuote)),
        .nobodyCounted(invalid: 1, duplicates: 2, first: .init(line: 2, problem: .textAfterQuote)),
        .nobodyCounted(invalid: 2, duplicates: 1, first: .init(line: 2, problem: .textAfterQuote)),
        .nobodyCounted(invalid: 2, duplicates: 2, first: nil),
      ]
    case .nobodyCounted:
      Template.Part.allCases.map { .block(tag: "x", line: 2, $0) } + [.block(tag: "x", line: 1, .text)]
    case .block: [.tooMuchContent(bytes: 2), .tooMuchContent(bytes: 1)]
    case .tooMuchContent: [.emptyContent(file: "x")]
    case .emptyContent: [.notRenderable(TemplateProblem(.openTag, in: .text, line: 2))]
    case .notRenderable: Channel.allCases.map { .unserved($0, isSESOnly: true) } + [.unserved(.email, isSESOnly: false)]
    case .unserved:
      [
        .otherAudience(2, confirmed: 2, file: "x"), .otherAudience(1, confirmed: 2, file: "x"),
        .otherAudience(2, confirmed: 1, file: "x"),
      ]
    case .otherAudience: [.changedFile("x")]
    case .changedFile: [.launchedMeanwhile(campaign: "x"), .launchedMeanwhile(campaign: nil)]
    case .launchedMeanwhile:
      [
        .notUnderstood, .unknownZone("x"), .noSuchDay, .noSuchTime, .twice, .over(at: Timestamp(milliseconds: 0)),
        .tooFar,
      ].map { .start("x", $0) }
    case .start:
      [
        .notUnderstood("x"), .notSecure("x"), .severalLinks, .severalAddresses, .character("x"), .tag("x"), .tooLong(2),
      ].map { .unsubscribe($0) }
    case .unsubscribe: [.testAddress("x", .noAt)]
    case .testAddress: [.testRefused("1")]
    case .testRefused: [.testUnanswered("1")]
    case .testUnanswered: [.rate("x")]
    case .rate: [.hours(.unreadable("x"))]
    case .hours(.unreadable): [.hours(.byNight("y"))]
    case .hours(.byNight): [.hoursInKorea(line: 2, "x")]
    case .hoursInKorea: [.advertising(.unmarkedStoredSubject), .advertising(.noFreeRefusal)]
    case .advertising: [.changedContent]
    case .changedContent: [.testSuppressed("x")]
    case .testSuppressed: []
    }
  }
}
