/// What one recipient would read. SES renders email itself; this is for the operator's eyes.
///
/// Values are shown as they are, as SES does, which escapes nothing
/// (<https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-api.html>). Not by a library for Mustache: those
/// there are take a path of calls as deep as the sections are, time that grows with the square of the tags, and no names
/// but ASCII's.
package struct Preview: Equatable, Sendable {
  /// Bounds each part in bytes: more is not for eyes, and a template of many tags and long values would fill the memory.
  static let sizeLimit = 1_000_000

  /// Holds the subject line; empty for SMS.
  package var subject: String
  /// Holds the text body.
  package var text: String

  /// Renders a template for one recipient.
  ///
  /// What of a template that SES keeps cannot be rendered here is shown as it stands: Handlebars' blocks are no Mustache.
  ///
  /// - Throws: ``PreviewError`` when the template is not valid.
  package init(_ template: Template, values: [String: String]) throws {
    func render(_ name: String, _ part: String) throws -> String {
      do throws(TemplateProblem) { return try Self.render(part, values) } catch {
        if template.storedName != nil { return part }
        throw PreviewError(
          context: "the template is not valid: line \(error.line) of the \(name): \(error.words)",
          isForeign: error.isForeign, underlying: error)
      }
    }
    subject = try render("subject", template.subject)
    let html = try template.html.map { try render("HTML", $0) }
    text = try template.text.map { try render("text", $0) } ?? html ?? ""
  }

  /// Puts values into a part: one pass, with a list of the sections that are open.
  private static func render(_ part: String, _ values: [String: String]) throws(TemplateProblem) -> String {
    var output = ""
    var open: [(tag: TemplateTag, isShown: Bool)] = []
    for piece in TemplatePiece.cut(part) {
      let isShown = open.last?.isShown ?? true
      // Beyond that only its form is looked at.
      let isWanted = isShown && output.utf8.count < sizeLimit
      switch piece {
      case .text(let text): if isWanted { output += text }
      case .tag(let tag):
        let value = values[tag.name] ?? ""
        switch tag.kind {
        case .variable: if isWanted { output += value }
        case .item: if isWanted, let section = open.last?.tag { output += values[section.name] ?? "" }
        case .comment: break
        case .section, .inverted:
          // Handlebars' blocks: '{{#if name}} … {{/if}}'.
          if ["if ", "each ", "unless ", "with "].contains(where: tag.name.hasPrefix) {
            throw TemplateProblem(
              line: tag.line, words: "\(tag.source.prefix(60)) is not understood here", isForeign: true)
          }
          open.append((tag, isShown && value.isEmpty == (tag.kind == .inverted)))
        case .end:
          guard let last = open.popLast(), last.tag.name == tag.name else {
            throw TemplateProblem(
              line: tag.line, words: "a section is closed that was not opened, or another one first")
          }
        case .other:
          throw TemplateProblem(
            line: tag.line, words: "\(tag.source.prefix(60)) is not understood here", isForeign: true)
        case .unclosed: throw TemplateProblem(line: tag.line, words: "a {{ is not closed by }}")
        }
      }
    }
    if let tag = open.first?.tag {
      throw TemplateProblem(line: tag.line, words: "a section is opened and never closed: \(tag.source.prefix(60))")
    }
    return output
  }
}

/// Where and why a template cannot be rendered.
private struct TemplateProblem: Error {
  var line: Int
  var words: String
  var isForeign = false
}

/// A template that cannot be rendered.
package struct PreviewError: Error, CustomStringConvertible {
  /// Says what happened, in words.
  package var context: String
  /// True for a tag of another template language.
  package var isForeign = false
  /// Holds the error below, when there is one.
  package var underlying: (any Error)?
  /// Says what happened and where, in one line.
  package var description: String { context }
}
