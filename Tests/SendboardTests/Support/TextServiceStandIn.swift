import Foundation
import HTTPFixture
import Synchronization

/// Answers the calls of AWS End User Messaging that set up and check, as its model has them: no emulator offers it. It keeps one
/// configuration set with its destinations.
final class TextServiceStandIn: Sendable {
  private let state = Mutex((set: String?.none, destination: [String: Any]?.none, dry: [String]()))

  /// The bodies of the texts that were only to be looked at.
  var dryRuns: [String] { state.withLock { $0.dry } }

  /// Answers a call of it; `nil` for a call of another service.
  func answer(_ request: FixtureRequest) -> FixtureReply? {
    guard let target = request.header("X-Amz-Target"), target.hasPrefix("PinpointSMSVoiceV2.") else { return nil }
    let body = (try? JSONSerialization.jsonObject(with: Data(request.body))) as? [String: Any] ?? [:]
    return state.withLock { state in
      switch target.dropFirst("PinpointSMSVoiceV2.".count) {
      case "DescribeAccountAttributes":
        .ok(#"{"AccountAttributes":[{"Name":"ACCOUNT_TIER","Value":"SANDBOX"}]}"#)
      case "DescribeSpendLimits":
        .ok(
          #"{"SpendLimits":[{"Name":"TEXT_MESSAGE_MONTHLY_SPEND_LIMIT","EnforcedLimit":1,"MaxLimit":1,"Overridden":false}]}"#
        )
      case "DescribePhoneNumbers":
        .ok(
          #"{"PhoneNumbers":[{"PhoneNumberArn":"arn:n","PhoneNumber":"+12065550100","Status":"ACTIVE","IsoCountryCode":"US","MessageType":"TRANSACTIONAL"}]}"#
        )
      case "DescribeSenderIds": .ok(#"{"SenderIds":[]}"#)
      case "DescribePools": .ok(#"{"Pools":[]}"#)
      case "DescribeConfigurationSets":
        Self.described(state.set, state.destination, asked: body["ConfigurationSetNames"] as? [String])
      case "CreateConfigurationSet":
        Self.make(body["ConfigurationSetName"] as? String, &state.set)
      case "CreateEventDestination", "UpdateEventDestination":
        Self.set(body, in: state.set, &state.destination)
      case "SendTextMessage" where body["DryRun"] as? Bool == true: Self.look(body, &state.dry)
      default: .response(400, #"{"__type":"ValidationException","Message":"not for this test"}"#)
      }
    }
  }

  private static let nothing = FixtureReply.response(
    400, #"{"__type":"ResourceNotFoundException","Message":"none","ResourceType":"configuration-set"}"#)

  private static func described(_ set: String?, _ destination: [String: Any]?, asked: [String]?) -> FixtureReply {
    guard let set, asked == [set] else { return nothing }
    let object: [String: Any] = [
      "ConfigurationSets": [
        [
          "ConfigurationSetArn": "arn:c", "ConfigurationSetName": set,
          "EventDestinations": [destination].compactMap(\.self), "CreatedTimestamp": 1.7e9,
        ] as [String: Any]
      ]
    ]
    return .ok(String(decoding: (try? JSONSerialization.data(withJSONObject: object)) ?? Data(), as: UTF8.self))
  }

  private static func make(_ name: String?, _ set: inout String?) -> FixtureReply {
    guard set == nil else {
      return .response(400, #"{"__type":"ConflictException","Message":"there","Reason":"RESOURCE_ALREADY_EXISTS"}"#)
    }
    set = name
    return .ok("{}")
  }

  private static func set(_ body: [String: Any], in set: String?, _ destination: inout [String: Any]?) -> FixtureReply {
    guard set != nil, body["ConfigurationSetName"] as? String == set else { return nothing }
    var made = body
    made["ConfigurationSetName"] = nil
    made["Enabled"] = body["Enabled"] ?? true
    destination = made
    return .ok("{}")
  }

  private static func look(_ body: [String: Any], _ dry: inout [String]) -> FixtureReply {
    dry.append(body["OriginationIdentity"] as? String ?? "")
    return .ok(#"{"MessageId":"dry"}"#)
  }
}
