import HTTP
import JSON

extension SMSVoiceClient {
  /// Sends one text to one number
  /// (<https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html>).
  ///
  /// Tried again only when it is certain that nothing was sent: there is no token by which a second time would be noticed. A
  /// throttled call is not tried again here at all: only the caller knows the pace of all its calls.
  ///
  /// - Returns: AWS's id of the message; empty when it told none, though it took it.
  /// - Throws: ``AWSError``; with `isOutcomeUnknown`, it may have been sent.
  package func sendTextMessage(_ text: SMSVoiceText) async throws(AWSError) -> String {
    var call = ServiceCall.json(Self.target, "SendTextMessage", text.json)
    call.isRepeatable = false
    call.waitsWhenThrottled = false
    return try await service.send(call) { bytes throws(AnswerProblem) in
      try JSONAnswer.read(bytes) { answer throws(AnswerProblem) in try answer.optionalText("MessageId") ?? "" }
    }
  }
}
