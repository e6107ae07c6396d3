import struct Foundation.Date
import HTTP

/// Finds the credentials of an EC2 instance's role, by version 2 of its metadata service only
/// (<https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-metadata-security-credentials.html>).
struct InstanceProvider: CredentialProvider {
  let environment: AWSEnvironment
  let transport: any HTTPTransport
  /// Elsewhere nobody answers, and the operator waits for as long.
  var timeout: Duration = .seconds(1)

  private let source = "instance metadata"
  private static let rolePath = "/latest/meta-data/iam/security-credentials/"

  func find(now: Date) async throws -> Credentials? {
    if environment.isTrue("AWS_EC2_METADATA_DISABLED") { return nil }
    let base = try endpoint()
    guard let token = try await sessionToken(base) else { return nil }
    guard let name = try await get(base, InstanceProvider.rolePath, token) else { return nil }
    let role = String(decoding: name, as: UTF8.self).split { $0.isNewline }.first.map { String($0.trimmed) } ?? ""
    if role.isEmpty { return nil }
    guard role.utf8.allSatisfy({ $0.isUnreserved || "+=,@".utf8.contains($0) }) else {
      throw CredentialError(.unusable, "\(source): the role's name is not one; is this the metadata service?")
    }
    guard let body = try await get(base, InstanceProvider.rolePath + role, token) else {
      throw CredentialError(.unusable, "\(source): role \(role) has no credentials; check the instance profile")
    }
    let document = try CredentialDocument(body, source: "instance role \(role)")
    // The code is AWS's word for what is wrong with the role; anything else is not repeated.
    if let code = document.code, code != "Success" {
      let word = code.utf8.allSatisfy(\.isUnreserved) ? code.prefix(64) : "unknown code"
      throw CredentialError(.unusable, "instance role \(role): \(word); check the instance profile and its role")
    }
    return try document.credentials(source: "instance role \(role)", now: now)
  }

  private func endpoint() throws -> String {
    if let url = environment["AWS_EC2_METADATA_SERVICE_ENDPOINT"] {
      guard let target = RequestTarget(url), !target.hasUserInfo, url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
        throw CredentialError(.unusable, "\(source): AWS_EC2_METADATA_SERVICE_ENDPOINT is not a URL")
      }
      return String(url.last == "/" ? url.dropLast() : url[...])
    }
    let mode = environment["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"]?.lowercased()
    return mode == "ipv6" ? "http://[fd00:ec2::254]" : "http://169.254.169.254"
  }

  /// Asks for the token that every further question needs; `nil` when this is no instance, or one whose metadata are off.
  private func sessionToken(_ base: String) async throws -> String? {
    var request = HTTPRequest(
      .put, base + "/latest/api/token", headers: [HTTPField("X-aws-ec2-metadata-token-ttl-seconds", "21600")],
      timeout: timeout)
    request.usesProxy = false
    let response: HTTPResponse
    do throws(HTTPError) {
      response = try await transport.send(request)
    } catch {
      if error.code == .cancelled { throw CancellationError() }
      return nil
    }
    guard response.status == 200 else {
      if response.status < 500 { return nil }
      throw CredentialError(.unusable, "\(source): the service answered with status \(response.status)")
    }
    let token = String(decoding: response.body, as: UTF8.self).trimmed
    guard !token.isEmpty, token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw CredentialError(.unusable, "\(source): what it gave as a token is none; is this the metadata service?")
    }
    return String(token)
  }

  private func get(_ base: String, _ path: String, _ token: String) async throws -> [UInt8]? {
    var request = HTTPRequest(
      .get, base + path, headers: [HTTPField("X-aws-ec2-metadata-token", token)], timeout: timeout)
    request.usesProxy = false
    let response: HTTPResponse
    do throws(HTTPError) {
      response = try await transport.send(request)
    } catch {
      if error.code == .cancelled { throw CancellationError() }
      throw CredentialError(.unusable, "\(source): \(error.context)")
    }
    switch response.status {
    case 200: return response.body
    case 404: return nil
    default: throw CredentialError(.unusable, "\(source): the service answered with status \(response.status)")
    }
  }
}
