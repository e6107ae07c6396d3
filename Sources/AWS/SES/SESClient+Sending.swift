import HTTP
import JSON

extension SESClient {
  /// Sends one template to up to 50 recipients, each with data of its own
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendBulkEmail.html>).
  ///
  /// Tried again only when it is certain that nobody was sent to: SES has no token by which it would notice the second
  /// time. A throttled call is not tried again here at all: only the caller knows the pace of all its calls.
  /// That it returns does not mean that anything was sent: each entry has its own result.
  ///
  /// - Returns: a result for each entry, in order.
  /// - Throws: ``AWSError``; with `isOutcomeUnknown`, any number of the recipients may have been sent to.
  package func sendBulkEmail(_ email: SESBulkEmail) async throws(AWSError) -> [SESBulkResult] {
    var call = ServiceCall.rest("SendBulkEmail", .post, "/v2/email/outbound-bulk-emails", email.json)
    call.isRepeatable = false
    call.waitsWhenThrottled = false
    call.timeout = .seconds(60)
    return try await service.send(call) { bytes throws(AnswerProblem) in
      try Self.readResults(bytes, count: email.entries.count)
    }
  }

  static func readResults(_ bytes: [UInt8], count: Int) throws(AnswerProblem) -> [SESBulkResult] {
    try JSONAnswer.read(bytes) { answer throws(AnswerProblem) in
      var results: [SESBulkResult] = []
      for entry in try answer.objects("BulkEmailEntryResults") {
        let error = try entry.optionalText("Error")
        results.append(
          SESBulkResult(
            status: SESBulkResult.Status(rawValue: try entry.text("Status")),
            error: error.map(ErrorText.masked),
            messageID: try entry.optionalText("MessageId").flatMap { $0.isEmpty ? nil : $0 },
            unverified: error.map(UnverifiedIdentities.named) ?? []))
      }
      // Results carry no name of their recipient: only their order tells whose they are.
      guard results.count == count else {
        throw AnswerProblem("it has \(results.count) results for \(count) entries")
      }
      return results
    }
  }
}
