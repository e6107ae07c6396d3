import HTTP

/// How a request is made.
package struct RequestRule: Equatable, Sendable {
  /// A name and what it has, of a header, a form or a query.
  package struct Field: Equatable, Sendable {
    var name: TextTemplate
    var value: TextTemplate
  }

  /// How a request is signed: one recipe, HMAC of SHA-256.
  package struct Signature: Equatable, Sendable {
    /// How it is written.
    package enum Form: String, CaseIterable, Sendable { case hex, base64 }
    var key: TextTemplate
    var text: TextTemplate
    var form: Form
  }

  /// What it carries.
  package enum Content: Equatable, Sendable {
    case nothing
    case json(BodyTemplate)
    /// Fields as HTML forms send them; those with a recipient's name in theirs come once for each.
    case form([Field])
  }

  /// User name and password of basic authentication.
  package struct Basic: Equatable, Sendable {
    var user: TextTemplate
    var password: TextTemplate
  }

  var method: HTTPRequest.Method
  /// Scheme, host and path.
  var address: TextTemplate
  var query: [Field]
  var headers: [Field]
  var basic: Basic?
  var signature: Signature?
  var content: Content
  var timeout: Duration
}

/// How texts are handed over.
package struct SendRule: Equatable, Sendable {
  /// What all recipients of a call have in common, besides the campaign.
  package enum Shared: String, CaseIterable, Sendable { case type, text }

  var request: RequestRule
  /// Recipients in one call at most.
  package var recipientsPerCall: Int
  /// Recipients a second; `nil` where the broker publishes none.
  package var rate: Double?
  var shared: [Shared]
  /// The broker's words for what is a notice and what advertises; empty for one that does not tell them apart.
  var purposes: Purposes

  /// The broker's words for what a campaign is.
  struct Purposes: Equatable, Sendable {
    var notice = ""
    var advertising = ""
  }
}
