import EventStore
import Model
import Ports
import Services
import Testing

/// What brokers post by themselves: each report is stored, or passed over as another store's, or kept.
@Suite struct EventBatchTests {
  /// Tells what it is asked to, and remembers nothing.
  private struct Reader: ReportReader {
    var answer: Result<ReportAnswer, ReportUnread>

    func read(_ body: [UInt8], of gateway: String) throws(ReportUnread) -> ReportAnswer { try answer.get() }

    func masked(_ document: [UInt8], of gateway: String) -> [UInt8] {
      Array(String(decoding: document, as: UTF8.self).replacing("SECRET", with: "…").utf8)
    }
  }

  private static func item(store: String?, id: String = "M1") -> ReportAnswer.Item {
    let tags = store.map { #""store":"\#($0)","campaign":1,"message":1,"attempt":1,"# } ?? ""
    return .init(
      providerID: id, store: store,
      document: #"{"sendboardEvent":1,"type":"delivered",\#(tags)"id":"\#(id)","at":"2026-11-18T01:00:00.000Z"}"#)
  }

  private static let document = #"{"sendboardReport":"acme","body":[1]}"#

  private func batch(_ answer: Result<ReportAnswer, ReportUnread>?, _ document: String = document) -> EventBatch {
    var batch = EventBatch(storeID: "mine", reports: answer.map(Reader.init))
    batch.add(document)
    return batch
  }

  @Test func ownReportsAreEventsAndOthersArePassedOver() {
    let answer = ReportAnswer(items: [Self.item(store: "mine"), Self.item(store: "other"), Self.item(store: nil)])
    let batch = batch(.success(answer))
    #expect(batch.events.count == 2 && batch.unreadable.isEmpty && batch.ignored == 0 && batch.read == 1)
    #expect(batch.events.map(\.tags?.message.rawValue) == [1, nil])
    #expect(self.batch(.success(ReportAnswer(items: [Self.item(store: "other")]))).ignored == 1)
  }

  /// The whole document is kept when part of it is not understood: what was understood is found to be there later.
  @Test func whatIsNotUnderstoodIsKeptWhole() {
    let partly = batch(.success(ReportAnswer(items: [Self.item(store: "mine")], unread: 3)))
    #expect(partly.events.count == 1)
    #expect(partly.unreadable.map(\.error) == ["reports of the gateway acme, of which 3 cannot be read"])
    #expect(partly.unreadable.map(\.body) == [Array(Self.document.utf8)])
    let unknown = batch(.failure(.unknownGateway))
    #expect(
      unknown.unreadable.map(\.error) == [
        "reports of the gateway acme, which is not known here, or does not send any by itself"
      ])
    #expect(
      batch(.failure(.other)).unreadable.map(\.error) == ["reports of the gateway acme that are not as its file says"])
    #expect(batch(nil).unreadable.count == 1)
  }

  @Test func whatIsKeptHasNoSecrets() {
    let document = #"{"sendboardReport":"acme","body":["SECRET"]}"#
    for answer in [.failure(.other), .success(ReportAnswer(items: [], unread: 1))]
      as [Result<ReportAnswer, ReportUnread>]
    {
      let kept = batch(answer, document).unreadable.map { String(decoding: $0.body, as: UTF8.self) }
      #expect(kept == [#"{"sendboardReport":"acme","body":["…"]}"#])
    }
  }

  /// Within envelopes, as text, without a body, with a name of whatever kind: read or kept, and nothing else happens.
  @Test(
    arguments: [
      (#"{"Message":"{\"sendboardReport\":\"acme\",\"body\":[]}"}"#, true),
      (#"{"sendboardReport":"acme","body":"[1,2]"}"#, true), (#"{"sendboardReport":"acme"}"#, true),
      (#"{"sendboardReport":5,"body":[]}"#, false), (#"{"sendboardReport":null,"body":"{}"}"#, false),
    ])
  func shapes(document: String, isRead: Bool) {
    let batch = batch(.success(ReportAnswer(items: [Self.item(store: "mine")])), document)
    #expect(batch.events.count == (isRead ? 1 : 0) && batch.unreadable.count == (isRead ? 0 : 1))
  }
}
