package import HTTP
import Model
package import Ports

/// What a broker tells of texts when it is asked, as its file describes it.
package struct GatewayReports: ReportSource {
  /// By which its place is remembered.
  package var name: String { gateway.name }
  private let gateway: Gateway
  private let rule: ReportRule
  private let poll: ReportRule.Poll
  private let account: GatewayAccount
  private let transport: any HTTPTransport
  private let source: GatewayProvider.Source

  /// Makes a source; `nil` for a broker that is not asked.
  package init?(
    _ gateway: Gateway, _ account: GatewayAccount, transport: any HTTPTransport, source: GatewayProvider.Source
  ) {
    guard let rule = gateway.reports, let poll = rule.poll else { return nil }
    (self.gateway, self.rule, self.poll, self.account) = (gateway, rule, poll, account)
    (self.transport, self.source) = (transport, source)
  }

  /// What it is asked about.
  package var rhythm: ReportRhythm {
    switch poll.mode {
    case .updatedSince: .since(every: poll.every, overlap: poll.overlap, span: poll.span, until: poll.until)
    case .request: .request(every: poll.every, until: poll.until)
    }
  }

  /// Asks for a page.
  package func ask(_ question: ReportQuestion, page: String?) async throws(ReportFault) -> ReportAnswer {
    var values = PlaceValues(shared: account.values)
    values.shared["now"] = gateway.clock.text(source.clock.now())
    values.shared["nonce"] = source.nonce()
    switch question {
    case .request(let request): values.shared["request"] = request
    case .since(let since, let until):
      values.shared["since"] = gateway.clock.text(since)
      values.shared["until"] = gateway.clock.text(until)
      values.shared["sinceDay"] = gateway.clock.day(since)
    }
    let place = try place(page)
    values.shared["page"] = place.word
    let request = poll.request.request(values, at: place.address)
    let response: HTTPResponse
    do throws(HTTPError) { response = try await transport.send(request) } catch {
      throw ReportFault(
        .broker(BrokerProblem(error.code), name: gateway.title, said: account.mask.masked(error.description)))
    }
    guard (200...299).contains(response.status) else {
      let said = JSONDocument.read(response.body) { $0.firstText ?? "" } ?? ""
      let problem: BrokerProblem =
        response.status == 429 ? .throttled : [401, 403].contains(response.status) ? .accessDenied : .unavailable
      throw ReportFault(
        .broker(
          problem, name: gateway.title,
          said: account.mask.short("HTTP \(response.status) \(said)")))
    }
    let read: ReportPage
    do throws(ReportPage.Problem) {
      read = try ReportPage(
        response.body, rule, list: poll.list,
        turn: ReportPage.Turn(pages: poll.pages, number: place.number, seen: place.seen), values: values,
        mask: account.mask)
    } catch {
      throw ReportFault(
        .broker(.brokenAnswer, name: gateway.title, said: error == .notJSON ? "not JSON" : "no list of reports"))
    }
    return read.answer(of: gateway, next: next(read, after: place))
  }

  /// Where a page is.
  private struct Place {
    var word = ""
    var address: String?
    var number = 0
    var seen = 0
  }

  /// Reads what ``next(_:after:)`` wrote.
  private func place(_ page: String?) throws(ReportFault) -> Place {
    let first: Int =
      switch poll.pages {
      case .numbered(let from, _), .counted(let from, _): from
      case .one, .key, .address: 0
      }
    let isNumbered =
      switch poll.pages {
      case .numbered, .counted: true
      case .one, .key, .address: false
      }
    guard let page else { return Place(word: isNumbered ? String(first) : "", number: first) }
    let parts = page.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let rest = parts.count > 1 ? parts[1] : ""
    switch parts[0] {
    case "key": return Place(word: rest)
    case "address":
      guard let address = address(rest) else {
        throw ReportFault(
          .broker(.brokenAnswer, name: gateway.title, said: "the next page is said to be on another host"))
      }
      return Place(address: address)
    default:
      let numbers = rest.split(separator: " ").compactMap { Int($0) }
      let number = numbers.first ?? first
      return Place(word: String(number), number: number, seen: numbers.count > 1 ? numbers[1] : 0)
    }
  }

  /// Where the next page is, on the host that was asked: keys go to no other.
  private func address(_ text: String) -> String? {
    let own = RequestRule.origin(of: poll.request.address.filled(PlaceValues(shared: account.settings)))
    if text.hasPrefix("/"), !text.hasPrefix("//") { return own + text }
    return RequestRule.origin(of: text) == own && !own.isEmpty ? text : nil
  }

  private func next(_ page: ReportPage, after place: Place) -> String? {
    switch page.next {
    case .key(let key): "key \(key)"
    case .address(let address): "address \(address)"
    case .number(let number): "number \(number) \(place.seen + page.items)"
    case nil: nil
    }
  }
}

extension ReportPage {
  /// The page as everybody takes it.
  func answer(of gateway: Gateway, next: String? = nil) -> ReportAnswer {
    ReportAnswer(
      items: reports.map { .init(providerID: $0.id, store: $0.reference?.store, document: $0.document(of: gateway)) },
      unread: unread, next: next)
  }
}
