/// Why one entry of a batch call was not done, while others were
/// (<https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_BatchResultErrorEntry.html>).
public struct SQSEntryFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// Holds AWS's code: `ReceiptHandleIsInvalid`, `InternalError`.
  public var code: String
  /// Says what happened; masked as ``AWSError/message`` is. May be empty.
  public var message: String
  /// Whether the same entry would fail again.
  public var isSenderFault: Bool

  /// Makes a failure.
  public init(code: String, message: String, isSenderFault: Bool) {
    self.code = code
    self.message = message
    self.isSenderFault = isSenderFault
  }

  /// Stands for an entry that the answer says nothing of: it may have been done.
  public static let unanswered = SQSEntryFailure(
    code: "Unanswered", message: "the answer says nothing of this entry", isSenderFault: false)

  /// Says what happened, in one line.
  public var description: String { message.isEmpty ? code : "\(code): \(message)" }
}
