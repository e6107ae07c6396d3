package import HTTP
package import Model
package import Ports

/// A gateway tried out on made-up recipients: what would be sent, and what an answer would mean. Nothing is sent.
package struct GatewayRehearsal {
  let provider: GatewayProvider
  let request: SendRequest
  let plan: CallPlan

  /// The gateway that is tried out.
  package var gateway: Gateway { provider.gateway }
  /// Someone made up.
  package static let name = "김하나"

  /// Prepares a made-up campaign.
  ///
  /// - Parameters:
  ///   - text: what it says, with `{{name}}` for each recipient's name.
  ///   - from: its sender.
  package init(_ provider: GatewayProvider, text: String, from: String, isAdvertising: Bool, now: Timestamp) {
    self.provider = provider
    let names = [Self.name, "이두리", "박세찬"]
    let campaign = Campaign(
      id: CampaignID(rawValue: 7), name: "rehearsal", channel: .sms, state: .sending, operator: "", createdAt: now,
      audience: "", template: Template(from: from, subject: "", text: text, html: nil), columns: ["name"],
      batchSize: names.count,
      isAdvertising: isAdvertising)
    request = SendRequest(
      campaign: campaign,
      recipients: names.indices.map { index in
        ClaimedMessage(
          message: MessageID(rawValue: Int64(41 + index)), attempt: 1, address: "+82101234000\(index + 1)",
          values: [names[index]])
      }, storeID: "store")
    plan = CallPlan(request, by: provider.gateway)
  }

  /// Someone the broker would not be handed, and why.
  package var refused: [(address: String, reason: String)] {
    plan.refused.sorted { $0.key < $1.key }.map { (request.recipients[$0.key].address, $0.value.reason) }
  }

  /// The calls, with secrets taken out.
  package var calls: [HTTPRequest] {
    plan.calls.map { call in
      var made = provider.gateway.send.request.request(provider.values(of: call, request), for: call.recipients)
      let mask = provider.account.mask
      made.url = mask.masked(made.url)
      made.headers = made.headers.map {
        // A name and a password in one.
        $0.name == "Authorization" && $0.value.hasPrefix("Basic ")
          ? HTTPField($0.name, "Basic …") : HTTPField($0.name, mask.masked($0.value))
      }
      made.body = Array(mask.masked(String(decoding: made.body, as: UTF8.self)).utf8)
      return made
    }
  }

  /// What an answer to the first call would mean for each of its recipients.
  package func outcomes(of answer: HTTPResponse) -> [(address: String, result: SendResult)] {
    guard let call = plan.calls.first else { return [] }
    let reading = AnswerReading(
      rule: provider.gateway.answer, mask: provider.account.mask, values: provider.values(of: call, request),
      recipients: call.recipients)
    return zip(call.indices, reading.results(answer)).map { (request.recipients[$0].address, $1) }
  }

  /// What reports would mean: those that are asked for, or those that come by themselves.
  ///
  /// - Throws: ``ReportPage/Problem``.
  package func reports(in body: [UInt8], isHook: Bool) throws(ReportPage.Problem) -> ReportPage {
    guard let rule = gateway.reports else { throw .noList }
    if isHook {
      guard let hook = rule.hook else { throw .noList }
      return try HookReading(gateway, provider.account).page(body, rule, hook)
    }
    guard let poll = rule.poll else { throw .noList }
    var values = PlaceValues(shared: provider.account.settings)
    values.shared["request"] = "REQUEST"
    return try ReportPage(body, rule, list: poll.list, values: values, mask: provider.account.mask)
  }
}
