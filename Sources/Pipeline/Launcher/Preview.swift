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
  /// - Throws: ``PreviewError`` when the template is not valid Mustache.
  public init(_ template: Template, values: [String: String]) throws {
    func render(_ part: String) throws -> String {
      do { return try MustacheTemplate(string: part).render(values) } catch {
        throw PreviewError(context: "the template is not valid: \(error)", underlying: error)
      }
    }
    subject = try render(template.subject)
    text = try render(template.text ?? template.html ?? "")
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
