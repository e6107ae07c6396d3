import Foundation
import Model

/// An address as SES takes it: ASCII before the `@`, Punycode behind it
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_Destination.html>).
package struct SESAddress {
  /// What goes into the call.
  package let text: String

  /// Why a message to any other address is not sent.
  static let refusal = Refusal(
    cause: .invalidParameter, reason: OwnReason.addressNotTaken.sentence, isOwnFinding: true)

  /// Encodes an address; `nil` when SES has no way to write to it.
  package init?(_ address: String) {
    if address.utf8.allSatisfy({ $0 < 0x80 }) {
      text = address
      return
    }
    guard let at = address.lastIndex(of: "@"), address[..<at].utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    var components = URLComponents()
    components.scheme = "https"
    components.host = String(address[address.index(after: at)...])
    // What IDNA has no name for comes back escaped.
    guard let domain = components.encodedHost, domain.utf8.allSatisfy({ $0 < 0x80 }), !domain.contains("%") else {
      return nil
    }
    text = address[...at] + domain
  }
}
