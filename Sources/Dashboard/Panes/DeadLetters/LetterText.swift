import Canvas
import Model
import Words

/// What is known of a dead letter, line by line: why it is here, its own recipients, its body.
enum LetterText {
  static func add(_ details: LetterDetails, _ state: State, _ block: inout TextBlock, _ theme: Theme?) {
    let (words, letter) = (state.words, details.letter)
    func style(_ role: Role) -> Style { theme?[role] ?? Style() }
    block.hanging(words.term(.reason), words.reason(letter.error), style(.strong))
    let batch = words.question(
      .batchOf(batch: letter.batch?.description, campaign: letter.campaign.map { state.shortName(of: $0) }))
    block.wrap(batch, style(.text))
    block.wrap(
      words.letters(
        .facts(
          sent: state.wallTime.full(letter.enqueuedAt), age: state.now - letter.enqueuedAt,
          receives: letter.receiveCount)), style(.text))
    block.wrap(
      letter.isRecovered ? words.letters(.isRecovered) : words.letters(.toBeSent(letter.recipients)),
      style(letter.isRecovered ? .muted : .text))
    heading(words.letters(.body), &block, style)
    if let body = details.body {
      for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
        block.hanging("", String(line), style(.text))
      }
    } else {
      block.wrap(words.letters(.bodyNotSeen), style(.muted))
    }
    guard !details.recipients.isEmpty else { return }
    heading(words.letters(.recipients(details.recipients.count)), &block, style)
    let width = min(words.statusWidth, max(8, block.width / 3))
    for message in details.recipients {
      let label = TextWidth.fit(message.label(words), to: width)
      let reason = message.reason.map { " · \(words.reason($0))" } ?? ""
      block.hanging("\(label) ", "\(message.address)\(reason)", style(message.role))
    }
  }

  private static func heading(_ text: String, _ block: inout TextBlock, _ style: (Role) -> Style) {
    block.add(Span("", style(.text)))
    block.wrap(text, style(.title))
  }
}
