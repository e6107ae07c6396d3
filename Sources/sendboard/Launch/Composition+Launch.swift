import Audience
import EventStore
import Foundation
import Model
import Ports
import Services
import Words

/// From what the operator gave to a campaign in the store.
extension Composition {
  /// Reads the template files.
  ///
  /// - Parameter stored: what the provider's own template holds, when the campaign uses one.
  /// - Throws: ``CommandError`` naming the file.
  func plan(operator: String, stored: StoredTemplate? = nil) throws -> CampaignPlan {
    let entries: [(ComposeProblem.Entry, String)] = [(.name, name), (.sender, from), (.subject, subject)]
    for (entry, text) in entries {
      if text.unicodeScalars.contains(where: {
        $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || (0x2028...0x2029).contains($0.value)
      }) {
        throw CommandError(.composing(.controlCharacter(in: entry)))
      }
    }
    if channel == .email { try checkSender() }
    var template: Template
    if let stored {
      template = Template(
        from: from, subject: stored.subject, text: stored.text, html: stored.html, storedName: stored.name)
    } else {
      for file in [textFile, htmlFile] where !file.isEmpty {
        if try Self.contents(file)?.allSatisfy(\.isWhitespace) ?? false {
          throw CommandError(.composing(.emptyContent(file: file)), ending: "; nothing was stored")
        }
      }
      template = Template(
        from: from, subject: subject, text: try Self.contents(textFile) ?? (text.isEmpty ? nil : text),
        html: try Self.contents(htmlFile) ?? (html.isEmpty ? nil : html))
    }
    // The end of a file's last line is the editor's, and would be charged for.
    if channel == .sms { template.text?.trimLastLineEnds() }
    if channel == .email {
      do throws(UnsubscribeProblem) { template.unsubscribe = try Unsubscribe(unsubscribe) } catch {
        throw CommandError(.composing(.unsubscribe(error)), ending: "; nothing was stored", underlying: error)
      }
    }
    if advertising != .no {
      do throws(Advertising.Problem) { template = try Advertising.marked(template, channel) } catch {
        throw CommandError(.composing(.advertising(error)), ending: "; nothing was stored", underlying: error)
      }
    }
    var plan = CampaignPlan(
      name: name, channel: channel, operator: `operator`,
      audience: choice?.label ?? URL(fileURLWithPath: file).lastPathComponent, template: template, columns: [],
      batchSize: batchSize)
    plan.isAdvertising = advertising != .no
    plan.hasNightConsent = advertising == .byNight
    plan.window = try existingHours()
    if !rate.isEmpty {
      guard let limit = SendRate(rate) else {
        throw CommandError(.composing(.rate(rate)), ending: "; nothing was stored")
      }
      plan.rate = limit
    }
    return plan
  }

  private func existingHours() throws -> SendWindow? {
    do throws(HoursProblem) {
      let hours = try hours()
      if let hours, hours.isOpen(at: .now) == nil { throw .unreadable(window) }
      return hours
    } catch {
      throw CommandError(.composing(.hours(error)), ending: "; nothing was stored")
    }
  }

  /// Refuses hours of another country's clock for advertising texts to numbers in Korea: there the law's night is Korea's.
  ///
  /// - Throws: ``CommandError`` naming the first such number's line, `StoreError`.
  func checkNight(_ plan: CampaignPlan, _ audience: LoadedAudience) throws {
    guard keepsKoreanNight, let hours = plan.window, hours.zone != SendWindow.korea.zone else { return }
    let line = try audience.staging.first(after: 0) { _, row in row.address.hasPrefix("+82") ? row.line : nil }
    if let line {
      throw CommandError(.composing(.hoursInKorea(line: line, hours.description)), ending: "; nothing was stored")
    }
  }

  /// Accepts `a@b.example` and `Name <a@b.example>`.
  private func checkSender() throws {
    if Sender(from).name.contains(where: { "<>".contains($0) }) {
      throw CommandError(.composing(.severalSenders(from)))
    }
    let address: EmailAddress
    do throws(AddressProblem) { address = try EmailAddress(Sender(from).address) } catch {
      throw CommandError(.composing(.notASender(from, error.code)), underlying: error)
    }
    guard address.description.prefix(while: { $0 != "@" }).utf8.allSatisfy({ $0 < 0x80 }) else {
      throw CommandError(.composing(.senderOutsideASCII(from)))
    }
  }

