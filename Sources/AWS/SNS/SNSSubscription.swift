/// Who gets a topic's messages (<https://docs.aws.amazon.com/sns/latest/api/API_Subscription.html>).
package struct SNSSubscription: Equatable, Sendable {
  /// Names it by its ARN; `PendingConfirmation` until it is confirmed.
  package var arn: String
  /// Holds `sqs`, `email`, `https` …
  package var `protocol`: String
  /// Names the receiver: a queue's ARN, an address, a URL.
  package var endpoint: String

  /// Whether its receiver has confirmed it.
  package var isConfirmed: Bool { arn.hasPrefix("arn:") }
}
