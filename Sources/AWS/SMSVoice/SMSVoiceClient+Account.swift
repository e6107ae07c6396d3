import JSON

extension SMSVoiceClient {
  /// Tells whether the account is in the sandbox, where only verified numbers are sent to
  /// (<https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeAccountAttributes.html>).
  ///
  /// - Returns: the word of `ACCOUNT_TIER`, `SANDBOX` or `PRODUCTION`; `nil` when AWS does not tell.
  package func accountTier() async throws(AWSError) -> String? {
    let attributes = try await list("DescribeAccountAttributes", "AccountAttributes") { entry throws(AnswerProblem) in
      (name: try entry.text("Name"), value: try entry.text("Value"))
    }
    return attributes.first { $0.name == "ACCOUNT_TIER" }?.value
  }

  /// Tells what texts may cost a month
  /// (<https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeSpendLimits.html>).
  ///
  /// - Returns: `nil` when AWS tells of no such limit.
  package func textSpendLimit() async throws(AWSError) -> SMSVoiceSpendLimit? {
    let limits = try await list("DescribeSpendLimits", "SpendLimits") { entry throws(AnswerProblem) in
      (
        name: try entry.text("Name"),
        limit: SMSVoiceSpendLimit(
          enforced: try entry.optionalInteger("EnforcedLimit") ?? 0, most: try entry.optionalInteger("MaxLimit") ?? 0)
      )
    }
    return limits.first { $0.name == "TEXT_MESSAGE_MONTHLY_SPEND_LIMIT" }?.limit
  }

  /// Lists what texts can come from: numbers, sender ids and pools of the account
  /// (<https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribePhoneNumbers.html>,
  /// <https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribeSenderIds.html>,
  /// <https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_DescribePools.html>).
  package func originationIdentities() async throws(AWSError) -> [SMSVoiceIdentity] {
    let numbers = try await list("DescribePhoneNumbers", "PhoneNumbers") { entry throws(AnswerProblem) in
      SMSVoiceIdentity(
        kind: .number, names: [try entry.text("PhoneNumber"), try entry.optionalText("PhoneNumberId")],
        arn: try entry.optionalText("PhoneNumberArn"), status: try entry.optionalText("Status"),
        country: try entry.optionalText("IsoCountryCode"), types: [try entry.optionalText("MessageType")])
    }
    let senders = try await list("DescribeSenderIds", "SenderIds") { entry throws(AnswerProblem) in
      SMSVoiceIdentity(
        kind: .senderID, names: [try entry.text("SenderId")], arn: try entry.optionalText("SenderIdArn"), status: nil,
        country: try entry.optionalText("IsoCountryCode"), types: try entry.texts("MessageTypes"))
    }
    let pools = try await list("DescribePools", "Pools") { entry throws(AnswerProblem) in
      SMSVoiceIdentity(
        kind: .pool, names: [try entry.text("PoolId")], arn: try entry.optionalText("PoolArn"),
        status: try entry.optionalText("Status"), country: nil, types: [try entry.optionalText("MessageType")])
    }
    return numbers + senders + pools
  }
}

/// What texts may cost a month, in US dollars.
package struct SMSVoiceSpendLimit: Equatable, Sendable {
  /// What is in force.
  package var enforced: Int
  /// What the account may set it to.
  package var most: Int

  /// Makes a limit.
  package init(enforced: Int, most: Int) { (self.enforced, self.most) = (enforced, most) }
}

/// What texts can come from.
package struct SMSVoiceIdentity: Equatable, Sendable {
  /// What it is.
  package enum Kind: Equatable, Sendable { case number, senderID, pool }

  /// Says what it is.
  package var kind: Kind
  /// Holds what it may be called by: its number, its id, its ARN.
  package var names: [String]
  /// Says whether it can be used; `ACTIVE` when it can. AWS says none of sender ids.
  package var status: String?
  /// Names the country it is of, in two letters; `nil` for a pool.
  package var country: String?
  /// Lists what may be sent from it: `TRANSACTIONAL`, `PROMOTIONAL`.
  package var types: [String]

  /// Whether it can be used.
  package var isActive: Bool { status == nil || status == "ACTIVE" }

  init(kind: Kind, names: [String?], arn: String?, status: String?, country: String?, types: [String?]) {
    self.kind = kind
    self.names = (names + [arn]).compactMap(\.self)
    self.status = status
    self.country = country
    self.types = types.compactMap(\.self)
  }
}
