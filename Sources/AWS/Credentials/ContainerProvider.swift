import Foundation
import HTTP

/// Finds the credentials of a container's task (<https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html>).
struct ContainerProvider: CredentialProvider {
  let environment: AWSEnvironment
  let transport: any HTTPTransport
  /// Between two tries: the agent answers slowly while it starts.
  var pause: Duration = .seconds(1)

  private let source = "container"
  private static let attempts = 3

  func find(now: Date) async throws -> Credentials? {
    guard let url = try url() else { return nil }
    var request = HTTPRequest(.get, url, headers: [HTTPField("Accept", "application/json")], timeout: .seconds(2))
    request.usesProxy = false
    if let token = try token() { request.headers.append(HTTPField("Authorization", token)) }
    let body = try await answer(to: request)
    return try CredentialDocument(body, source: source).credentials(source: source, now: now)
  }

  private func url() throws -> String? {
    if let path = environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] {
      guard path.hasPrefix("/"), path.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
        throw CredentialError(.unusable, "\(source): AWS_CONTAINER_CREDENTIALS_RELATIVE_URI is not a path")
      }
      return "http://169.254.170.2\(path)"
    }
    guard let url = environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] else { return nil }
    guard let target = RequestTarget(url), !target.hasUserInfo,
      url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") })
    else {
      throw CredentialError(
        .unusable, "\(source): AWS_CONTAINER_CREDENTIALS_FULL_URI is not a plain URL of http or https")
    }
    // Unencrypted, the token and the keys may only go where nobody listens in between.
    guard target.scheme.elementsEqual("https".utf8) || ContainerProvider.isTrusted(target.host) else {
      throw CredentialError(
        .unusable,
        "\(source): AWS_CONTAINER_CREDENTIALS_FULL_URI has to be https, or name a loopback address, 169.254.170.2 or "
          + "169.254.170.23")
    }
    return url
  }

  private static func isTrusted(_ host: [UInt8]) -> Bool {
    let name = String(decoding: host.map(\.asciiLowercased), as: UTF8.self)
    if ["localhost", "[::1]", "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"].contains(name) { return true }
    let numbers = name.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
    return numbers.count == 4 && numbers.allSatisfy { $0 != nil } && numbers[0] == 127
  }

  /// Read at every refresh: the file's content changes.
  private func token() throws -> String? {
    let token: String?
    if let path = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] {
      do {
        token = String(try String(contentsOf: URL(filePath: path), encoding: .utf8).trimmed)
      } catch {
        throw CredentialError(.unusable, "\(source): AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE cannot be read: \(path)")
      }
    } else {
      token = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"]
    }
    guard let token else { return nil }
    KnownSecrets.shared.add(token)
    guard !token.isEmpty, token.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
      throw CredentialError(.unusable, "\(source): the authorization token is empty or holds a line break")
    }
    return token
  }

  private func answer(to request: HTTPRequest) async throws -> [UInt8] {
    var failure = ""
    for attempt in 1...ContainerProvider.attempts {
      if attempt > 1 { try await Task.sleep(for: pause) }
      do throws(HTTPError) {
        let response = try await transport.send(request)
        if response.status == 200 { return response.body }
        failure = "the agent answered with status \(response.status)"
        // Asking again does not change a "no".
        if (400..<500).contains(response.status), response.status != 429 { break }
      } catch {
        if error.code == .cancelled { throw CancellationError() }
        failure = "no answer from \(error.host): \(error.context)"
      }
    }
    throw CredentialError(.unusable, "\(source): \(failure)")
  }
}
