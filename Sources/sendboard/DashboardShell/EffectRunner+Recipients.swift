import Dashboard
import EventStore
import Model
import Ports
import SMSText
import SQLiteKit
import Services
import Words

/// What recipients would get, before anything is launched.
extension EffectRunner {
  /// What was counted for a composition.
  ///
  /// - Throws: ``CommandError`` when something else was counted since.
  func counted(_ typed: Composition) throws -> CountedAudience.Counted {
    guard let counted = audience.counted(typed.withWholePaths) else {
      throw CommandError(.composing(.changedFile(typed.file)))
    }
    return counted
  }

  /// Looks for a recipient; `nil` when there is none.
  func recipient(of typed: Composition, _ wish: RecipientWish) async throws -> RecipientView? {
    let counted = try counted(typed)
    let staging = counted.audience.staging
    let variables = counted.plan.template.variables
    let watched = variables.compactMap { name in counted.audience.columns.firstIndex(of: name) }
    return try await onThreadOfItsOwn {
      switch wish {
      case .number(let number): return try staging.row(number).map { try counted.view(number, $0) }
      case .containing(let text, let after):
        let wanted = text.lowercased()
        return try staging.first(after: after) { number, row in
          guard ([row.address] + row.values).contains(where: { $0.lowercased().contains(wanted) }) else { return nil }
          return try counted.view(number, row)
        }
      case .lacking(let after):
        return try staging.first(after: after) { number, row in
          guard watched.contains(where: { row.values[$0].allSatisfy(\.isWhitespace) }) else { return nil }
          return try counted.view(number, row)
        }
      case .longest:
        if let texts = counted.texts {
          return try texts.longest.flatMap { found in
            try staging.row(found.number).map { try counted.view(found.number, $0) }
          }
        }
        var longest: (number: Int, bytes: Int)?
        _ = try staging.first(after: 0) { number, row -> Never? in
          let bytes = try counted.preview(row).bytes
          if bytes > longest?.bytes ?? -1 { longest = (number, bytes) }
          return nil
        }
        return try longest.flatMap { found in try staging.row(found.number).map { try counted.view(found.number, $0) } }
      }
    }
  }

  /// Hands what one recipient would get to the provider, for another address: once, whatever comes of it. Its events name no
  /// store, and are left out, so that it is counted nowhere; that it was sent stands in the history.
  ///
  /// Crash points: before the call nothing is sent; after it the history may lack the line, and the test has arrived.
  func sendTest(_ typed: Composition, recipient number: Int, to text: String) async throws -> CommandResult {
    let counted = try counted(typed)
    let plan = counted.plan
    let address: String
    do throws(AddressProblem) {
      address = try plan.channel.address(text, in: root.settings.numbering)
    } catch { throw CommandError(.composing(.testAddress(text, error.code)), underlying: error) }
    if try await root.store.suppression(of: address, now: root.clock.now()) != nil {
      throw CommandError(.composing(.testSuppressed(address)))
    }
    guard let row = try counted.audience.staging.row(number), let provider = try providers()[plan.channel] else {
      throw CommandError(.composing(.unserved(plan.channel, isSESOnly: false)))
    }
    // What the template says of the address is the recipient's, as all else.
    let column = plan.channel.addressColumn
    let isThere = counted.audience.columns.contains(column)
    let campaign = Campaign(
      id: CampaignID(rawValue: 0), name: plan.name, channel: plan.channel, state: .sending, operator: plan.operator,
      createdAt: root.clock.now(), audience: plan.audience, template: plan.template,
      columns: counted.audience.columns + (isThere ? [] : [column]), batchSize: 1)
    let message = ClaimedMessage(
      message: MessageID(rawValue: 0), attempt: 1, address: address,
      values: row.values + (isThere ? [] : [row.address]))
    let request = SendRequest(campaign: campaign, recipients: [message], storeID: MessageTags.testStore)
    let result: SendResult
    switch try await provider.permit(upTo: 1) {
    case .stopped(let refusal): throw CommandError(.composing(.testRefused(refusal.reason)))
    case .granted(let permit): result = await provider.send(request, under: permit).result(at: 0)
    }
    let outcome =
      switch result {
      case .accepted(let id): id
      case .refused(let refusal): refusal.reason
      case .unknown(let reason): reason
      }
    try await root.store.addHistory(
      HistoryEntry(
        at: root.clock.now(), operator: root.settings.operator, action: .test, campaign: nil,
        condition: "\(plan.name): \(row.address) -> \(address)", count: 1, result: outcome))
    switch result {
    case .accepted: return CommandResult(count: 1)
    case .refused(let refusal): throw CommandError(.composing(.testRefused(refusal.reason)))
    case .unknown(let reason): throw CommandError(.composing(.testUnanswered(reason)))
    }
  }
}

extension CountedAudience.Counted {
  func preview(_ row: AudienceStaging.Row) throws -> Preview {
    do throws(TemplateProblem) {
      return try Preview(
        plan.template, values: composition.values(of: row.address, row.values, audience.columns))
    } catch { throw CommandError(.composing(.notRenderable(error)), underlying: error) }
  }

  func view(_ number: Int, _ row: AudienceStaging.Row) throws -> RecipientView {
    let preview = try preview(row)
    let lacks = plan.template.variables.filter { name in
      audience.columns.firstIndex(of: name).map { row.values[$0].allSatisfy(\.isWhitespace) } ?? false
    }
    var view = RecipientView(
      number: number, address: row.address, lines: preview.lines, html: preview.htmlBody, lacks: lacks,
      bytes: preview.bytes)
    view.measure = rule?.measure(preview.text)
    return view
  }
}

extension Preview {
  /// The bytes of subject and bodies.
  fileprivate var bytes: Int {
    subject.utf8.count + (textBody?.utf8.count ?? 0) + (htmlBody?.utf8.count ?? 0)
  }
}
