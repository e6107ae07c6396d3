import HTTP
package import struct Foundation.Date
import JSON

/// An address that the account sends nothing to
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SuppressedDestination.html>).
package struct SESSuppression: Equatable, Sendable {
  /// Why an address is on the list.
  package enum Reason: Equatable, Sendable {
    case bounce
    case complaint
    /// A reason that is not known here, as it came.
    case other(String)

    /// Reads SES's word.
    package init(rawValue: String) {
      switch rawValue {
      case "BOUNCE": self = .bounce
      case "COMPLAINT": self = .complaint
      default: self = .other(rawValue)
      }
    }

    /// Returns SES's word.
    package var rawValue: String {
      switch self {
      case .bounce: "BOUNCE"
      case .complaint: "COMPLAINT"
      case .other(let text): text
      }
    }
  }

  /// Names the address.
  package var address: String
  /// Says why.
  package var reason: Reason
  /// Says since when.
  package var updatedAt: Date
  /// Names the mail that led to it.
  package var messageID: String?
}

extension SESClient {
  /// Looks an address up on the account's suppression list; `nil` when it is not there
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetSuppressedDestination.html>).
  package func getSuppressedDestination(_ address: String) async throws(AWSError) -> SESSuppression? {
    do throws(AWSError) {
      return try await get("GetSuppressedDestination", Self.path(address)) { answer throws(AnswerProblem) in
        let entry = try answer.object("SuppressedDestination")
        return SESSuppression(
          address: try entry.text("EmailAddress"),
          reason: SESSuppression.Reason(rawValue: try entry.text("Reason")),
          updatedAt: Date(timeIntervalSince1970: try entry.double("LastUpdateTime")),
          messageID: try entry.optionalObject("Attributes")?.optionalText("MessageId"))
      }
    } catch  where error.code == .notFound && error.awsCode == "NotFoundException" {
      return nil
    }
  }

  /// Puts an address on the account's suppression list
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_PutSuppressedDestination.html>).
  package func putSuppressedDestination(
    _ address: String, _ reason: SESSuppression.Reason
  ) async throws(AWSError) {
    try await change("PutSuppressedDestination", .put, "suppression/addresses") { json in
      json.member("EmailAddress", address)
      json.member("Reason", reason.rawValue)
    }
  }

  /// Takes an address off the account's suppression list
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_DeleteSuppressedDestination.html>).
  ///
  /// - Throws: ``AWSError`` with the code `notFound` when it is not there.
  package func deleteSuppressedDestination(_ address: String) async throws(AWSError) {
    try await change("DeleteSuppressedDestination", .delete, Self.path(address))
  }

  private static func path(_ address: String) -> String { "suppression/addresses/" + address.percentEncoded }
}
