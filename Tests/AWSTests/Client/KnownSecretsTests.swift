import Foundation
import Testing

@testable import AWS

/// What a process was given to sign with is never shown, however it looks and whatever of it is quoted.
@Suite struct KnownSecretsTests {
  /// Looks like a path of names: 75 characters.
  private static let token = "session-token/of-some/stand-in/that-has/no-digits-at-all/and-short/parts-xx"

  @Test(arguments: [
    "the token \(token) is not valid", "token=\(token)", "'\(token)'", "X-Token: \(token.prefix(40))…",
    "…\(token.suffix(20)) is wrong", "got \(token.replacing("/", with: "%2F"))",
  ]) func noPartOfAKnownTokenIsShown(text: String) throws {
    #expect(Self.token.count == 75)
    let secrets = KnownSecrets()
    secrets.add(Self.token, "short", nil)
    let shown = secrets.masked(text)
    #expect(shown.contains("…"))
    for start in Self.token.indices {
      let part = Self.token[start...].prefix(12)
      if part.count == 12 { #expect(!shown.contains(part), "\(shown)") }
    }
    #expect(secrets.masked("short words stay") == "short words stay")
  }

  /// Looks alone would let it pass: it is known, because the call was signed with it.
  @Test func anErrorThatEchoesTheTokenShowsNone() async throws {
    #expect(ErrorText.masked("echo \(Self.token.dropLast(30))xyz").contains("session-token/of-some"))
    let known = try Credentials.checked(
      accessKeyID: "AKID", secretAccessKey: "known-secret-made-of-words-for-once", sessionToken: Self.token,
      expiration: nil, source: "test", now: Date())
    #expect(known.sessionToken == Self.token)
    let root = Bench([
      .status(400, #"{"__type":"InvalidAction","message":"no action for \#(Self.token), known-secret-made-of-words"}"#)
    ])
    let error = try await failure { () throws(AWSError) in try await root.sqs.getQueueURL("q") }
    #expect(error.description == "SQS GetQueueUrl: InvalidAction: no action for …, …")
  }
}
