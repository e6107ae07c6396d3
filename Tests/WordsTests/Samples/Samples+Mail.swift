import Model
import Words

extension MailText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.titleOf("x")]
    case .titleOf: [.recipient]
    case .recipient: [.text]
    case .text: [.html]
    case .html: [.htmlSource]
    case .htmlSource: [.values]
    case .values: [.noBody]
    case .noBody: [.foreign]
    case .foreign: [.notYet]
    case .notYet: [.notRendered]
    case .notRendered: [.sent(attempts: 2), .sent(attempts: 1)]
    case .sent: [.storedTemplate("x")]
    case .storedTemplate: Template.Part.allCases.map { .unrendered($0, line: 1) }
    case .unrendered: [.shown(2, of: 3, orMore: true), .shown(2, of: 3, orMore: false)]
    case .shown: [.htmlAsText]
    case .htmlAsText: []
    }
  }
}

extension AttemptText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.title("x")]
    case .title: [.shown(first: 1, last: 2, of: 3)]
    case .shown: [.began]
    case .began: [.status]
    case .status: [.decided]
    case .decided: [.providerID]
    case .providerID: [.words]
    case .words: [.toDo]
    case .toDo: [.noWords]
    case .noWords: [.notKnown]
    case .notKnown: []
    }
  }
}

extension CopyText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.title]
    case .title: Thing.all.map { .option($0) }
    case .option:
      Thing.all.flatMap { thing in
        [.terminal, .tmux, .screen, .none(term: "x")].flatMap {
          [.copied(thing, bytes: 2, $0), .copied(thing, bytes: 1, $0)]
        }
      }
    case .copied: [.noClipboard(term: "x")]
    case .noClipboard: [.nothingHere]
    case .nothingHere: [.tooMuch(limit: 2)]
    case .tooMuch: [.gathering]
    case .gathering: [.cannot("x")]
    case .cannot: [.links]
    case .links: [.linksNeeded]
    case .linksNeeded: [.oneMessageNeeded]
    case .oneMessageNeeded: [.linkOf("x")]
    case .linkOf: [.linkCopied]
    case .linkCopied: [.linkNotCopied]
    case .linkNotCopied: [.leave]
    case .leave: []
    }
  }
}

extension CopyText.Thing: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.address]
    case .address: [.addresses(2), .addresses(1)]
    case .addresses: [.messageID]
    case .messageID: [.providerID]
    case .providerID: [.words]
    case .words: [.timeline]
    case .timeline: [.rawEvents]
    case .rawEvents: [.campaignName]
    case .campaignName: [.campaignID]
    case .campaignID: [.subject]
    case .subject: [.textBody]
    case .textBody: [.htmlSource]
    case .htmlSource: [.values]
    case .values: [.mail]
    case .mail: [.failure]
    case .failure: [.letters(2), .letters(1)]
    case .letters: [.document]
    case .document: [.entry]
    case .entry: [.link]
    case .link: []
    }
  }
}

extension PersonText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.titleOf("x")]
    case .titleOf: [.count(2), .count(1)]
    case .count: [.newest(2, of: 3), .newest(1, of: 2)]
    case .newest: [.none("x")]
    case .some(.none): [.address]
    case .address: [.listed(.manual, since: "x", until: "x"), .listed(.complaint, since: "x", until: nil)]
    case .listed:
      [.suppressed(day: "x", list: "x", arrivedSince: "x"), .suppressed(day: "x", list: "x", arrivedSince: nil)]
    case .suppressed: [.complained(day: "x", arrivedSince: "x"), .complained(day: "x", arrivedSince: nil)]
    case .complained: [.hardBounced(day: "x", arrivedSince: "x"), .hardBounced(day: "x", arrivedSince: nil)]
    case .hardBounced: [.notSuppressed]
    case .notSuppressed: [.underWay(2), .underWay(1)]
    case .underWay: []
    }
  }
}

extension LeftAloneText: Sampled {
  static func samples(after key: Self?) -> [Self] {
    switch key {
    case nil: [.title(2), .title(1)]
    case .title: [.more(2), .more(1)]
    case .more: [.keys]
    case .keys: []
    }
  }
}
