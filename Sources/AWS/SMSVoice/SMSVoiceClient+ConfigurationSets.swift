import JSON

extension SMSVoiceClient {
  /// Reads a configuration set
  /// (<https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeConfigurationSets.html>).
  ///
  /// - Throws: ``AWSError`` with the code `notFound` when there is none of that name.
  package func describeConfigurationSet(_ name: String) async throws(AWSError) -> SMSVoiceConfigurationSet {
    let sets = try await list("DescribeConfigurationSets", "ConfigurationSets") { json in
      json.member("ConfigurationSetNames", [name])
    } _: { entry throws(AnswerProblem) in
      var set = SMSVoiceConfigurationSet(name: try entry.text("ConfigurationSetName"))
      for entry in try entry.objects("EventDestinations") {
        set.destinations.append(
          SMSVoiceEventDestination(
            name: try entry.text("EventDestinationName"), isEnabled: try entry.optionalFlag("Enabled") ?? false,
            types: try entry.texts("MatchingEventTypes"),
            topic: try entry.optionalObject("SnsDestination")?.text("TopicArn")))
      }
      return set
    }
    // By its ARN it is named as well as by its name.
    guard let set = sets.first else {
      throw AWSError(
        .notFound, service: "SMS", operation: "DescribeConfigurationSets", awsCode: "ResourceNotFoundException",
        message: "there is no configuration set \(name)")
    }
    return set
  }

  /// Makes a configuration set
  /// (<https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateConfigurationSet.html>).
  ///
  /// - Throws: ``AWSError`` with the code `alreadyExists` when there is one of that name: also when an earlier try of the
  ///   same call made it, and its answer was lost.
  package func createConfigurationSet(_ name: String) async throws(AWSError) {
    try await call("CreateConfigurationSet") {
      $0.member("ConfigurationSetName", name)
    } _: { _ in
    }
  }

  /// Adds a destination for events of texts, which is a topic
  /// (<https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_CreateEventDestination.html>).
  ///
  /// - Throws: ``AWSError`` with the code `alreadyExists` when there is one of that name.
  package func createEventDestination(
    _ set: String, _ destination: SMSVoiceEventDestination
  ) async throws(AWSError) {
    try await call("CreateEventDestination") { json in
      json.members(set, destination)
    } _: { _ in
    }
  }

  /// Changes a destination for events of texts
  /// (<https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_UpdateEventDestination.html>).
  package func updateEventDestination(
    _ set: String, _ destination: SMSVoiceEventDestination
  ) async throws(AWSError) {
    try await call("UpdateEventDestination") { json in
      json.members(set, destination)
      json.member("Enabled", destination.isEnabled)
    } _: { _ in
    }
  }
}

extension JSONWriter {
  fileprivate mutating func members(_ set: String, _ destination: SMSVoiceEventDestination) {
    member("ConfigurationSetName", set)
    member("EventDestinationName", destination.name)
    member("MatchingEventTypes", destination.types)
    guard let topic = destination.topic else { return }
    key("SnsDestination")
    object { $0.member("TopicArn", topic) }
  }
}

/// What texts are sent with
/// (<https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_ConfigurationSetInformation.html>).
package struct SMSVoiceConfigurationSet: Equatable, Sendable {
  /// Names it.
  package var name: String
  /// Lists where its events go.
  package var destinations: [SMSVoiceEventDestination] = []

  /// Makes a set.
  package init(name: String, destinations: [SMSVoiceEventDestination] = []) {
    (self.name, self.destinations) = (name, destinations)
  }
}

/// Where the events of texts go
/// (<https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_EventDestination.html>).
package struct SMSVoiceEventDestination: Equatable, Sendable {
  /// The word for all events of texts.
  package static let allTexts = "TEXT_ALL"

  /// Names it within its configuration set.
  package var name: String
  /// Whether events go there.
  package var isEnabled: Bool
  /// Lists the types of events that go there.
  package var types: [String]
  /// Names the SNS topic, when it is one, by its ARN.
  package var topic: String?

  /// Makes a destination.
  package init(
    name: String, isEnabled: Bool = true, types: [String] = [SMSVoiceEventDestination.allTexts], topic: String? = nil
  ) {
    (self.name, self.isEnabled, self.types, self.topic) = (name, isEnabled, types, topic)
  }

  /// Whether every event of a text goes there.
  package var takesAllTexts: Bool { types.contains(Self.allTexts) || types.contains("ALL") }
}
