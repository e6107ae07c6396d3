/// Who gets a topic's messages (<https://docs.aws.amazon.com/sns/latest/api/API_Subscription.html>).
public struct SNSSubscription: Equatable, Sendable {
  /// Names it by its ARN; `PendingConfirmation` until it is confirmed.
  public var arn: String
  /// Holds `sqs`, `email`, `https` …
  public var `protocol`: String
  /// Names the receiver: a queue's ARN, an address, a URL.
  public var endpoint: String

  /// Whether its receiver has confirmed it.
  public var isConfirmed: Bool { arn.hasPrefix("arn:") }
}
