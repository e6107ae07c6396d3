import Crypto
import Foundation
import HTTP
import JSON

extension RequestRule {
  /// Makes a request.
  ///
  /// - Parameters:
  ///   - recipients: those of the call; the first one's values stand where there is room for one only.
  ///   - address: an absolute address in place of the rule's own.
  func request(
    _ values: PlaceValues, for recipients: [PlaceValues.Recipient] = [], at address: String? = nil
  ) -> HTTPRequest {
    var values = values
    values.recipient = recipients.first
    let url = address ?? url(values)
    values.shared["method"] = method.rawValue
    values.shared["pathQuery"] = Self.pathQuery(of: url)
    if let signature { values.shared[PlaceName.signature] = signature.made(values) }
    var headers = headers.compactMap { field -> HTTPField? in
      let text = field.value.filled(values)
      // A line break would begin a header of somebody else's.
      guard !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else { return nil }
      return HTTPField(field.name.filled(values), text)
    }
    if let basic {
      let pair = "\(basic.user.filled(values)):\(basic.password.filled(values))"
      headers.append(HTTPField("Authorization", "Basic " + Data(pair.utf8).base64EncodedString()))
    }
    let body = body(values, recipients, &headers)
    return HTTPRequest(method, url, headers: headers, body: body, timeout: timeout)
  }

  private func url(_ values: PlaceValues) -> String {
    let pairs = query.compactMap { field -> String? in
      let text = field.value.filled(values, escape: FormText.percentEncoded)
      if field.value.isOptional, text.isEmpty { return nil }
      return "\(field.name.filled(values))=\(text)"
    }
    return address.filled(values, escape: FormText.percentEncoded)
      + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
  }

  private func body(
    _ values: PlaceValues, _ recipients: [PlaceValues.Recipient], _ headers: inout [HTTPField]
  ) -> [UInt8] {
    switch content {
    case .nothing: return []
    case .json(let body):
      headers.append(HTTPField("Content-Type", "application/json; charset=utf-8"))
      var writer = JSONWriter(capacity: 256 * (recipients.count + 1))
      body.write(values, each: recipients, to: &writer)
      return writer.bytes
    case .form(let fields):
      headers.append(HTTPField("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"))
      var pairs: [String] = []
      for field in fields where !field.name.names.contains("index") {
        let text = field.value.filled(values)
        if field.value.isOptional, text.isEmpty { continue }
        pairs.append("\(FormText.encoded(field.name.filled(values)))=\(FormText.encoded(text))")
      }
      let numbered = fields.filter { $0.name.names.contains("index") }
      var own = values
      for recipient in numbered.isEmpty ? [] : recipients {
        own.recipient = recipient
        for field in numbered {
          pairs.append("\(FormText.encoded(field.name.filled(own)))=\(FormText.encoded(field.value.filled(own)))")
        }
      }
      return Array(pairs.joined(separator: "&").utf8)
    }
  }

  /// What stands behind the host.
  static func pathQuery(of url: String) -> String {
    guard let host = url.range(of: "://")?.upperBound, let slash = url[host...].firstIndex(of: "/") else { return "/" }
    return String(url[slash...])
  }

  /// Scheme, host and port.
  static func origin(of url: String) -> String {
    guard let host = url.range(of: "://")?.upperBound else { return "" }
    return String(url[..<(url[host...].firstIndex { "/?#".contains($0) } ?? url.endIndex)])
  }
}

extension RequestRule.Signature {
  fileprivate func made(_ values: PlaceValues) -> String {
    let code = HMAC<SHA256>.authenticationCode(
      for: Array(text.filled(values).utf8), using: SymmetricKey(data: Array(key.filled(values).utf8)))
    return switch form {
    case .base64: Data(code).base64EncodedString()
    case .hex: code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}
