/// What a launch would come to, as far as that can be told before it.
package struct Forecast: Equatable, Sendable {
  /// What a campaign's pace is judged by.
  package enum Basis: Equatable, Sendable {
    /// The campaign's own rate, the one that workers were told here, the provider's for the account.
    case campaign, worker, account
    /// The fastest minute of the last hour, or quarter of an hour of the last day.
    case lately
  }

  /// How long recipients take, and by what that is judged.
  package struct Time: Equatable, Sendable {
    /// Until the last is handed over, with those who go first.
    package var span: Duration
    /// Recipients a second.
    package var rate: Double
    /// Where that is from.
    package var basis: Basis

    /// Makes a value.
    package init(span: Duration, rate: Double, basis: Basis) {
      (self.span, self.rate, self.basis) = (span, rate, basis)
    }
  }

  /// What sending costs.
  package struct Price: Equatable, Sendable {
    /// For a thousand recipients.
    package var perThousand: Double
    /// Its currency, such as `USD`.
    package var currency: String

    /// Makes a price.
    package init(perThousand: Double, currency: String) {
      (self.perThousand, self.currency) = (perThousand, currency)
    }

    /// What so many cost.
    package func of(_ recipients: Int) -> Double { perThousand * Double(recipients) / 1000 }
  }

  /// Campaigns under way that were there before, and their recipients that wait.
  package var campaignsAhead: Int
  /// Their recipients that are to be sent to still.
  package var recipientsAhead: Int
  /// How long it takes; `nil` when nothing tells.
  package var time: Time?
  /// What it costs; `nil` when nothing tells.
  package var cost: Double?
  /// In what currency.
  package var currency: String
  /// What the provider takes of the account still within 24 hours, when that is less than goes out.
  package var quotaLeft: Int?

  /// Makes a forecast.
  package init(
    campaignsAhead: Int = 0, recipientsAhead: Int = 0, time: Time? = nil, cost: Double? = nil, currency: String = "",
    quotaLeft: Int? = nil
  ) {
    self.campaignsAhead = campaignsAhead
    self.recipientsAhead = recipientsAhead
    self.time = time
    self.cost = cost
    self.currency = currency
    self.quotaLeft = quotaLeft
  }
}

extension Forecast {
  /// What bounds a campaign's pace, as far as it is known; each in recipients a second.
  package struct Paces: Equatable, Sendable {
    /// The campaign's own rate, the workers', the account's, and what was seen lately.
    package var campaign, worker, account, lately: Double?

    /// Makes a value.
    package init(
      campaign: Double? = nil, worker: Double? = nil, account: Double? = nil, lately: Double? = nil
    ) {
      (self.campaign, self.worker, self.account, self.lately) = (campaign, worker, account, lately)
    }
  }

  /// Judges how long recipients take behind others: those go as fast as everything does, and a campaign's own rate holds
  /// for its own alone.
  ///
  /// What bounds the pace is believed before what was seen: it was seen of other campaigns, at other times.
  package static func time(of recipients: Int, behind ahead: Int, _ paces: Paces) -> Time? {
    let bounds = [(paces.worker, Basis.worker), (paces.account, .account)].compactMap { rate, basis in
      rate.flatMap { $0 > 0 ? (rate: $0, basis: basis) : nil }
    }
    let bound = bounds.min { $0.rate < $1.rate }
    let all = bound ?? paces.lately.flatMap { $0 > 0 ? (rate: $0, basis: Basis.lately) : nil }
    let together = all.map {
      Time(span: .seconds(Double(recipients + ahead) / $0.rate), rate: $0.rate, basis: $0.basis)
    }
    guard let own = paces.campaign, own > 0 else { return together }
    let alone = Time(span: .seconds(Double(recipients) / own), rate: own, basis: .campaign)
    guard let together else { return alone }
    return together.span > alone.span ? together : alone
  }
}
