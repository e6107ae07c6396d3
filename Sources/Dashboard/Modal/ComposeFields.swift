import Canvas
import Model
import Words

extension ComposeForm {
  enum Field: Hashable, Sendable {
    case name, channel
    /// A file, or a named audience.
    case audience
    case file
    /// What a named audience asks for, by its name and the parameter's.
    case parameter(String, String)
    case from, subject, textFile, htmlFile, template, unsubscribe, advertising, hours, batchSize, rate, start, count

    /// Under what name a draft keeps what is typed there; `nil` for a button.
    var entry: String? {
      switch self {
      case .name: Draft.nameEntry
      case .channel: "channel"
      case .audience: "audience"
      case .file: "file"
      case .parameter(let audience, let name): "audience/\(audience)/\(name)"
      case .from: "from"
      case .subject: "subject"
      case .textFile: "textFile"
      case .htmlFile: "htmlFile"
      case .template: "template"
      case .unsubscribe: "unsubscribe"
      case .advertising: "advertising"
      case .hours: "hours"
      case .batchSize: "batchSize"
      case .rate: "rate"
      case .start: "start"
      case .count: nil
      }
    }

    /// Under what name it is remembered for the next campaign; `nil` for what each has of its own.
    var memory: String? {
      switch self {
      case .from, .parameter: entry
      case .name, .channel, .audience, .file, .subject, .textFile, .htmlFile, .template, .unsubscribe,
        .advertising, .hours, .batchSize, .rate, .start, .count:
        nil
      }
    }

    var isParameter: Bool { if case .parameter = self { true } else { false } }

    /// Whether a file is named there.
    var isPath: Bool { [.file, .textFile, .htmlFile].contains(self) }

    /// What may be written there instead of naming a file.
    var body: ComposeBody? {
      switch self {
      case .textFile: .text
      case .htmlFile: .html
      default: nil
      }
    }
  }

  static func fields(_ setting: Setting, _ audience: NamedAudience?) -> Form<Field> {
    let words = setting.language.words
    func text(_ hint: ComposeText, _ typed: String = "") -> Form<Field>.Kind {
      .text(LineEditor(typed), placeholder: words.compose(hint))
    }
    var fields: [Form<Field>.Field] = [
      .init(.name, words.compose(.name), text(.nameHint)),
      .init(.channel, words.compose(.channel), .choice(Channel.allCases.map(words.channel), selected: 0)),
    ]
    if !setting.audiences.isEmpty {
      let selected = audience.flatMap { chosen in setting.audiences.firstIndex { $0.name == chosen.name } }
      fields.append(
        .init(
          .audience, words.compose(.recipients),
          .choice([words.compose(.aFile)] + setting.audiences.map(\.name), selected: selected.map { $0 + 1 } ?? 0),
          note: audience?.title ?? "", noteRole: .muted))
    }
    if let audience {
      fields += audience.parameters.map { parameter($0, of: audience, setting) }
    } else {
      fields.append(
        .init(.file, words.compose(setting.audiences.isEmpty ? .recipients : .csvFile), text(.recipientsHint)))
    }
    fields += [
      .init(.from, words.compose(.from), text(.fromHint, setting.typedLast[Field.from.memory ?? ""] ?? "")),
      .init(.subject, words.compose(.subject), text(.subjectHint)),
      .init(.textFile, words.compose(.textFile), text(.textHint)),
      .init(.htmlFile, words.compose(.htmlFile), text(.htmlHint)),
      .init(.template, words.compose(.template), text(.templateHint)),
      .init(.unsubscribe, words.compose(.unsubscribe), text(.unsubscribeHint)),
      .init(
        .advertising, words.compose(.advertising),
        .choice(Advertising.Choice.allCases.map { words.compose(.isAdvertising($0)) }, selected: 0)),
      .init(.hours, words.compose(.hours), text(.hoursHint)),
      .init(.batchSize, words.compose(.batchSize), .text(LineEditor(String(setting.sizes(of: .email).standard)))),
      .init(.rate, words.compose(.rate), text(.rateHint)),
      .init(.start, words.schedule(.start), .text(LineEditor(), placeholder: words.schedule(.startHint))),
      .init(.count, words.compose(.count), .button),
    ]
    return Form(fields)
  }

  /// A field for what an audience asks for, with what it was given last.
  private static func parameter(
    _ parameter: AudienceParameter, of audience: NamedAudience, _ setting: Setting
  ) -> Form<Field>.Field {
    let words = setting.language.words
    let id = Field.parameter(audience.name, parameter.name)
    let last = id.memory.flatMap { setting.typedLast[$0] }.flatMap { $0.isEmpty ? nil : $0 }
    var field = Form<Field>.Field(id, "  \(parameter.name)", .button)
    if case .choice(let options) = parameter.kind {
      let wanted = [last, parameter.standard].compactMap(\.self).compactMap { options.firstIndex(of: $0) }.first
      field.kind = .choice(options, selected: wanted ?? 0)
    } else {
      field.kind = .text(
        LineEditor(last ?? parameter.standard ?? ""), placeholder: words.compose(.parameterHint(parameter.kind)))
    }
    if last != nil { (field.note, field.noteRole) = (words.compose(.lastUsed), .muted) }
    return field
  }
}
