import ArgumentParser
import EventStore
import Model
import Words

struct MailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail", abstract: "Show a message as its recipient got it, or would get it.",
    discussion: .help(
      """
      Rendered from what the campaign keeps: subject, text, HTML (as text, or its source with --source), and the recipient's
      values. Of what another program sent, SES tells nobody what stood in it.

      Examples:
        sendboard mail 1234
        sendboard mail 1234 --source
        sendboard mail 1234 --json
      """))

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: ArgumentHelp("The message's id.", valueName: "message")) var message: Int64
  @Flag(help: "Show the HTML as it is instead of its text.") var source = false

  func run() async throws {
    let store = try await CompositionRoot.existingStore(try await global.settings())
    guard let found = try await store.message(MessageID(rawValue: message)) else {
      throw CommandError(
        .noSuchMessage(String(message)), ending: ": 'sendboard messages --address …' finds messages by their address")
    }
    let mail = try await Mail(found, in: store)
    if output.json { return StandardOutput.print(line(mail).finished) }
    let words = Language.standard.words
    if let letter = mail.letter { print("from     \(letter.content.sender)") }
    print("to       \(found.address)")
    let subject = mail.letter?.content.subject ?? found.subject
    if !subject.isEmpty { print("subject  \(subject)") }
    for header in mail.letter?.headers ?? [] { print(header.line) }
    print("status   \(words.standing(found))")
    guard let letter = mail.letter else { return print("\n\(words.mail(.foreign))") }
    if let name = letter.storedTemplate { print("\n\(words.mail(.storedTemplate(name)))") }
    for problem in letter.problems { print("\n\(words.mail(.unrendered(problem.part, line: problem.line)))") }
    if let text = letter.text { print("\n-- \(words.mail(.text))\n\(text)") }
    if let html = letter.html {
      print("\n-- \(words.mail(source ? .htmlSource : .html))\n\(source ? html : HTMLText.text(of: html))")
    }
    if letter.text == nil, letter.html == nil { print("\n\(words.mail(.noBody))") }
    guard !letter.content.data.isEmpty else { return }
    print("\n-- \(words.mail(.values))")
    for field in letter.content.data { print("\(field.name)  \(field.value)") }
  }

  private func line(_ mail: Mail) -> JSONLine {
    var line = JSONLine()
    line.add("message", .string(mail.message.id.description))
    line.add("campaign", .string(mail.message.campaign?.description))
    line.add("address", .string(mail.message.address))
    line.add("status", .string(mail.message.status.name))
    line.add("attempts", .int(mail.message.attempts))
    let letter = mail.letter
    line.add("from", .string(letter?.content.sender))
    line.add("subject", .string(letter?.content.subject ?? mail.message.subject))
    line.add("text", .string(letter?.text))
    line.add("html", .string(letter?.html))
    line.add("htmlText", .string(letter?.html.map(HTMLText.text)))
    var data = JSONLine()
    for field in letter?.content.data ?? [] { data.add(field.name, .string(field.value)) }
    line.add("data", letter == nil ? .null : .object(data))
    var headers = JSONLine()
    for header in letter?.headers ?? [] { headers.add(header.name, .string(header.value)) }
    line.add("headers", letter == nil ? .null : .object(headers))
    line.add("storedTemplate", .string(letter?.storedTemplate))
    line.add("unrendered", .list(letter?.problems.map { .string($0.part.rawValue.lowercased()) } ?? []))
    return line
  }
}
