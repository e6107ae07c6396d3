import HTTP
import JSON

extension SESClient {
  /// Reads a configuration set
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetConfigurationSet.html>).
  ///
  /// - Throws: ``AWSError`` with the code `notFound` when there is none of that name.
  package func getConfigurationSet(_ name: String) async throws(AWSError) -> SESConfigurationSet {
    try await get("GetConfigurationSet", Self.path(name)) { answer throws(AnswerProblem) in
      SESConfigurationSet(
        name: try answer.optionalText("ConfigurationSetName") ?? name,
        isSendingEnabled: try answer.optionalObject("SendingOptions")?.optionalFlag("SendingEnabled") ?? true,
        suppressedReasons: try answer.optionalObject("SuppressionOptions")?.texts("SuppressedReasons"))
    }
  }

  /// Makes a configuration set
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_CreateConfigurationSet.html>).
  ///
  /// - Throws: ``AWSError`` with the code `alreadyExists` when there is one of that name: also when an earlier try of
  ///   the same call made it, and its answer was lost.
  package func createConfigurationSet(_ name: String) async throws(AWSError) {
    try await change("CreateConfigurationSet", .post, "configuration-sets") { json in
      json.member("ConfigurationSetName", name)
    }
  }

  /// Lists where the events of a configuration set go
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetConfigurationSetEventDestinations.html>).
  package func getConfigurationSetEventDestinations(
    _ name: String
  ) async throws(AWSError) -> [SESEventDestination] {
    let path = Self.path(name) + "/event-destinations"
    return try await get("GetConfigurationSetEventDestinations", path) { answer throws(AnswerProblem) in
      var destinations: [SESEventDestination] = []
      for entry in try answer.objects("EventDestinations") {
        destinations.append(
          SESEventDestination(
            name: try entry.text("Name"), isEnabled: try entry.optionalFlag("Enabled") ?? false,
            types: try entry.texts("MatchingEventTypes"),
            topic: try entry.optionalObject("SnsDestination")?.text("TopicArn"),
            eventBus: try entry.optionalObject("EventBridgeDestination")?.text("EventBusArn")))
      }
      return destinations
    }
  }

  /// Adds a destination for events
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_CreateConfigurationSetEventDestination.html>).
  ///
  /// - Throws: ``AWSError`` with the code `alreadyExists` when there is one of that name.
  package func createConfigurationSetEventDestination(
    _ set: String, _ destination: SESEventDestination
  ) async throws(AWSError) {
    let path = Self.path(set) + "/event-destinations"
    try await change("CreateConfigurationSetEventDestination", .post, path) { json in
      json.member("EventDestinationName", destination.name)
      json.key("EventDestination")
      json.value(destination)
    }
  }

  /// Changes a destination for events
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_UpdateConfigurationSetEventDestination.html>).
  package func updateConfigurationSetEventDestination(
    _ set: String, _ destination: SESEventDestination
  ) async throws(AWSError) {
    let path = Self.path(set) + "/event-destinations/" + destination.name.percentEncoded
    try await change("UpdateConfigurationSetEventDestination", .put, path) { json in
      json.key("EventDestination")
      json.value(destination)
    }
  }

  private static func path(_ set: String) -> String { "configuration-sets/" + set.percentEncoded }
}

extension JSONWriter {
  fileprivate mutating func value(_ destination: SESEventDestination) {
    object { json in
      json.member("Enabled", destination.isEnabled)
      json.member("MatchingEventTypes", destination.types)
      if let topic = destination.topic {
        json.key("SnsDestination")
        json.object { $0.member("TopicArn", topic) }
      }
      if let bus = destination.eventBus {
        json.key("EventBridgeDestination")
        json.object { $0.member("EventBusArn", bus) }
      }
    }
  }
}
