/// Says how each role looks. Panes and widgets ask for roles and never for colours.
package struct Theme: Hashable, Sendable {
  /// Names the theme, as its file is named.
  package let name: String
  private let styles: [Style]

  /// Makes a theme. A colour that a role leaves at default is that of `text`; a role not given looks like `text`.
  package init(name: String, styles: [Role: Style]) {
    self.name = name
    let ground = styles[.text] ?? .plain
    self.styles = Role.allCases.map { role in
      guard role != .text, let style = styles[role] else {
        return role == .text ? ground : Style(foreground: ground.foreground, background: ground.background)
      }
      return Style(
        foreground: style.foreground == .default ? ground.foreground : style.foreground,
        background: style.background == .default ? ground.background : style.background,
        attributes: style.attributes)
    }
  }

  /// Returns how a role looks.
  package subscript(role: Role) -> Style { styles[role.index] }
}

extension Role {
  fileprivate var index: Int { Self.indices[self] ?? 0 }

  private static let indices = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
