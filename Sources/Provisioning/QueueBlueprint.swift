import Model

/// A queue as it should be; what is `nil` is left as it is found.
package struct QueueBlueprint: Equatable, Sendable {
  /// Where messages go that were received too often.
  package struct Redrive: Equatable, Sendable {
    /// Names the queue they go to, by its ARN.
    package var target: String
    /// Counts the receives before that.
    package var maxReceiveCount: Int

    /// As SQS writes it.
    var attribute: String {
      PolicyValue.object([
        "deadLetterTargetArn": .text(target), "maxReceiveCount": .number(Double(maxReceiveCount)),
      ]).json
    }

    /// Makes a value from its parts.
    package init(target: String, maxReceiveCount: Int) {
      self.target = target
      self.maxReceiveCount = maxReceiveCount
    }

    /// Reads what SQS says; `nil` when there is none, or none that can be read.
    package init?(_ attribute: String?) {
      guard let attribute, let value = PolicyValue(attribute), let target = value["deadLetterTargetArn"]?.text
      else { return nil }
      self.target = target
      // As a number and as a text, both are seen.
      switch value["maxReceiveCount"] {
      case .number(let number): maxReceiveCount = Int(number)
      case .text(let text): maxReceiveCount = Int(text) ?? 0
      default: return nil
      }
    }
  }

  /// Names it.
  package var name: String
  /// Names it within AWS.
  package var arn: String
  /// Says how long a received message is hidden.
  package var visibility: Duration?
  /// Says how long a message is kept.
  package var retention: Duration?
  /// Says how long SQS waits for a message.
  package var longPoll: Duration?
  /// Says where what failed goes.
  package var redrive: Redrive?
  /// Says who may send to it beside its account.
  package var grant: Grant?

  /// The attributes to make it with.
  package var attributes: [String: String] {
    var attributes = numbers
    attributes["RedrivePolicy"] = redrive?.attribute
    attributes["Policy"] = grant?.policy
    return attributes
  }

  /// The attributes that are numbers of seconds, as SQS writes them.
  var numbers: [String: String] { seconds.mapValues { String($0) } }

  /// The attributes that are numbers of seconds.
  var seconds: [String: Int] {
    var numbers: [String: Int] = [:]
    for (name, span) in [
      ("VisibilityTimeout", visibility), ("MessageRetentionPeriod", retention),
      ("ReceiveMessageWaitTimeSeconds", longPoll),
    ] {
      if let span { numbers[name] = Int(span.seconds.rounded(.up)) }
    }
    return numbers
  }
}
