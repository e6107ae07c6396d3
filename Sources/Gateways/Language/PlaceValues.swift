/// What names in braces stand for in one call.
struct PlaceValues: Sendable {
  /// A recipient's own.
  struct Recipient: Sendable {
    var number: String
    var text: String
    var ref: String
    /// From 1.
    var index: Int
  }

  /// What all recipients share, by name: settings, secrets, and what is the call's.
  var shared: [String: String]
  var recipient: Recipient?

  /// What a name stands for. The reader has seen to it that each is known; one that is not is empty.
  subscript(name: String) -> String {
    if let recipient {
      switch name {
      case "number": return recipient.number
      case "text": return recipient.text
      case "ref": return recipient.ref
      case "index": return String(recipient.index)
      default: break
      }
    }
    return shared[name] ?? ""
  }
}

/// The names there are, besides settings and secrets.
enum PlaceName {
  /// A recipient's own.
  static let recipient = ["number", "text", "ref", "index"]
  /// Those of a call that hands texts over.
  static let call = ["from", "type", "purpose", "count", "text.first", "store", "campaign"]
  /// Those of any call.
  static let time = ["now", "nonce"]
  /// Those of what is signed.
  static let signed = ["method", "pathQuery"]
  /// Those of a call that asks for reports.
  static let asking = ["since", "until", "sinceDay", "page", "request"]
  /// The signature, in headers.
  static let signature = "signature"
}
