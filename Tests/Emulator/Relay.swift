import HTTP
import AWS
import Foundation
package import HTTPFixture
import Synchronization

/// Stands before the emulator's SES: answers `GetAccount` itself, since the emulator's account never sends more than
/// 14 a second, notes the tags, which the emulator forgets, and does to a call what a test wants.
package final class Relay: Sendable {
  /// A mail that SES accepted.
  package struct Mail: Sendable {
    /// SES's name of it.
    package var id: String
    /// Whom it went to.
    package var address: String
    /// Its tags.
    package var tags: [String: String]
    /// When it was accepted.
    package var at: ContinuousClock.Instant
    /// The same by the calendar, as events tell it.
    package let time: String

    /// Makes a mail.
    package init(id: String, address: String, tags: [String: String], at: ContinuousClock.Instant) {
      self.id = id
      self.address = address
      self.tags = tags
      self.at = at
      time = Self.present
    }

    /// The present second in ISO 8601. (A formatter takes longer than the rest of a call.)
    private static var present: String {
      var now = Foundation.time(nil)
      var fields = tm()
      gmtime_r(&now, &fields)
      var text = [CChar](repeating: 0, count: 32)
      let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%S.000Z", &fields)
      return String(decoding: text.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  /// What to do with a call of `SendBulkEmail`.
  package enum Deed: Sendable {
    /// Hands it on.
    case pass
    /// Answers without handing it on.
    case answer(FixtureReply)
    /// Hands it on, and keeps the answer back for a time.
    case delay(Duration)
  }

  /// Decides on a call by its number, from 1, and its recipients.
  package typealias Rule = @Sendable (_ call: Int, _ addresses: [String]) -> Deed

  fileprivate struct State {
    var mails: [Mail] = []
    var account: FixtureReply
    var rule: Rule = { _, _ in .pass }
    var calls = 0
    var accountCalls = 0
  }

  fileprivate final class Post: Sendable {
    let state: Mutex<State>
    let forwarder: Forwarder

    init(_ cloud: Emulator, _ account: FixtureReply) throws {
      state = Mutex(State(account: account))
      forwarder = try Forwarder(to: cloud)
    }
  }

  private let post: Post
  private let fixture: HTTPFixture

  /// Starts one.
  ///
  /// - Parameter rate: what the account may send a second.
  package init(_ cloud: Emulator, rate: Double = 100_000) throws {
    let post = try Post(cloud, Self.account(rate: rate))
    self.post = post
    fixture = try HTTPFixture(isRecording: false) { post.reply(to: $0) }
  }

  /// Ends it; new connections are refused.
  package func close() { fixture.close() }

  /// Holds where it listens.
  package var url: String { fixture.url }

  /// Lists what SES accepted, in order.
  package var mails: [Mail] { post.state.withLock(\.mails) }

  /// Counts the calls of `SendBulkEmail`, whatever became of them.
  package var calls: Int { post.state.withLock(\.calls) }

  /// Counts the calls of `GetAccount`.
  package var accountCalls: Int { post.state.withLock(\.accountCalls) }

  /// Changes what `GetAccount` says.
  package func setAccount(_ reply: FixtureReply) { post.state.withLock { $0.account = reply } }

  /// Changes what is done with calls.
  package func setRule(_ rule: @escaping Rule) { post.state.withLock { $0.rule = rule } }

  /// What `GetAccount` says of an account in order, or of one that AWS has stopped.
  ///
  /// - Parameters:
  ///   - daily: what it may send in 24 hours.
  ///   - sent: what it sent in the last.
  package static func account(
    rate: Double, isEnabled: Bool = true, daily: Double = 1_000_000, sent: Double = 0
  ) -> FixtureReply {
    .ok(
      """
      {"DedicatedIpAutoWarmupEnabled":false,"EnforcementStatus":"\(isEnabled ? "HEALTHY" : "SHUTDOWN")",\
      "ProductionAccessEnabled":true,"SendQuota":{"Max24HourSend":\(daily),"MaxSendRate":\(rate),\
      "SentLast24Hours":\(sent)},"SendingEnabled":\(isEnabled),"SuppressionAttributes":{"SuppressedReasons":[]}}
      """)
  }

  /// What AWS says to a caller who may not make a call.
  package static func denied(_ call: String) -> FixtureReply {
    .response(
      403, headers: [("Content-Type", "application/json"), ("x-amzn-ErrorType", "AccessDeniedException")],
      #"{"message":"User: arn:aws:iam::123456789012:user/ops is not authorized to perform: ses:\#(call)"}"#)
  }
}

extension Relay.Post {
  private struct Call: Decodable {
    struct Tag: Decodable { var Name, Value: String }
    struct Destination: Decodable { var ToAddresses: [String] }
    struct Entry: Decodable {
      var Destination: Destination
      var ReplacementTags: [Tag]?
    }
    var BulkEmailEntries: [Entry]
  }

  private struct Answer: Decodable {
    struct Result: Decodable { var MessageId: String? }
    var BulkEmailEntryResults: [Result]
  }

  fileprivate func reply(to request: FixtureRequest) -> FixtureReply {
    if request.target == "/v2/email/account" {
      return state.withLock {
        $0.accountCalls += 1
        return $0.account
      }
    }
    guard request.target == "/v2/email/outbound-bulk-emails",
      let call = try? JSONDecoder().decode(Call.self, from: Data(request.body))
    else { return .response(404) }
    let entries = call.BulkEmailEntries
    let (number, rule) = state.withLock {
      $0.calls += 1
      return ($0.calls, $0.rule)
    }
    switch rule(number, entries.flatMap(\.Destination.ToAddresses)) {
    case .pass: return handOn(request, entries)
    case .answer(let reply): return reply
    case .delay(let span): return .pause(span).then(handOn(request, entries))
    }
  }

  /// Blocks: it is called on the connection's own thread.
  private func handOn(_ request: FixtureRequest, _ entries: [Call.Entry]) -> FixtureReply {
    guard let response = forwarder.handOn(request) else { return .end }
    if let read = try? JSONDecoder().decode(Answer.self, from: Data(response.body)) {
      let now = ContinuousClock.now
      let accepted = zip(entries, read.BulkEmailEntryResults).compactMap { entry, result in
        result.MessageId.map { id in
          Relay.Mail(
            id: id, address: entry.Destination.ToAddresses.first ?? "",
            tags: Dictionary((entry.ReplacementTags ?? []).map { ($0.Name, $0.Value) }) { $1 }, at: now)
        }
      }
      state.withLock { $0.mails += accepted }
    }
    return .handedBack(response)
  }
}
