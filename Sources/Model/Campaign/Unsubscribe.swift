/// A header of a mail.
package struct MailHeader: Equatable, Sendable {
  /// Names it.
  package var name: String
  /// Holds what stands behind the colon: printable ASCII.
  package var value: String

  /// Makes a header.
  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }

  /// The header as it stands in a mail.
  package var line: String { "\(name): \(value)" }
}

/// Why a way off the list cannot be offered.
package enum UnsubscribeProblem: Error, Equatable, Sendable {
  /// What is neither a link nor an address.
  case notUnderstood(String)
  /// A link that everybody on the way could read and change.
  case notSecure(String)
  /// Another one of the same kind.
  case severalLinks, severalAddresses
  /// A character that a header cannot hold as it is.
  case character(String)
  /// A tag that is more than a variable.
  case tag(String)
  /// So many characters, with a recipient's values in it.
  case tooLong(Int)
}

/// How a recipient leaves the list by one click in their mail program, which Gmail and Yahoo ask of whoever sends in bulk.
///
/// `List-Unsubscribe` (<https://www.rfc-editor.org/rfc/rfc2369>) with a link and an address, `List-Unsubscribe-Post`
/// (<https://www.rfc-editor.org/rfc/rfc8058>) where there is a link. Variables in them stand for the recipient's values,
/// escaped as in any URL.
package struct Unsubscribe: Equatable, Sendable {
  /// The link: it begins with `https://`.
  private(set) package var link: String?
  /// The address, without `mailto:`.
  private(set) package var address: String?

  /// Characters that SES takes in a header's value and name together
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageHeader.html>).
  package static let longest = 996
  private static let name = "List-Unsubscribe"

  /// Reads a link, an address or both, with blanks or a comma between them; `nil` for nothing.
  ///
  /// - Throws: ``UnsubscribeProblem``.
  package init?(_ text: String) throws(UnsubscribeProblem) {
    let parts = Self.parts(text)
    guard !parts.isEmpty else { return nil }
    for part in parts {
      try Self.check(part)
      let lower = part.lowercased()
      if lower.hasPrefix("http://") { throw .notSecure(part) }
      if lower.hasPrefix("https://"), lower.utf8.count > "https://".utf8.count {
        guard link == nil else { throw .severalLinks }
        link = part
      } else if part.contains("@") {
        guard address == nil else { throw .severalAddresses }
        address = lower.hasPrefix("mailto:") ? String(part.dropFirst("mailto:".count)) : part
      } else {
        throw .notUnderstood(part)
      }
    }
  }

  /// The same as one text, as it is kept.
  package var text: String { [link, address].compactMap { $0 }.joined(separator: " ") }

  /// The headers for one recipient.
  ///
  /// - Throws: ``UnsubscribeProblem`` when their values make it too long.
  package func headers(_ values: [String: String]) throws(UnsubscribeProblem) -> [MailHeader] {
    let places = [link, address.map { "mailto:\($0)" }].compactMap { $0 }.map { "<\(Self.filled($0, values))>" }
    let header = MailHeader(Self.name, places.joined(separator: ", "))
    let length = header.name.utf8.count + header.value.utf8.count
    guard length <= Self.longest else { throw .tooLong(length) }
    return [header] + (link == nil ? [] : [MailHeader("\(Self.name)-Post", "\(Self.name)=One-Click")])
  }

  /// Cuts at blanks and commas that are in no variable.
  private static func parts(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    for piece in TemplatePiece.cut(text) {
      switch piece {
      case .tag(let tag): part += tag.source
      case .text(let text):
        for character in text {
          guard character.isWhitespace || character == "," else {
            part.append(character)
            continue
          }
          if !part.isEmpty { parts.append(part) }
          part = ""
        }
      }
    }
    return part.isEmpty ? parts : parts + [part]
  }

  private static func check(_ part: String) throws(UnsubscribeProblem) {
    for piece in TemplatePiece.cut(part) {
      switch piece {
      case .text(let text):
        if let strange = text.unicodeScalars.first(where: {
          !(0x21...0x7E).contains($0.value) || "<>\"\\^`{|}".unicodeScalars.contains($0)
        }) {
          throw .character(String(strange))
        }
      case .tag(let tag): if tag.kind != .variable { throw .tag(String(tag.source.prefix(60))) }
      }
    }
  }

  private static func filled(_ part: String, _ values: [String: String]) -> String {
    TemplatePiece.cut(part).map { piece in
      switch piece {
      case .text(let text): String(text)
      case .tag(let tag): escaped(values[tag.name] ?? "")
      }
    }.joined()
  }

  /// Percent-encodes all but what means nothing in any part of a URL (<https://www.rfc-editor.org/rfc/rfc3986#section-2.3>).
  private static func escaped(_ value: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Campaign {
  /// Why a recipient cannot be offered the way off the list that all are to have; `nil` when they can.
  package func unsubscribeRefusal(_ values: [String], address: String) -> Refusal? {
    guard let unsubscribe = template.unsubscribe else { return nil }
    do throws(UnsubscribeProblem) {
      _ = try unsubscribe.headers(self.values(values, address: address))
      return nil
    } catch {
      return Refusal(cause: .invalidParameter, reason: OwnReason.unsubscribeTooLong.sentence, isOwnFinding: true)
    }
  }
}
