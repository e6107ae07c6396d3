/// What one service may do with one of our resources: a statement of that resource's policy.
package struct Grant: Equatable, Sendable {
  /// Names the statement, so that a later run finds it again.
  package var name: String
  /// Names who may: `sns.amazonaws.com`.
  package var service: String
  /// Names what it may do: `sqs:SendMessage`.
  package var action: String
  /// Names with what, by its ARN.
  package var resource: String
  /// Names on whose behalf: the ARN of the topic or the configuration set.
  package var source: String
  /// Names the account on whose behalf, where the service says it.
  package var account: String?

  /// Makes a value from its parts.
  package init(
    name: String, service: String, action: String, resource: String, source: String, account: String? = nil
  ) {
    self.name = name
    self.service = service
    self.action = action
    self.resource = resource
    self.source = source
    self.account = account
  }

  /// The statement, as policies write it.
  var statement: PolicyValue {
    var conditions: [String: PolicyValue] = ["ArnEquals": .object(["aws:SourceArn": .text(source)])]
    if let account { conditions["StringEquals"] = .object(["aws:SourceAccount": .text(account)]) }
    return .object([
      "Sid": .text(name), "Effect": .text("Allow"), "Principal": .object(["Service": .text(service)]),
      "Action": .text(action), "Resource": .text(resource), "Condition": .object(conditions),
    ])
  }

  /// A policy that grants this and nothing else.
  package var policy: String { [self].policy }

  /// Adds this to a policy: others' statements stay, an earlier one of this name is replaced.
  ///
  /// - Returns: `nil` when the policy cannot be read, and so nothing of it could be kept.
  package func added(to policy: String?) -> String? {
    guard let policy, !policy.isEmpty else { return self.policy }
    guard case .object(var members)? = PolicyValue(policy) else { return nil }
    let others = (members["Statement"]?.values ?? []).filter { $0["Sid"]?.text != name }
    members["Statement"] = .list(others + [statement])
    if members["Version"] == nil { members["Version"] = .text("2012-10-17") }
    return PolicyValue.object(members).json
  }
}

extension [Grant] {
  /// A policy that grants these and nothing else.
  package var policy: String {
    PolicyValue.object(["Version": .text("2012-10-17"), "Statement": .list(map(\.statement))]).json
  }
}
