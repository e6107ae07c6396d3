extension SESClient {
  /// Reads the account's quotas and state
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetAccount.html>).
  package func getAccount() async throws(AWSError) -> SESAccount {
    try await get("GetAccount", "account") { answer throws(AnswerProblem) in try SESAccount(answer) }
  }

  /// Reads what SES knows of a sender
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetEmailIdentity.html>).
  ///
  /// - Throws: ``AWSError`` with the code `notFound` when it knows nothing of it.
  package func getEmailIdentity(_ name: String) async throws(AWSError) -> SESIdentity {
    try await get("GetEmailIdentity", "identities/" + name.percentEncoded) { answer throws(AnswerProblem) in
      let dkim = try answer.optionalObject("DkimAttributes")
      return SESIdentity(
        name: name, type: try answer.optionalText("IdentityType"),
        isVerifiedForSending: try answer.optionalFlag("VerifiedForSendingStatus") ?? false,
        verificationStatus: try answer.optionalText("VerificationStatus"),
        dkimStatus: try dkim?.optionalText("Status"),
        configurationSet: try answer.optionalText("ConfigurationSetName"),
        signing: try dkim.map { dkim throws(AnswerProblem) in try signing(dkim) },
        mailFrom: try answer.optionalObject("MailFromAttributes").flatMap { attributes throws(AnswerProblem) in
          try mailFrom(attributes)
        })
    }
  }

  private func mailFrom(_ answer: JSONAnswer) throws(AnswerProblem) -> SESMailFrom? {
    guard let domain = try answer.optionalText("MailFromDomain"), !domain.isEmpty else { return nil }
    return SESMailFrom(
      domain: domain, status: try answer.optionalText("MailFromDomainStatus"),
      refusesOnFailure: try answer.optionalText("BehaviorOnMxFailure") == "REJECT_MESSAGE")
  }

  private func signing(_ answer: JSONAnswer) throws(AnswerProblem) -> SESSigning {
    let isOwn = try answer.optionalText("SigningAttributesOrigin") == "EXTERNAL"
    let zone = try answer.optionalText("SigningHostedZone") ?? "dkim.amazonses.com"
    return SESSigning(
      isOn: try answer.optionalFlag("SigningEnabled") ?? false, selectors: try answer.texts("Tokens"),
      zone: isOwn ? nil : zone)
  }

  /// Lists the senders SES knows of, a page at a time
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ListEmailIdentities.html>).
  ///
  /// - Parameter token: what the page before returned; `nil` for the first.
  /// - Returns: the senders, and the token of the next page if there is one.
  package func listEmailIdentities(
    token: String? = nil
  ) async throws(AWSError) -> (identities: [SESIdentity], token: String?) {
    let query = "?PageSize=100" + (token.map { "&NextToken=" + $0.percentEncoded } ?? "")
    return try await get("ListEmailIdentities", "identities" + query) { answer throws(AnswerProblem) in
      var identities: [SESIdentity] = []
      for entry in try answer.objects("EmailIdentities") {
        identities.append(
          SESIdentity(
            name: try entry.text("IdentityName"), type: try entry.optionalText("IdentityType"),
            isVerifiedForSending: try entry.optionalFlag("SendingEnabled") ?? false,
            verificationStatus: try entry.optionalText("VerificationStatus")))
      }
      return (identities, try answer.optionalText("NextToken"))
    }
  }
}
