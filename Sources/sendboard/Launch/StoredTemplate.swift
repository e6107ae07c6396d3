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
      throw CommandError("--template names a template stored in SES, and the provider is \(settings[.email].rawValue)")
    }
    do {
      let template = try await AWSConnection(settings).ses.getEmailTemplate(name)
      return StoredTemplate(name: name, subject: template.subject ?? "", text: template.text, html: template.html)
    } catch let error as AWSError {
      let remedy = error.code == .notFound ? ": check its name and the region" : ""
      throw CommandError("the template '\(name)' cannot be read: \(error)\(remedy)", underlying: error)
    }
  }
}
