/// What one recipient would read. SES renders email itself; this is for the operator's eyes.
///
/// Values are shown as they are, as SES does, which escapes nothing
/// (<https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-api.html>). Not by a library for Mustache: those
/// there are take a path of calls as deep as the sections are, time that grows with the square of the tags, and no names
/// but ASCII's.
package struct Preview: Equatable, Sendable {
  /// Bounds each part in bytes: more is not for eyes, and a template of many tags and long values would fill the memory.
  package static let sizeLimit = 1_000_000

  /// Holds the subject line; empty for SMS.
  package var subject: String
  /// Holds the text body; `nil` when the template has none.
  package var textBody: String?
  /// Holds the HTML body, as its source; `nil` when the template has none.
  package var htmlBody: String?
  /// Holds the headers by which the recipient leaves the list.
  package var headers: [MailHeader] = []
  /// Says what cannot be rendered: each of these parts stands as the template has it.
  package var problems: [TemplateProblem] = []

  /// What there is to read: the text body, else the HTML one.
  package var text: String { textBody ?? htmlBody ?? "" }

  /// Renders a template for one recipient.
  ///
  /// What of a template that SES keeps cannot be rendered here is shown as it stands: Handlebars' blocks are no Mustache.
  ///
  /// - Throws: ``TemplateProblem`` when the template is not valid.
  package init(_ template: Template, values: [String: String]) throws(TemplateProblem) {
    self.init(asFarAsItGoes: template, values: values)
    if template.storedName == nil, let problem = problems.first { throw problem }
  }

  /// Renders each part that can be, and leaves the others as they stand.
  package init(asFarAsItGoes template: Template, values: [String: String]) {
    var problems: [TemplateProblem] = []
    func render(_ part: Template.Part, _ source: String) -> String {
      do throws(TemplateProblem) { return try Self.render(part, source, values) } catch {
        problems.append(error)
        return source
      }
    }
    subject = render(.subject, template.subject)
    htmlBody = template.html.map { render(.html, $0) }
    textBody = template.text.map { render(.text, $0) }
    self.problems = problems
    // Whoever would get one that is too long is refused: see the provider.
    headers = (try? template.unsubscribe?.headers(values)) ?? []
  }

  /// Renders a subject alone; one that cannot be rendered stands as the template has it.
  package static func subject(_ source: String, values: [String: String]) -> String {
    do throws(TemplateProblem) { return try render(.subject, source, values) } catch { return source }
  }

  /// Renders a text body alone; one that cannot be rendered stands as the template has it.
  package static func text(_ source: String, values: [String: String]) -> String {
    do throws(TemplateProblem) { return try render(.text, source, values) } catch { return source }
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
