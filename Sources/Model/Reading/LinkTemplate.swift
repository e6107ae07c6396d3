/// An address of the web that a message leads to, as of a ticket system: from the configuration, with places for what is known
/// of the message.
package struct LinkTemplate: Equatable, Sendable {
  /// What is known of a message and may stand in a link.
  package enum Place: String, CaseIterable, Sendable {
    case address, id, providerID, campaign, status
  }

  private enum Piece: Equatable {
    case text(String)
    case place(Place)
  }

  /// Why a text is no link.
  package enum Problem: Error, Equatable {
    /// There is no place of this name.
    case unknownPlace(String)
    /// A brace is opened and not closed, or the other way round.
    case strayBrace
    /// It does not begin with a scheme, such as `https:`.
    case noScheme
    /// It holds a blank or a control character, which no URL has.
    case blank
  }

  /// What an operator chooses it by.
  package var name: String
  private var pieces: [Piece]

  /// Reads a link such as `https://tickets.example/search?q={address}`.
  ///
  /// - Throws: ``Problem``.
  package init(name: String, url: String) throws(Problem) {
    self.name = name
    guard url.unicodeScalars.allSatisfy({ $0.value > 0x20 && !(0x7F...0xA0).contains($0.value) }) else { throw .blank }
    let scheme = url.prefix { $0 != ":" }
    guard scheme.count < url.count, let first = scheme.utf8.first, (0x61...0x7A).contains(first | 0x20),
      scheme.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) || "0123456789+-.".utf8.contains($0) })
    else { throw .noScheme }
    pieces = []
    var rest = url[...]
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else { throw .strayBrace }
      let name = String(rest[rest.index(after: open)..<close])
      guard let place = Place(rawValue: name) else { throw .unknownPlace(name) }
      if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
      pieces.append(.place(place))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
  }

  /// Fills the places with what is known of a message, percent-encoded; what is not known leaves its place empty.
  package func url(for message: MessageSummary) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .place(let place): Self.encoded(Self.value(of: place, message))
      }
    }.joined()
  }

  private static func value(of place: Place, _ message: MessageSummary) -> String {
    switch place {
    case .address: message.address
    case .id: message.id.description
    case .providerID: message.providerID ?? ""
    case .campaign: message.campaign?.description ?? ""
    case .status: message.status.name
    }
  }

  /// Everything but what RFC 3986 calls unreserved, so that a value can never become another part of the address:
  /// <https://www.rfc-editor.org/rfc/rfc3986#section-2.3>.
  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      if (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "-._~".utf8.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.count < 2 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return result
  }
}
