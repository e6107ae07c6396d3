import Model
import Ports
import SMSText

extension Gateway {
  /// Whether it takes a number, in E.164, at all.
  package func serves(_ number: String) -> Bool { self.number.written(number) != nil }
}

/// How the recipients of a request are handed over: in which calls, and who is refused before any.
struct CallPlan {
  /// One call.
  struct Call {
    /// The broker's word for what the texts go out as.
    var type: String
    /// Where its recipients stand in the request.
    var indices: [Int] = []
    var recipients: [PlaceValues.Recipient] = []
  }

  private(set) var calls: [Call] = []
  /// Who is refused, by where they stand in the request.
  private(set) var refused: [Int: Refusal] = [:]

  init(_ request: SendRequest, by gateway: Gateway) {
    // By what all recipients of a call share: calls go out in the order of their first recipients.
    var open: [String: Int] = [:]
    for (index, claimed) in request.recipients.enumerated() {
      let campaign = request.campaign
      let values = campaign.values(claimed.values, address: claimed.address)
      let read = Preview.text(campaign.template.text ?? "", values: values)
      let text = gateway.text.charset == .eucKR ? KoreanText.composed(read) : read
      guard let number = gateway.number.written(claimed.address) else {
        refuse(index, .numberNotServed)
        continue
      }
      let kind: TextLimits.Kind
      do throws(TextLimits.Misfit) { kind = try gateway.text.kind(of: text) } catch {
        refuse(index, error.reason)
        continue
      }
      var shared = ""
      if gateway.send.shared.contains(.type) { shared += kind.name }
      if gateway.send.shared.contains(.text) { shared += "\u{0}" + text }
      let place: Int
      if let known = open[shared], calls[known].recipients.count < gateway.send.recipientsPerCall {
        place = known
      } else {
        place = calls.count
        open[shared] = place
        calls.append(Call(type: kind.name))
      }
      calls[place].indices.append(index)
      calls[place].recipients.append(
        PlaceValues.Recipient(
          number: number, text: text,
          ref: MessageReference(
            claimed.message, attempt: claimed.attempt, campaign: campaign.id, store: request.storeID
          ).description,
          index: calls[place].recipients.count + 1))
    }
  }

  private mutating func refuse(_ index: Int, _ reason: OwnReason) {
    refused[index] = Refusal(cause: .invalidParameter, reason: reason.sentence, isOwnFinding: true)
  }
}
