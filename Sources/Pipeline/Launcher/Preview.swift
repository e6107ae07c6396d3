import Model
import Mustache

/// What one recipient would read. SES renders email itself; this is for the operator's eyes and for SMS.
public struct Preview: Equatable, Sendable {
  /// Holds the subject line; empty for SMS.
  public var subject: String
  /// Holds the text body.
  public var text: String

  /// Renders a template for one recipient.
  ///
  /// What of a template that SES keeps cannot be rendered here is shown as it stands: Handlebars' blocks are no Mustache.
  ///
  /// - Throws: ``PreviewError`` when the template is not valid Mustache.
  public init(_ template: Template, values: [String: String]) throws {
    func render(_ name: String, _ part: String) throws -> String {
      do { return try MustacheTemplate(string: part).render(values) } catch {
        if template.storedName != nil { return part }
        let (line, words) = Self.explain(error, in: part)
        throw PreviewError(
          context: "the template is not valid: line \(line) of the \(name): \(words)", underlying: error)
      }
    }
    subject = try render("subject", template.subject)
    let html = try template.html.map { try render("HTML", $0) }
    text = try template.text.map { try render("text", $0) } ?? html ?? ""
  }

  /// Where and what is wrong, in words.
  private static func explain(_ error: any Error, in part: String) -> (line: Int, words: String) {
    let parserError = error as? MustacheTemplate.ParserError
    let line = parserError?.context.lineNumber ?? 1
    switch parserError?.error {
    case MustacheTemplate.Error.sectionCloseNameIncorrect?:
      return (line, "a section is closed that was not opened, or another one first")
    case MustacheTemplate.Error.expectedSectionEnd?: return (line, "a section is opened and never closed")
    case let error as MustacheTemplate.Error where error != .unfinishedName: return (line, "a tag is not understood")
    default: return (openTagLine(part) ?? line, "a {{ is not closed by }}")
    }
  }

  /// The line of the first `{{` before whose `}}` the text or another tag comes; the parser only tells of the end.
  private static func openTagLine(_ part: String) -> Int? {
    var rest = part[...]
    while let open = rest.firstRange(of: "{{") {
      let tag = rest[open.upperBound...]
      let close = tag.firstRange(of: "}}")
      let next = tag.drop { $0 == "{" }.firstRange(of: "{{")
      guard let close, next.map({ close.lowerBound < $0.lowerBound }) ?? true else {
        return part[..<open.lowerBound].count { $0.isNewline } + 1
      }
      rest = rest[close.upperBound...]
    }
    return nil
  }
}

/// A template that cannot be rendered.
public struct PreviewError: Error, CustomStringConvertible {
  /// Says what happened, in words.
  public var context: String
  /// Holds the error below, when there is one.
  public var underlying: (any Error)?
  /// Says what happened and where, in one line.
  public var description: String { context }
}
