package import AWS
import Foundation
package import HTTP

/// A real HTTP emulator of AWS on loopback: ministack, which does SQS, SNS and SES.
///
/// ```swift
/// let cloud = try await Emulator.shared.value
/// let url = try await cloud.sqs.createQueue(Emulator.name("send"))
/// ```
///
/// It ends with the process that started it, however that ends.
package final class Emulator: Sendable {
  /// One for all tests of a run; it takes every signature.
  package static let shared = Task { try await Emulator() }
  /// One for all tests of a run that verifies signatures.
  package static let verifying = Task { try await Emulator(verifiesSignatures: true) }
  /// The region of everything in it.
  package static let region = "us-east-1"
  /// Where it is installed to, and by what.
  private static let folder = #filePath.components(separatedBy: "/Tests/")[0]

  /// Holds the port, on 127.0.0.1.
  package let port: Int
  private let process: GuardedProcess
  private let transport: CurlTransport

  /// Starts one and waits until it answers.
  ///
  /// - Parameter port: where; `nil` for a free one.
  /// - Throws: ``EmulatorError``.
  package init(port: Int? = nil, verifiesSignatures: Bool = false) async throws {
    let port = try port ?? GuardedProcess.freePort()
    self.port = port
    let program = Self.folder + "/.build/emulator/bin/ministack"
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw EmulatorError("the AWS emulator of the tests is not installed: run .ci/emulator")
    }
    process = try GuardedProcess(
      program,
      environment: [
        "BIND_HOST": "127.0.0.1", "GATEWAY_PORT": "\(port)", "MINISTACK_HOST": "127.0.0.1", "LOG_LEVEL": "WARNING",
        "AUTH": verifiesSignatures ? "true" : "false", "HOME": NSTemporaryDirectory(),
        "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      ])
    transport = try CurlTransport(HTTPSettings(environment: [:]))
    let end = ContinuousClock.now + .seconds(30)
    while true {
      // Refused until it listens.
      if let health = try? await get("/_ministack/health"), health.status == 200 { return }
      guard ContinuousClock.now < end else { throw EmulatorError("ministack does not answer on port \(port)") }
      try await Task.sleep(for: .milliseconds(50))
    }
  }

  deinit { transport.close() }

  /// Ends it, with all that it holds, and waits until nobody answers.
  package func stop() async throws {
    process.stop()
    // Answers until it is gone.
    while (try? await get("/_ministack/health")) != nil { try await Task.sleep(for: .milliseconds(20)) }
  }

  /// Holds where it listens.
  package var url: String { "http://127.0.0.1:\(port)" }

  /// Calls SQS with a key that needs no signature.
  package var sqs: SQSClient { SQSClient(.plain(transport), endpoint: endpoint) }
  /// Calls SNS with a key that needs no signature.
  package var sns: SNSClient { SNSClient(.plain(transport), endpoint: endpoint) }
  /// Calls SES with a key that needs no signature.
  package var ses: SESClient { SESClient(.plain(transport), endpoint: endpoint) }
  /// Is where all services are.
  package var endpoint: ServiceEndpoint { ServiceEndpoint(url: url, region: Self.region) }

  /// Makes a name that no other test uses.
  package static func name(_ what: String) -> String { "\(what)-\(UUID().uuidString.prefix(8).lowercased())" }

  /// Asks it something that is not one of AWS's calls.
  package func get(_ path: String) async throws -> HTTPResponse {
    try await transport.send(HTTPRequest(.get, url + path, timeout: .seconds(10)))
  }

  /// Makes a call that the program itself never makes, in the query protocol or in JSON.
  ///
  /// - Throws: ``EmulatorError`` when the status is not 200.
  @discardableResult
  package func call(
    _ service: String, _ path: String = "/", form: [(String, String)] = [], json: String? = nil
  ) async throws -> String {
    let body = json ?? form.map { "\(Self.escaped($0.0))=\(Self.escaped($0.1))" }.joined(separator: "&")
    var request = HTTPRequest(
      .post, url + path,
      headers: [
        HTTPField("Content-Type", json == nil ? "application/x-www-form-urlencoded" : "application/json")
      ], body: Array(body.utf8))
    try RequestSigner().sign(
      &request, credentials: .test, service: service, region: Self.region, at: Date())
    let response = try await transport.send(request)
    let text = String(decoding: response.body, as: UTF8.self)
    guard response.status == 200 else { throw EmulatorError("\(service) answered \(response.status): \(text)") }
    return text
  }

  /// Tells SES that a sender is verified.
  package func verify(sender: String) async throws {
    try await call("ses", "/v2/email/identities", json: #"{"EmailIdentity": "\#(sender)"}"#)
  }

  /// Lists whom SES accepted mail for, oldest first: a mail for each.
  package func sentMails() async throws -> [(id: String, address: String, subject: String, text: String)] {
    let answer = try await get("/_ministack/ses/messages")
    let object = try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: [String: [[String: Any]]]]
    return (object?["messages"]?.values.joined().map { $0 } ?? []).flatMap { mail in
      (mail["To"] as? [String] ?? []).map {
        (
          mail["MessageId"] as? String ?? "", $0, mail["Subject"] as? String ?? "", mail["BodyText"] as? String ?? ""
        )
      }
    }
  }

  /// Makes keys that IAM knows, which may do everything.
  package func makeKeys() async throws -> Credentials {
    let user = Self.name("user")
    func iam(_ action: String, _ fields: (String, String)...) async throws -> String {
      try await call("iam", form: [("Action", action), ("Version", "2010-05-08"), ("UserName", user)] + fields)
    }
    _ = try await iam("CreateUser")
    let policy = #"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#
    _ = try await iam("PutUserPolicy", ("PolicyName", "all"), ("PolicyDocument", policy))
    let answer = try await iam("CreateAccessKey")
    func text(_ name: String) throws -> String {
      let parts = answer.components(separatedBy: "<\(name)>")
      guard parts.count > 1 else { throw EmulatorError("IAM gave no \(name)") }
      return parts[1].components(separatedBy: "<")[0]
    }
    return Credentials(
      accessKeyID: try text("AccessKeyId"), secretAccessKey: try text("SecretAccessKey"), source: "test")
  }

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }
}

/// Why the emulator cannot be used.
package struct EmulatorError: Error, CustomStringConvertible {
  /// What happened, in one line.
  package var description: String

  init(_ description: String) { self.description = description }
}
