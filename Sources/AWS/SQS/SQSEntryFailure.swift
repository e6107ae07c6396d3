/// Why one entry of a batch call was not done, while others were
/// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_BatchResultErrorEntry.html>).
package struct SQSEntryFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// Holds AWS's code: `ReceiptHandleIsInvalid`, `InternalError`.
  package var code: String
  /// Says what happened; masked as ``AWSError/message`` is. May be empty.
  package var message: String
  /// Whether the same entry would fail again.
  package var isSenderFault: Bool

  /// Makes a failure.
  package init(code: String, message: String, isSenderFault: Bool) {
    self.code = code
    self.message = message
    self.isSenderFault = isSenderFault
  }

  /// Stands for an entry that the answer says nothing of: it may have been done.
  package static let unanswered = SQSEntryFailure(
    code: "Unanswered", message: "the answer says nothing of this entry", isSenderFault: false)

  /// Says what happened, in one line.
  package var description: String { message.isEmpty ? code : "\(code): \(message)" }
}
