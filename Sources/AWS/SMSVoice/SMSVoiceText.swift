import JSON

/// One text to one number.
package struct SMSVoiceText: Sendable {
  /// What kind of text it is: it must be that of the sender, by AWS's word.
  package enum Kind: String, Sendable {
    case transactional = "TRANSACTIONAL"
    case promotional = "PROMOTIONAL"
  }

  /// The number, in E.164 form.
  package var destination: String
  /// A number, a sender id or a pool, or the ARN of one; `nil` to leave the choice to the account.
  package var origin: String?
  /// What is sent, as it is read.
  package var body: String
  /// What kind of text it is.
  package var kind: Kind
  /// The configuration set whose events tell what becomes of it.
  package var configurationSet: String?
  /// Comes back in each of its events: five at most.
  package var context: [(name: String, value: String)]
  /// Seconds after which it is not worth delivering, from 5 to 259,200; `nil` for three days.
  package var timeToLive: Int?
  /// US dollars that it may cost at most, such as `0.05`; `nil` for any price.
  package var maximumPrice: String?
  /// Whether it is only looked at: nothing is sent, and nothing charged.
  package var isDryRun = false

  /// Makes a value from its parts.
  package init(
    destination: String, origin: String?, body: String, kind: Kind, configurationSet: String?,
    context: [(name: String, value: String)] = [], timeToLive: Int? = nil, maximumPrice: String? = nil
  ) {
    self.destination = destination
    self.origin = origin
    self.body = body
    self.kind = kind
    self.configurationSet = configurationSet
    self.context = context
    self.timeToLive = timeToLive
    self.maximumPrice = maximumPrice
  }

  var json: [UInt8] {
    var json = JSONWriter(capacity: 256)
    json.object { json in
      json.member("DestinationPhoneNumber", destination)
      json.member("OriginationIdentity", origin)
      json.member("MessageBody", body)
      json.member("MessageType", kind.rawValue)
      json.member("ConfigurationSetName", configurationSet)
      json.member("MaxPrice", maximumPrice)
      json.member("TimeToLive", timeToLive)
      if isDryRun { json.member("DryRun", true) }
      if !context.isEmpty {
        json.key("Context")
        json.object { json in for entry in context { json.member(entry.name, entry.value) } }
      }
    }
    return json.bytes
  }
}