  /// Reads the audience into a staging file.
  ///
  /// - Parameter plan: the country whose national numbers are understood; `nil` for none.
  /// - Throws: ``CommandError`` naming the file, `StoreError`.
  func load(
    for template: Template, in plan: NumberingPlan?, folder: String, stop: ReadingStop = ReadingStop(),
    onNote: (AudienceNote) -> Void = { _ in },
    progress: (Int) -> Void = { _ in }
  ) throws -> LoadedAudience {
    do {
      if let choice {
        return try AudienceLoader.load(
          choice, channel: channel, plan: plan, variables: template.variables, folder: folder, stop: stop,
          onNote: onNote,
          progress: progress)
      }
      return try AudienceLoader.load(
        csv: file, channel: channel, plan: plan, addressColumn: addressColumn, variables: template.variables,
        folder: folder, stop: stop, onNote: onNote, progress: progress)
    } catch let error as NamedAudienceError {
      throw CommandError("the audience '\(file)': \(error); nothing was stored", underlying: error)
    } catch let error as CSVError {
      let isNameable = addressColumn == nil && error.problem.isAboutAddressColumn
      let remedy =
        isNameable
        ? choice == nil ? "; name it with --address-column" : "; name it with 'addressColumn' in its description" : ""
      throw CommandError(
        .composing(.recipients(file: file, line: error.line, error.problem)),
        ending: "\(remedy); nothing was stored", underlying: error)
    }
  }

  /// Refuses what must not be launched.
  ///
  /// - Throws: ``CommandError``.
  func check(_ audience: LoadedAudience, _ template: Template) throws {
    // What a block of SES's own template asks for may be in other places than columns, or need not be there.
    let isChecked = template.storedName == nil || template.firstBlock == nil
    let missing = isChecked ? audience.missingVariables(of: template, channel: channel) : []
    if !missing.isEmpty { throw missingColumns(missing, audience.columns) }
    if audience.recipients == 0 {
      throw CommandError(
        .composing(.nobody(file: file, invalid: audience.invalid)), ending: ": nothing was stored")
    }
    do throws(UnsubscribeProblem) { _ = try template.unsubscribe?.headers(firstValues(audience)) } catch {
      throw CommandError(.composing(.unsubscribe(error)), ending: "; nothing was stored", underlying: error)
    }
    let isInline = channel == .email && template.storedName == nil
    do { _ = try preview(audience, template) } catch {
      // SES might know the tag, in a template that it keeps.
      if isInline, (error.underlying as? TemplateProblem)?.isForeign == true { try checkInline(template) }
      throw error
    }
    if isInline { try checkInline(template) }
  }

  /// Variables tell letters' cases apart, as SES does; whoever meant a column that differs in nothing else is told.
  private func missingColumns(_ missing: [String], _ columns: [String]) -> CommandError {
    let meant = missing.compactMap { name in columns.first { $0.lowercased() == name.lowercased() } }
    return CommandError(
      .composing(.missingColumns(missing, file: file, meant: meant)), ending: ": nothing was stored")
  }

  /// What SES would refuse for every recipient, or send as it stands: "Amazon SES supports only simple substitutions" in
  /// content that goes along with the call, and takes a megabyte of it
  /// (<https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_Template.html>,
  /// <https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-api.html>).
  private func checkInline(_ template: Template) throws {
    if let block = template.firstBlock {
      throw CommandError(
        .composing(.block(tag: block.tag, line: block.line, block.part)),
        ending: " and name it with --template; nothing was stored")
    }
    let size = template.subject.utf8.count + (template.text?.utf8.count ?? 0) + (template.html?.utf8.count ?? 0)
    if size > 1_000_000 {
      throw CommandError(.composing(.tooMuchContent(bytes: size)), ending: "; nothing was stored")
    }
  }

  /// What the first recipient would read.
  ///
  /// - Throws: ``CommandError``.
  func preview(_ audience: LoadedAudience, _ template: Template) throws(CommandError) -> Preview {
    do throws(TemplateProblem) { return try Preview(template, values: firstValues(audience)) } catch {
      throw CommandError(.composing(.notRenderable(error)), underlying: error)
    }
  }

  private func firstValues(_ audience: LoadedAudience) -> [String: String] {
    values(of: audience.staging.first?.address ?? "", audience.staging.first?.values ?? [], audience.columns)
  }

  /// What a template is rendered with for a recipient.
  func values(of address: String, _ data: [String], _ columns: [String]) -> [String: String] {
    channel.values(data, of: columns, address: address)
  }

  /// Puts the campaign in the store, in one piece.
  ///
  /// - Throws: `StoreError`.
  func launch(
    _ plan: CampaignPlan, _ audience: LoadedAudience, again: Bool, on root: CompositionRoot,
    progress: (Int) async throws -> Void = { _ in }
  ) async throws -> CampaignID {
    var plan = plan
    plan.columns = audience.columns
    return try await root.store.launch(
      plan, from: audience.staging, again: again, now: root.clock.now, progress: progress)
  }

  private static func contents(_ path: String) throws -> String? {
    if path.isEmpty { return nil }
    do throws(TextFile.Problem) { return try TextFile.read(path, limit: 4_000_000) } catch {
      throw CommandError(
        .composing(.template(file: path, error.problem)), ending: "; nothing was stored", underlying: error)
    }
  }
}

extension String {
  fileprivate mutating func trimLastLineEnds() { while last?.isNewline == true { removeLast() } }
}
