import Foundation

/// The JSON that processes, containers and instances hand their credentials over in.
struct CredentialDocument: Decodable, CustomReflectable {
  var version: Int?
  var code: String?
  var accessKeyID: String?
  var secretAccessKey: String?
  var token: String?
  var sessionToken: String?
  var expiration: String?

  private enum CodingKeys: String, CodingKey {
    case version = "Version"
    case code = "Code"
    case accessKeyID = "AccessKeyId"
    case secretAccessKey = "SecretAccessKey"
    case token = "Token"
    case sessionToken = "SessionToken"
    case expiration = "Expiration"
  }

  /// - Throws: ``CredentialError``; the decoder's own error is dropped, since it can quote the document.
  init(_ bytes: [UInt8], source: String) throws(CredentialError) {
    do {
      self = try JSONDecoder().decode(CredentialDocument.self, from: Data(bytes))
    } catch {
      throw CredentialError(.unusable, "\(source): what it gave is not the JSON of credentials (\(bytes.count) bytes)")
    }
  }

  /// Makes a document of what a service's answer holds.
  init(accessKeyID: String, secretAccessKey: String, sessionToken: String, expiration: String?) {
    self.accessKeyID = accessKeyID
    self.secretAccessKey = secretAccessKey
    self.sessionToken = sessionToken
    self.expiration = expiration
  }

  func credentials(source: String, now: Date) throws(CredentialError) -> Credentials {
    try .checked(
      accessKeyID: accessKeyID, secretAccessKey: secretAccessKey, sessionToken: sessionToken ?? token,
      expiration: expiration, source: source, now: now)
  }

  var customMirror: Mirror { Mirror(self, children: [:]) }
}
