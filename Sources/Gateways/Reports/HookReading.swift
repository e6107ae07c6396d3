package import Ports

/// What a broker sends by itself, read as its file describes it.
package struct HookReading: Sendable {
  private let gateway: Gateway
  private let account: GatewayAccount

  /// Makes a reading.
  ///
  /// - Parameter account: what was filled in; its secrets are not needed, and taken out where they are known.
  package init(_ gateway: Gateway, _ account: GatewayAccount) { (self.gateway, self.account) = (gateway, account) }

  /// Reads what was sent.
  ///
  /// - Throws: ``ReportUnread``.
  package func read(_ body: [UInt8]) throws(ReportUnread) -> ReportAnswer {
    guard let rule = gateway.reports, let hook = rule.hook else { throw .unknownGateway }
    do throws(ReportPage.Problem) {
      return try page(body, rule, hook).answer(of: gateway)
    } catch {
      throw .other
    }
  }

  /// A document without secrets.
  package func masked(_ document: [UInt8]) -> [UInt8] {
    let text = String(decoding: document, as: UTF8.self)
    let masked = account.mask.masked(text)
    return masked == text ? document : Array(masked.utf8)
  }

  func page(_ body: [UInt8], _ rule: ReportRule, _ hook: ReportRule.Hook) throws(ReportPage.Problem) -> ReportPage {
    try ReportPage(
      body, rule, list: hook.list, condition: hook.condition, values: PlaceValues(shared: account.settings),
      mask: account.mask)
  }
}
