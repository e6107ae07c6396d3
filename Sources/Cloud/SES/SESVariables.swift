import Model

/// The names under which a template's variables go to SES, which fills them in with Handlebars and knows no names with
/// blanks or Korean in them. Nobody else hears of these: on the screen, and in the store, every variable has its own name.
///
/// <https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-api.html>,
/// <https://handlebarsjs.com/guide/expressions.html>
struct SESVariables {
  /// SES's names by our own; only those that differ.
  private var names: [String: String] = [:]

  /// Finds names for what a template and its campaign's columns hold. Those of a template that SES keeps are what SES
  /// takes already.
  init(_ template: Template, columns: [String]) {
    guard template.storedName == nil else { return }
    let variables = template.variables
    var taken = Set((variables + columns).filter(Self.isPlain))
    var number = 0
    for name in variables where !Self.isPlain(name) {
      var safe: String
      repeat {
        number += 1
        safe = "v\(number)"
      } while !taken.insert(safe).inserted
      names[name] = safe
    }
  }

  /// The name under which a column's value goes along; `nil` for one that SES could not be asked for, nor is.
  func name(_ column: String, isStored: Bool) -> String? {
    names[column] ?? (isStored || Self.isPlain(column) ? column : nil)
  }

  /// The template's part with SES's names in it.
  func rewritten(_ part: String) -> String {
    // Most templates are as SES wants them; one with a name that needs no other may still have been written with
    // characters in it that show nothing.
    let pieces = TemplatePiece.cut(part)
    guard pieces.contains(where: { $0.tag.map(needsRewriting) ?? false }) else { return part }
    return pieces.map { piece in
      switch piece {
      case .text(let text): return String(text)
      case .tag(let tag) where needsRewriting(tag):
        let name = names[tag.name] ?? tag.name
        if tag.source.hasPrefix("{{{") { return "{{{\(name)}}}" }
        return tag.source.dropFirst(2).first { !$0.isWhitespace } == "&" ? "{{&\(name)}}" : "{{\(name)}}"
      case .tag(let tag): return String(tag.source)
      }
    }.joined()
  }

  private func needsRewriting(_ tag: TemplateTag) -> Bool {
    tag.kind == .variable && (names[tag.name] != nil || !tag.source.utf8.allSatisfy { (0x20...0x7E).contains($0) })
  }

  /// Whether a name is one of Handlebars' in its simplest form, and no word of its language.
  private static func isPlain(_ name: String) -> Bool {
    let letters = name.utf8
    guard let first = letters.first, first == UInt8(ascii: "_") || (first | 0x20) &- UInt8(ascii: "a") < 26 else {
      return false
    }
    return letters.allSatisfy { $0 == UInt8(ascii: "_") || ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
      && !reserved.contains(name)
  }

  private static let reserved: Set<String> = [
    "if", "unless", "each", "with", "else", "this", "true", "false", "null", "undefined", "lookup", "log", "as",
  ]
}
