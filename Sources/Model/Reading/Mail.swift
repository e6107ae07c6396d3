/// A message as its recipient got it, or would get it: rendered from what the campaign keeps.
///
/// A campaign's template and its recipients' values never change once it is launched, so that all attempts say the same. What
/// another program sent is known by its events alone.
package struct Mail: Equatable, Sendable {
  /// The message itself, which says to whom it goes and what has become of it.
  package var message: MessageSummary
  /// What it says; `nil` when another program sent it: SES tells nobody of a mail's body.
  package var letter: Letter?

  /// What a message says.
  package struct Letter: Equatable, Sendable {
    /// How it reaches its recipient.
    package var channel: Channel
    /// Sender, rendered subject and the recipient's values.
    package var content: MessageContent
    /// Holds the rendered text body; `nil` when there is none.
    package var text: String?
    /// Holds the rendered HTML body, as its source; `nil` when there is none.
    package var html: String?
    /// Holds the headers by which the recipient leaves the list.
    package var headers: [MailHeader]
    /// Names the template that the provider keeps and renders by itself. What is shown then is what it held when the
    /// campaign was composed. `nil` when the campaign brought its own.
    package var storedTemplate: String?
    /// Says what could not be rendered here, and stands as the template has it.
    package var problems: [TemplateProblem]
  }

  /// Makes a mail from its parts.
  package init(message: MessageSummary, letter: Letter?) {
    self.message = message
    self.letter = letter
  }
}

extension Mail.Letter {
  /// Renders a campaign's template for one recipient, with the values that the provider is given.
  ///
  /// - Parameter values: one for each of the campaign's columns.
  package init(_ campaign: Campaign, address: String, values: [String]) {
    let fields = zip(campaign.columns, values).map { MessageContent.Field($0, $1) }
    let preview = Preview(asFarAsItGoes: campaign.template, values: campaign.values(values, address: address))
    channel = campaign.channel
    content = MessageContent(sender: campaign.template.from, subject: preview.subject, data: fields)
    (text, html) = (preview.textBody, preview.htmlBody)
    storedTemplate = campaign.template.storedName
    problems = preview.problems
    headers = preview.headers
  }
}

extension Campaign {
  /// What a recipient's template is filled with: their values by the names of the columns, and the address under the name
  /// that its column usually has, unless another column is called so.
  package func values(_ values: [String], address: String) -> [String: String] {
    channel.values(values, of: columns, address: address)
  }
}

extension Channel {
  /// The same for columns that are known without their campaign.
  package func values(_ values: [String], of columns: [String], address: String) -> [String: String] {
    var named = Dictionary(zip(columns, values)) { first, _ in first }
    named[addressColumn] = named[addressColumn] ?? address
    return named
  }
}
