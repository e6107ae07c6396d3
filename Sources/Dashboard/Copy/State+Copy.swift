import Canvas
import Model
import Words

/// Copying to the terminal's clipboard (OSC 52), and links that lead out of the program. Neither changes anything here.
extension State {
  /// What most terminals take at most in one piece: xterm's hundred thousand bytes of it, in base64.
  static let copyLimit = 74_994

  /// Copies what is marked or under the cursor; asks which of it where there are several things.
  mutating func copyHere() -> [Effect] {
    switch focus.behavior.copies(self) {
    case .nothing:
      notices.say(words.copying(.nothingHere))
      return []
    case .text(let thing, let text): return copy(thing, text)
    case .choice(let options):
      modal = .pick(
        Pick(
          title: words.copying(.title), lines: [],
          options: options.map {
            .init(key: $0.key, label: words.copying(.option($0.thing)), picked: .copy($0.thing, $0.text))
          }, leave: words.copying(.leave)))
      return []
    case .read(let gathering):
      notices.say(words.copying(.gathering))
      return [.gather(gathering)]
    }
  }

  /// Hands a text to the terminal's clipboard, and says so: whether it took it no terminal tells.
  mutating func copy(_ thing: CopyText.Thing, _ text: String) -> [Effect] {
    let text = text.withoutSteering
    guard text.utf8.count <= Self.copyLimit else {
      notices.note(.warning, .copyTooLarge(Self.copyLimit), at: now)
      return []
    }
    if case .none(let term) = clipboard {
      notices.note(.warning, .noClipboard(term: term), at: now)
      return []
    }
    notices.note(.information, .copied(thing, bytes: text.utf8.count, clipboard), at: now)
    return [.copy(text)]
  }

  /// Copies what was read for it.
  mutating func receive(_ gathering: Gathering, _ gathered: Gathered) -> [Effect] {
    switch (gathering, gathered) {
    case (.addresses, .text(_, 0)), (_, .gone):
      notices.say(words.copying(.nothingHere))
      return []
    case (.addresses, .text(let text, let count)): return copy(count == 1 ? .address : .addresses(count), text)
    case (.document, .text(let text, _)): return copy(.document, text)
    case (_, .tooMuch):
      notices.note(.warning, .copyTooLarge(Self.copyLimit), at: now)
      return []
    }
  }

  /// Opens a link of the configuration for the message under the cursor.
  mutating func openLink() -> [Effect] {
    guard !links.isEmpty else {
      notices.say(words.copying(.linksNeeded))
      return []
    }
    guard let message = focus.behavior.message(self) else {
      notices.say(words.copying(.oneMessageNeeded))
      return []
    }
    if links.count == 1 { return open(links[0], message) }
    modal = .pick(
      Pick(
        title: words.copying(.links), lines: [message.address],
        options: zip("123456789abcdefghijklmnop", links).map {
          .init(key: $0, label: $1.name, picked: .link($1, message))
        }, leave: words.copying(.leave)))
    return []
  }

  /// Shows a link, and hands it to the clipboard: over SSH there is no browser to open it with.
  mutating func open(_ link: LinkTemplate, _ message: MessageSummary) -> [Effect] {
    let url = link.url(for: message)
    let effects = copy(.link, url)
    modal = .link(name: link.name, url: url)
    return effects
  }
}

extension String {
  /// The text without what could steer a terminal that it is pasted into: controls other than tabs and line breaks stand there
  /// as marks. What only shows nothing stays, so that an address is copied as it is.
  var withoutSteering: String {
    guard unicodeScalars.contains(where: \.steers) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.steers { text += HiddenScalar.mark(scalar) } else { text.unicodeScalars.append(scalar) }
    }
  }
}

extension Unicode.Scalar {
  fileprivate var steers: Bool {
    (value < 0x20 && value != 0x09 && value != 0x0A) || (0x7F...0x9F).contains(value)
  }
}
