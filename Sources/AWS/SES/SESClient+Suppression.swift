import HTTP
import JSON

/// An address on the suppression list of an account: SES takes mail to it, and sends none.
package struct SESSuppressedDestination: Equatable, Sendable {
  /// Why it is there: SES's `BOUNCE` or `COMPLAINT`.
  package enum Reason: String, CaseIterable, Sendable {
    case bounce = "BOUNCE"
    case complaint = "COMPLAINT"
  }

  /// Names it.
  package var address: String
  /// Holds SES's own word, which may be a newer one than those of ``Reason``.
  package var reason: String
  /// Holds since when, in seconds of Unix time.
  package var since: Double
  /// Names the message that brought it there; `nil` when somebody put it there.
  package var message: String?
}

/// The suppression list of the account
/// (<https://docs.aws.amazon.com/ses/latest/dg/sending-email-suppression-list.html>).
extension SESClient {
  /// Looks an address up
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetSuppressedDestination.html>).
  ///
  /// - Throws: ``AWSError`` with the code `notFound` when it is not on the list.
  package func getSuppressedDestination(_ address: String) async throws(AWSError) -> SESSuppressedDestination {
    try await get("GetSuppressedDestination", Self.path(address)) { answer throws(AnswerProblem) in
      let entry = try answer.object("SuppressedDestination")
      return SESSuppressedDestination(
        address: try entry.text("EmailAddress"), reason: try entry.text("Reason"),
        since: try entry.double("LastUpdateTime"),
        message: try entry.optionalObject("Attributes")?.optionalText("MessageId"))
    }
  }

  /// Puts an address on the list, or changes why it is there
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_PutSuppressedDestination.html>).
  package func putSuppressedDestination(
    _ address: String, for reason: SESSuppressedDestination.Reason
  ) async throws(AWSError) {
    try await change("PutSuppressedDestination", .put, "suppression/addresses") { json in
      json.member("EmailAddress", address)
      json.member("Reason", reason.rawValue)
    }
  }

  /// Takes an address off the list
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_DeleteSuppressedDestination.html>).
  ///
  /// - Throws: ``AWSError`` with the code `notFound` when it is not on it.
  package func deleteSuppressedDestination(_ address: String) async throws(AWSError) {
    try await service.send(
      .rest("DeleteSuppressedDestination", .delete, "/v2/email/" + Self.path(address)), JSONAnswer.readNothing)
  }

  private static func path(_ address: String) -> String { "suppression/addresses/" + address.percentEncoded }
}
