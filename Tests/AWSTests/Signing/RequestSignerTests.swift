import Foundation
import HTTP
import Testing

@testable import AWS

@Suite struct RequestSignerTests {
  let signer = RequestSigner()
  /// 2026-11-21T08:09:10Z
  let date = Date(timeIntervalSince1970: 1_795_248_550)

  @Test(arguments: CrossChecked.all) func botocoreSignsTheSame(known: CrossChecked) throws {
    var request = HTTPRequest(known.method, known.url, headers: known.headers, body: Array(known.body.utf8))
    var credentials = CrossChecked.credentials
    if known.token { credentials.sessionToken = CrossChecked.token }
    let steps = try signer.parts(
      &request, credentials: credentials, service: known.service, region: known.region, at: date)
    let lines = String(decoding: steps.canonical.bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[1] == known.path)
    #expect(lines[2] == known.query)
    try signer.sign(
      &request, credentials: credentials, service: known.service, region: known.region, at: date)
    let scope = "20261121/\(known.region)/\(known.service)/aws4_request"
    #expect(
      request.headers.last
        == HTTPField(
          "Authorization",
          "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/\(scope), SignedHeaders=\(known.signedHeaders), "
            + "Signature=\(known.signature)"))
  }

  @Test func signingAgainReplacesTheFirstSignature() throws {
    var first = HTTPRequest(.get, "https://sqs.eu-west-1.amazonaws.com/")
    var second = first
    var credentials = CrossChecked.credentials
    credentials.sessionToken = CrossChecked.token
    try signer.sign(&first, credentials: credentials, service: "sqs", region: "eu-west-1", at: date)
    try signer.sign(
      &second, credentials: credentials, service: "sqs", region: "eu-west-1", at: date.addingTimeInterval(-86_400))
    try signer.sign(&second, credentials: credentials, service: "sqs", region: "eu-west-1", at: date)
    #expect(first == second)
  }

  /// What curl 7.88 put into `Host` for these URLs, read off a socket.
  @Test(arguments: [
    ("http://LocalHost:4566/", "LocalHost:4566"), ("HTTP://user:p@127.0.0.1:04566/", "127.0.0.1:4566"),
    ("http://127.0.0.1:4566", "127.0.0.1:4566"), ("http://loc%61lhost:4566/", "localhost:4566"),
    ("http://X.invalid:80/p", "X.invalid"), ("http://x.invalid:0080/p", "x.invalid"),
    ("http://x.invalid:/p", "x.invalid"), ("http://[::1]:80/p", "[::1]"), ("http://x.invalid:443/", "x.invalid:443"),
  ]) func theHostIsWhatCurlSends(url: String, host: String) throws {
    let target = try #require(RequestTarget(url))
    #expect(String(decoding: target.hostField, as: UTF8.self) == host)
  }

  @Test(arguments: ["", "/relative", "ftp://host/", "https:///path", "http://host:99999/", "http://host:x/"])
  func aURLThatCannotBeSignedIsAnError(url: String) {
    var request = HTTPRequest(.get, url)
    #expect(throws: HTTPError.self) {
      try signer.sign(
        &request, credentials: CrossChecked.credentials, service: "sqs", region: "eu-west-1", at: date)
    }
  }

  /// Moments whose parts a calendar gives: leap days, turns of years, before the epoch.
  @Test(arguments: [
    (0.0, "19700101T000000Z"), (-1.0, "19691231T235959Z"), (951_782_400.0, "20000229T000000Z"),
    (1_709_251_199.9, "20240229T235959Z"), (1_735_689_599.0, "20241231T235959Z"), (4_107_542_400.0, "21000301T000000Z"),
  ]) func momentsAreWrittenOut(seconds: Double, stamp: String) {
    let time = SigningTime(Date(timeIntervalSince1970: seconds))
    #expect(String(decoding: time.stamp, as: UTF8.self) == stamp)
  }

  @Test func aKeyIsKeptForItsDayOnly() throws {
    let cache = SigningKeyCache()
    let monday = Array("20150830".utf8)[...]
    let key = cache.key(secret: "s", day: monday, region: "r", service: "sqs")
    #expect(cache.key(secret: "s", day: monday, region: "r", service: "sqs") == key)
    #expect(cache.key(secret: "s", day: Array("20150831".utf8)[...], region: "r", service: "sqs") != key)
    #expect(cache.key(secret: "t", day: monday, region: "r", service: "sqs") != key)
    #expect(cache.key(secret: "s", day: monday, region: "q", service: "sqs") != key)
    #expect(cache.key(secret: "s", day: monday, region: "r", service: "sns") != key)
  }

  @Test func aSignerShowsNoSecret() throws {
    var request = HTTPRequest(.get, "https://sqs.eu-west-1.amazonaws.com/")
    try signer.sign(
      &request, credentials: CrossChecked.credentials, service: "sqs", region: "eu-west-1", at: date)
    var text = "\(signer) \(String(reflecting: signer))"
    dump(signer, to: &text)
    #expect(!text.contains("wJalrXUtnFEMI"))
  }
}
