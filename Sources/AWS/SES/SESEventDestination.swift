/// Where the events of a configuration set go
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_EventDestination.html>).
package struct SESEventDestination: Equatable, Sendable {
  /// Lists every type of event SES has, in the words of this call.
  package static let allTypes = [
    "SEND", "REJECT", "BOUNCE", "COMPLAINT", "DELIVERY", "OPEN", "CLICK", "RENDERING_FAILURE", "DELIVERY_DELAY",
    "SUBSCRIPTION",
  ]

  /// Names it within its configuration set.
  package var name: String
  /// Whether events go there.
  package var isEnabled: Bool
  /// Lists the types of events that go there.
  package var types: [String]
  /// Names the SNS topic, when it is one, by its ARN.
  package var topic: String?
  /// Names the EventBridge bus, when it is one, by its ARN.
  package var eventBus: String?

  /// Makes a destination.
  package init(
    name: String, isEnabled: Bool = true, types: [String] = SESEventDestination.allTypes, topic: String? = nil,
    eventBus: String? = nil
  ) {
    self.name = name
    self.isEnabled = isEnabled
    self.types = types
    self.topic = topic
    self.eventBus = eventBus
  }
}

/// What mail is sent with
/// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetConfigurationSet.html>).
package struct SESConfigurationSet: Equatable, Sendable {
  /// Names it.
  package var name: String
  /// Whether mail may be sent with it; `true` unless SES says otherwise.
  package var isSendingEnabled: Bool
  /// Lists why SES puts addresses on the suppression list; `nil` for the account's reasons.
  package var suppressedReasons: [String]?
}
