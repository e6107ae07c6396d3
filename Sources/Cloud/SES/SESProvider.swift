package import AWS
import JSON
package import Model
package import Pacing
package import Ports

/// Amazon SES: a call is one `SendBulkEmail`.
///
/// Nothing is sent twice here: the client repeats a call only when it is certain that SES did not see it, and what may
/// have arrived without an answer is `unknown`.
package struct SESProvider: Provider {
  /// SES's limit on destinations of a call.
  package let callLimit = 50
  private let configurationSet: String
  let account: AccountGate
  let time: Timekeeper

  /// Makes a provider.
  ///
  /// - Parameters:
  ///   - configurationSet: the set whose events come to the event queue.
  ///   - pace: shared by the processes that send over this account.
  ///   - monitor: is told when SES cannot be used.
  ///   - time: what the account's limits and a long search go by.
  package init(
    client: SESClient, configurationSet: String, pace: PaceFile, monitor: HealthMonitor, time: Timekeeper = Timekeeper()
  ) {
    self.configurationSet = configurationSet
    self.time = time
    account = AccountGate(client: client, pace: pace, monitor: monitor, time: time)
  }

  /// Waits until the account can be used.
  package func ready() async throws -> Refusal? { try await account.ready() }

  /// Waits for the account: see ``AccountGate``.
  package func permit(upTo recipients: Int) async throws -> Admission { try await account.permit(upTo: recipients) }

  /// Asks the account, and waits for nothing.
  package func permitNow(upTo recipients: Int) async -> Permit? { await account.permitNow(upTo: recipients) }

  /// Hands messages over.
  package func send(_ request: SendRequest, under permit: consuming Permit) async -> SendAnswer {
    guard request.campaign.channel == .email else {
      return .notSent(Refusal(cause: .invalidParameter, reason: OwnReason.emailOnly.sentence))
    }
    var deliverable = request
    deliverable.recipients = request.recipients.filter { Self.refusal(of: $0, request.campaign) == nil }
    guard !deliverable.recipients.isEmpty else {
      return .answered(
        request.recipients.map { .refused(Self.refusal(of: $0, request.campaign) ?? SESAddress.refusal) })
    }
    permit.giveBack(allBut: deliverable.recipients.count)
    let answer = await sendSeparating(deliverable, under: permit)
    guard deliverable.recipients.count < request.recipients.count else { return answer }
    var next = 0
    return .answered(
      request.recipients.map { recipient in
        if let refusal = Self.refusal(of: recipient, request.campaign) { return .refused(refusal) }
        defer { next += 1 }
        return answer.result(at: next)
      })
  }

  /// Why SES would not take a recipient, whatever else is in the call.
  private static func refusal(of recipient: ClaimedMessage, _ campaign: Campaign) -> Refusal? {
    guard SESAddress(recipient.address) != nil else { return SESAddress.refusal }
    return campaign.unsubscribeRefusal(recipient.values, address: recipient.address)
  }

  /// Makes one call.
  ///
  /// - Parameter permit: none for a part of a call that was turned away.
  func call(_ request: SendRequest, under permit: consuming Permit?) async -> SESVerdict {
    do throws(AWSError) {
      let email = SESBulkEmail(request, configurationSet: configurationSet)
      switch try await account.send(email, under: permit) {
      case .answered(let results): return SESVerdict(results, of: request, isSandbox: await account.isSandbox)
      case .notSent(let refusal): return SESVerdict(notSent: refusal)
      }
    } catch {
      return SESVerdict(error, of: request, isSandbox: await account.isSandbox)
    }
  }
}

extension SESBulkEmail {
  /// Makes a call of a request: each recipient with its data, and with the tags by which its events find it again.
  init(_ request: SendRequest, configurationSet: String) {
    let campaign = request.campaign
    let template = campaign.template
    let variables = SESVariables(template, columns: campaign.columns)
    self.init(
      from: SenderHeader.text(template.from), configurationSet: configurationSet,
      content: template.storedName.map(Content.stored)
        ?? .inline(
          SESTemplate(
            subject: variables.rewritten(template.subject), text: template.text.map(variables.rewritten),
            html: template.html.map(variables.rewritten))),
      entries: request.recipients.map { recipient in
        Entry(
          to: [SESAddress(recipient.address)?.text ?? recipient.address],
          data: Self.data(recipient, campaign, variables),
          tags: [
            SESTag(MessageTags.Name.store, request.storeID),
            SESTag(MessageTags.Name.campaign, campaign.id.description),
            SESTag(MessageTags.Name.message, recipient.message.description),
            SESTag(MessageTags.Name.attempt, String(recipient.attempt)),
          ], headers: Self.headers(recipient, campaign))
      })
  }

  /// The same as the operator is shown: see `Preview`.
  private static func headers(_ recipient: ClaimedMessage, _ campaign: Campaign) -> [SESHeader] {
    guard let unsubscribe = campaign.template.unsubscribe else { return [] }
    let headers = try? unsubscribe.headers(campaign.values(recipient.values, address: recipient.address))
    return (headers ?? []).map { SESHeader($0.name, $0.value) }
  }

  private static func data(
    _ recipient: ClaimedMessage, _ campaign: Campaign, _ variables: SESVariables
  ) -> String {
    var json = JSONWriter(capacity: 128)
    let isStored = campaign.template.storedName != nil
    json.object { json in
      for (column, value) in zip(campaign.columns, recipient.values) {
        if let name = variables.name(column, isStored: isStored) { json.member(name, value) }
      }
      if !campaign.columns.contains(campaign.channel.addressColumn) {
        json.member(campaign.channel.addressColumn, recipient.address)
      }
    }
    return json.text
  }
}
