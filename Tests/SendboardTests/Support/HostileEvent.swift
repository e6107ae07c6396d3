/// An event whose texts are all somebody else's.
enum HostileEvent {
  /// A bounce with a text in its subtype, address, diagnostic code and subject.
  static func bounce(_ text: String) -> String {
    let text = escaped(text)
    return """
      {"eventType":"Bounce","bounce":{"bounceType":"Transient","bounceSubType":"\(text)","timestamp":\
      "2026-11-20T10:00:05.000Z","bouncedRecipients":[{"emailAddress":"k\(text)@example.com","status":"4.4.4","action":\
      "failed","diagnosticCode":"smtp; 450 \(text)"}]},"mail":{"timestamp":"2026-11-20T10:00:00.000Z","messageId":"m-1",\
      "destination":["k\(text)@example.com"],"commonHeaders":{"subject":"\(text)"}}}
      """
  }

  /// A text within a JSON string: what need not be escaped goes as it is.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      scalar.value < 0x20
        ? "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        : scalar == "\\" ? "\\\\" : String(scalar)
    }.joined()
  }
}
