import HTTP
import JSON

extension SESClient {
  /// Stores a template
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_CreateEmailTemplate.html>).
  ///
  /// - Throws: ``AWSError`` with the code `alreadyExists` when there is one of that name.
  package func createEmailTemplate(_ name: String, _ template: SESTemplate) async throws(AWSError) {
    try await change("CreateEmailTemplate", .post, "templates") { json in
      json.member("TemplateName", name)
      json.key("TemplateContent")
      json.value(template)
    }
  }

  /// Reads a template
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetEmailTemplate.html>).
  package func getEmailTemplate(_ name: String) async throws(AWSError) -> SESTemplate {
    try await get("GetEmailTemplate", "templates/" + name.percentEncoded) { answer throws(AnswerProblem) in
      let content = try answer.object("TemplateContent")
      return SESTemplate(
        subject: try content.optionalText("Subject"), text: try content.optionalText("Text"),
        html: try content.optionalText("Html"))
    }
  }
}
