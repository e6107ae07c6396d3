import Canvas
import Yams

/// Reads a theme from YAML: a mapping of roles to `{fg, bg, bold, dim, italic, underline, reverse}`.
struct ThemeFile {
  /// Names the file in errors.
  let path: String

  /// - Throws: `ThemeError` that names the line and the role.
  func parse(_ yaml: String, name: String) throws(ThemeError) -> Theme {
    let root: Node?
    do {
      root = try PlainYAML.compose(yaml)
    } catch let error as PlainYAML.Problem {
      throw self.error(.syntax, error.line, error.words)
    } catch let error as YamlError {
      throw self.error(.syntax, error.line, "is not YAML: \(Self.problem(of: error))")
    } catch {
      throw self.error(.syntax, nil, "is not YAML: \(error)")
    }
    guard let root else { throw error(.syntax, nil, "is empty: a theme gives at least the role text") }
    guard let mapping = root.mapping else {
      throw error(.syntax, root.mark?.line, "a theme is a mapping of roles to styles, as in: title: {fg: cyan}")
    }
    var styles: [Role: Style] = [:]
    for (key, value) in mapping {
      guard let word = key.string, let role = Role(rawValue: word) else {
        let roles = Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw error(
          .unknownRole, key.mark?.line, "there is no role \(key.string ?? "of that kind"); roles are \(roles)")
      }
      styles[role] = try style(value, role: role)
    }
    return Theme(name: name, styles: styles)
  }

  private func style(_ node: Node, role: Role) throws(ThemeError) -> Style {
    guard let mapping = node.mapping else {
      throw error(
        .badStyle, node.mark?.line, "role \(role.rawValue): a style is a mapping, as in {fg: cyan, bold: true}")
    }
    var style = Style.plain
    for (key, value) in mapping {
      let word = key.string ?? ""
      switch word {
      case "fg": style.foreground = try color(value, role: role)
      case "bg": style.background = try color(value, role: role)
      default:
        guard let attribute = Self.attributes[word] else {
          throw error(
            .badStyle, key.mark?.line,
            "role \(role.rawValue): there is no \(word); a style has fg, bg, bold, dim, italic, underline, reverse")
        }
        guard let isOn = value.bool else {
          throw error(.badStyle, value.mark?.line, "role \(role.rawValue): \(word) is either true or false")
        }
        if isOn { style.attributes.insert(attribute) }
      }
    }
    return style
  }

  private func color(_ node: Node, role: Role) throws(ThemeError) -> Color {
    let word = node.string ?? ""
    if word == "default" { return .default }
    if let name = ANSIColor.allCases.first(where: { "\($0)" == word }) { return .ansi(name) }
    if let number = UInt8(word) { return .indexed(number) }
    if word.count == 7, word.first == "#", let value = UInt32(word.dropFirst(), radix: 16) {
      return .rgb(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    }
    throw error(
      .badStyle, node.mark?.line,
      "role \(role.rawValue): \(word.isEmpty ? "this" : "“\(word)”") is no colour; one is a name (red, brightBlue), "
        + "a number from 0 to 255, \"#rrggbb\" in quotes, or default")
  }

  private func error(_ code: ThemeError.Code, _ line: Int?, _ context: String) -> ThemeError {
    ThemeError(code: code, file: path, line: line, context: context)
  }

  private static let attributes: [String: Style.Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]

  private static func problem(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    case .duplicatedKeysInMapping(let duplicates, _): "\(duplicates.map { "\($0)" }.joined(separator: ", ")) twice"
    default: "\(error)"
    }
  }
}
