import AWS

/// One thing in which the AWS side is not as the blueprint wants it, and the step that makes it so.
package struct Difference: Equatable, Sendable, CustomStringConvertible {
  /// What is done about it.
  package enum Kind: String, Sendable {
    /// It is not there, and is made.
    case create
    /// It is otherwise, and is changed.
    case change
    /// It is somebody's own, and is left; they should know.
    case keep
  }

  /// One setting of a thing.
  package struct Setting: Equatable, Sendable {
    /// Names it as AWS does: `VisibilityTimeout`.
    package var name: String
    /// Holds what it is.
    package var from: String?
    /// Holds what it becomes.
    package var to: String?

    init(_ name: String, from: String? = nil, to: String? = nil) {
      self.name = name
      self.from = from
      self.to = to
    }
  }

  /// Says what is done.
  package var kind: Kind
  /// Says what kind of thing it is: `queue`.
  package var resource: String
  /// Names it.
  package var name: String
  /// Lists what changes in it; empty for what is made.
  package var settings: [Setting]
  /// Makes it so; `nil` for what is left.
  let step: ProvisionStep?

  init(
    _ kind: Kind, _ resource: String, _ name: String, _ settings: [Setting] = [], step: ProvisionStep? = nil
  ) {
    self.kind = kind
    self.resource = resource
    self.name = name
    self.settings = settings
    self.step = step
  }

  /// Says it in one line.
  package var description: String {
    let what = "\(kind.rawValue) \(resource) \(name)"
    guard !settings.isEmpty else { return what }
    return what + ": "
      + settings.map { setting in
        switch (setting.from, setting.to) {
        case (let from?, let to?): "\(setting.name) \(from) → \(to)"
        case (nil, let to?): "\(setting.name) + \(to)"
        case (let from?, nil): "\(setting.name) \(from)"
        case (nil, nil): setting.name
        }
      }.joined(separator: ", ")
  }
}

/// A call that brings one thing to the wanted state; carried out twice, it does no more than once.
enum ProvisionStep: Equatable, Sendable {
  case createQueue(QueueBlueprint)
  case setQueue(String, url: String, [String: String])
  case createTopic(name: String, policy: String?)
  case setTopicPolicy(arn: String, String)
  case subscribe(topic: String, `protocol`: String, endpoint: String, [String: String])
  case setRaw(subscription: String)
  case createConfigurationSet(String)
  case createDestination(set: String, SESEventDestination)
  case updateDestination(set: String, SESEventDestination)
  case createTextConfigurationSet(String)
  case createTextDestination(set: String, SMSVoiceEventDestination)
  case updateTextDestination(set: String, SMSVoiceEventDestination)
  case putAlarm(MetricAlarm)
}
