package import struct Foundation.Date

/// What requests are signed with. Nothing of it but the access key's id is ever printed.
package struct Credentials: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// Names the key.
  package var accessKeyID: String
  /// Holds the secret.
  package var secretAccessKey: String
  /// Goes with keys that expire.
  package var sessionToken: String?
  /// When they end; `nil` for never.
  package var expiration: Date?
  /// Where they came from, for the operator: `environment`, `profile ops`, `instance role mailer`.
  package var source: String

  /// Makes a value from its parts.
  package init(
    accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil, expiration: Date? = nil, source: String
  ) {
    self.accessKeyID = accessKeyID
    self.secretAccessKey = secretAccessKey
    self.sessionToken = sessionToken
    self.expiration = expiration
    self.source = source
  }

  /// Says which key, and no secret.
  package var description: String { "\(accessKeyID) (\(source))" }
  /// Says the same as ``description``: a debugger's print goes to logs too.
  package var debugDescription: String { description }
  /// Shows nothing to `dump`.
  package var customMirror: Mirror { Mirror(self, children: ["accessKeyID": accessKeyID, "source": source]) }
}

/// Where credentials come from.
package protocol CredentialSource: Sendable {
  /// Returns credentials that are valid for some minutes yet; quick when they are known already.
  ///
  /// - Throws: ``CredentialError`` when there are none.
  func credentials() async throws -> Credentials

  /// Forgets what is known, after AWS said that it has expired or is not valid: the next call looks anew.
  func invalidate(_ credentials: Credentials) async
}

/// Why there are no credentials.
package struct CredentialError: Error, Equatable, CustomStringConvertible {
  /// The cases a caller can tell apart.
  package enum Code: String, Sendable {
    /// No source has any.
    case none
    /// A source is configured and cannot be used: a file that is broken, a process that failed, a server that is not there.
    case unusable
    /// What the source gave has expired.
    case expired
  }

  /// Tells what kind of error it is.
  package var code: Code
  /// What happened, where, and what to do about it; never a secret.
  package var context: String

  /// Makes a value from its parts.
  package init(_ code: Code, _ context: String) {
    self.code = code
    self.context = context
  }

  /// Says what happened, in one line.
  package var description: String { context }
}
