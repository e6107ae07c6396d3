import Model
import EventStore
import Audience
import AWS
import Foundation
import HTTP
import JSON
import Ports
import Services

/// Does with the clients of `AWS` alone what a program with boto3 does that has no store: the recipients travel in the
/// queue's messages, fifty in each.
struct NetworkSide {
  private struct Keys: CredentialSource {
    func credentials() async throws -> Credentials {
      Credentials(accessKeyID: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG", source: "benchmark")
    }

    func invalidate(_ credentials: Credentials) async {}
  }

  private let url: String
  private let sqs: SQSClient
  private let ses: SESClient

  init(url: String) throws {
    self.url = url
    let signer = RequestSigner()
    let environment = ServiceEnvironment(
      transport: try CurlTransport(HTTPSettings(environment: [:])), credentials: CachedCredentials(Keys()),
      sign: { request, credentials, service, region, date in
        try signer.sign(&request, credentials: credentials, service: service, region: region, at: date)
      })
    let endpoint = ServiceEndpoint(url: url, region: "eu-west-1")
    sqs = SQSClient(environment, endpoint: endpoint)
    ses = SESClient(environment, endpoint: endpoint)
  }

  func launch(csv: String) async throws {
    var reader = try CSVAudience(path: csv, channel: .email)
    var recipients: [AudienceRecipient] = []
    var bodies: [SQSEntry] = []
    while let entry = try reader.next() {
      if case .recipient(let recipient) = entry { recipients.append(recipient) }
      guard recipients.count == 50 else { continue }
      bodies.append(SQSEntry(body: body(recipients, reader.columns)))
      recipients.removeAll(keepingCapacity: true)
      guard bodies.count == 10 else { continue }
      try await send(bodies)
      bodies.removeAll(keepingCapacity: true)
    }
    if !recipients.isEmpty { bodies.append(SQSEntry(body: body(recipients, reader.columns))) }
    if !bodies.isEmpty { try await send(bodies) }
  }

  func work(lanes: Int) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<lanes {
        group.addTask {
          while true {
            let messages = try await sqs.receiveMessage(queue("send"), max: 10, waitSeconds: 1)
            if messages.isEmpty { return }
            for message in messages {
              let results = try await ses.sendBulkEmail(try mail(message.body))
              guard results.allSatisfy({ $0.status == .success }) else { throw CloudBenchError("a mail was refused") }
            }
            _ = try await sqs.deleteMessageBatch(queue("send"), messages.map(\.receipt))
          }
        }
      }
      try await group.waitForAll()
    }
  }

  func drain(lanes: Int) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<lanes {
        group.addTask {
          var digest = EventBatch(storeID: "benchmrk")
          while true {
            let messages = try await sqs.receiveMessage(queue("events"), max: 10, waitSeconds: 1)
            if messages.isEmpty { return }
            for message in messages { digest.add(message.body) }
            guard digest.unreadable.isEmpty else { throw CloudBenchError(digest.unreadable[0].error) }
            digest.clear()
            _ = try await sqs.deleteMessageBatch(queue("events"), messages.map(\.receipt))
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private func queue(_ name: String) -> String { "\(url)/000000000000/\(name)" }

  private func send(_ bodies: [SQSEntry]) async throws {
    for result in try await sqs.sendMessageBatch(queue("send"), bodies) { _ = try result.get() }
  }

  private func body(_ recipients: [AudienceRecipient], _ columns: [String]) -> String {
    var json = JSONWriter(capacity: 8_192)
    json.object { json in
      json.member("campaign", 1)
      json.key("recipients")
      json.array(recipients) { json, recipient in
        json.object { json in
          json.member("email", recipient.address)
          for (name, value) in zip(columns, recipient.values) { json.member(name, value) }
        }
      }
    }
    return json.text
  }

  private func mail(_ body: String) throws -> SESBulkEmail {
    var body = body
    let entries = try body.withUTF8 { bytes -> [SESBulkEmail.Entry] in
      var tape = JSONTape()
      try tape.parse(bytes)
      return tape.nodes.withUnsafeBufferPointer { nodes in
        let view = JSONView(bytes: bytes, nodes: nodes)
        return view.elements(of: view.value(0, "recipients")).enumerated().map { index, recipient in
          var data = JSONWriter(capacity: 128)
          view.appendCompact(recipient, to: &data.bytes)
          return SESBulkEmail.Entry(
            to: [view.text(view.value(recipient, "email")) ?? ""], data: data.text,
            tags: [
              SESTag("sendboard-store", "benchmrk"), SESTag("sendboard-campaign", "1"),
              SESTag("sendboard-message", String(index)), SESTag("sendboard-attempt", "1"),
            ])
        }
      }
    }
    return SESBulkEmail(
      from: "News <news@example.com>", configurationSet: "sendboard",
      content: .inline(
        SESTemplate(subject: "Hello {{name}}", text: "Dear {{name}},\nyour contract {{contract}} is ready.\n")),
      entries: entries)
  }
}
