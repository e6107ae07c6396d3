import Model

extension English {
  /// What a text goes out as: `2 parts in Unicode`.
  func form(_ form: TextForm) -> String {
    switch form {
    case .gsm(let parts): count(parts, "part")
    case .unicode(let parts): "\(count(parts, "part")) in Unicode"
    case .koreanShort: "SMS"
    case .koreanLong: "LMS"
    }
  }

  /// How long a text is: `1 part, 45 of 160`.
  func size(of measure: TextMeasure) -> String {
    guard let form = measure.form else { return measure.fault.map(fault) ?? "" }
    let unit =
      switch form {
      case .gsm, .unicode: ""
      case .koreanShort, .koreanLong: " bytes"
      }
    return "\(self.form(form)), \(count(measure.units)) of \(count(measure.limit))\(unit)"
  }

  /// Why a text cannot go out.
  func fault(_ fault: TextFault) -> String {
    switch fault {
    case .tooLong(let units, let most): "too long: \(count(units)), and \(count(most)) may be sent"
    case .unfit(let letters):
      "not in the carriers' alphabet: " + letters.map { "“\($0.character)” at \($0.place)" }.joined(separator: ", ")
    case .blank: "there is nothing in it"
    case .notServed: "the provider takes numbers of its own country only"
    }
  }

  func textFailure(_ failure: TextFailure) -> String {
    switch failure {
    case .invalidNumber: "invalid number"
    case .undeliverable: "undeliverable"
    case .unreachable: "unreachable"
    case .carrierUnreachable: "carrier unreachable"
    case .expired: "expired"
    case .invalidMessage: "invalid text"
    case .carrierBlocked: "blocked by carrier"
    case .spam: "taken for spam"
    case .blocked: "blocked by phone"
    case .optedOut: "opted out"
    case .protected: "country or number blocked"
    case .unknown: "no word"
    }
  }

  /// What to do about a text message that did not arrive.
  func advice(on failure: TextFailure) -> String {
    switch failure {
    case .invalidNumber: "There is no such number, or it takes no texts: correct it, or reach the recipient by mail."
    case .undeliverable: "It cannot be delivered to this number: correct it, or reach the recipient by mail."
    case .unreachable: "The phone was off or out of reach: send it again in some hours."
    case .carrierUnreachable: "The carrier could not be reached for the time being: send it again in some hours."
    case .expired: "It was not delivered in the time that it had: send it again, if it still matters."
    case .invalidMessage: "The carrier cannot take what is in it: look at its characters and its length."
    case .carrierBlocked:
      "The carrier blocked it as unwanted: look at its words and links, and whether the sender is registered there."
    case .spam: "The carrier took it for spam: look at its words and links before you send it to anybody else."
    case .optedOut: "This person wants no texts and has said so: leave it so, and reach them another way if you must."
    case .blocked: "The phone or its owner keeps this sender out: reach the recipient another way."
    case .protected:
      "The rules of your own AWS account keep this country or number out: change its protect configuration if you mean it."
    case .unknown: "Nobody told what became of it: ask the recipient before you send it again."
    }
  }
}
