import AWS
import Model

/// A template that SES keeps, as it is at this moment: for the check of its variables and the preview.
struct StoredTemplate: Sendable {
  var name: String
  var subject: String
  var text: String?
  var html: String?

  /// - Throws: ``CommandError`` when SES is not the provider or has no such template.
  static func fetch(_ name: String, _ settings: CloudSettings) async throws -> StoredTemplate {
    guard settings[.email] == .ses else {
      throw CommandError("a template that SES keeps needs SES as the provider, which is \(settings[.email].rawValue)")
    }
    do {
      let template = try await AWSConnection(settings).ses.getEmailTemplate(name)
      try refuseNUL([("subject", template.subject), ("text", template.text), ("HTML", template.html)], of: name)
      return StoredTemplate(name: name, subject: template.subject ?? "", text: template.text, html: template.html)
    } catch let error as AWSError {
      let remedy = error.code == .notFound ? ": check its name and the region" : ""
      throw CommandError("the template '\(name)' cannot be read: \(error)\(remedy)", underlying: error)
    }
  }

  /// A text with a NUL is cut off there by whoever takes it for C's.
  static func refuseNUL(_ parts: [(String, String?)], of name: String) throws {
    for (part, text) in parts {
      guard let text, let nul = text.utf8.firstIndex(of: 0) else { continue }
      let line = text.utf8[..<nul].count { $0 == 0x0A } + 1
      throw CommandError(
        "the \(part) of the template '\(name)' holds a NUL character in line \(line): take it out, where the template was "
          + "made; nothing was stored")
    }
  }
}
