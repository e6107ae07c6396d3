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
  /// - Throws: ``TemplateProblem`` when the template is not valid.
  package init(_ template: Template, values: [String: String]) throws(TemplateProblem) {
    func render(_ part: Template.Part, _ source: String) throws(TemplateProblem) -> String {
      do throws(TemplateProblem) { return try Self.render(part, source, values) } catch {
        if template.storedName != nil { return source }
        throw error
      }
    }
    subject = try render(.subject, template.subject)
    var html: String?
    if let source = template.html { html = try render(.html, source) }
    if let source = template.text { text = try render(.text, source) } else { text = html ?? "" }
  }

  /// Puts values into a part: one pass, with a list of the sections that are open.
  private static func render(
    _ part: Template.Part, _ source: String, _ values: [String: String]
  ) throws(TemplateProblem) -> String {
    var output = ""
    var open: [(tag: TemplateTag, isShown: Bool)] = []
    for piece in TemplatePiece.cut(source) {
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
            throw TemplateProblem(.notUnderstood(String(tag.source.prefix(60))), in: part, line: tag.line)
          }
          open.append((tag, isShown && value.isEmpty == (tag.kind == .inverted)))
        case .end:
          guard let last = open.popLast(), last.tag.name == tag.name else {
            throw TemplateProblem(.strayEnd, in: part, line: tag.line)
          }
        case .other:
          throw TemplateProblem(.notUnderstood(String(tag.source.prefix(60))), in: part, line: tag.line)
        case .unclosed: throw TemplateProblem(.openTag, in: part, line: tag.line)
        }
      }
    }
    if let tag = open.first?.tag {
      throw TemplateProblem(.openSection(String(tag.source.prefix(60))), in: part, line: tag.line)
    }
    return output
  }
}
