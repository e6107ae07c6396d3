import Testing

@testable import Canvas

@Suite struct ThemeTests {
  @Test func monochromeHasNoColour() {
    for role in Role.allCases {
      #expect(Theme.monochrome[role].foreground == .default && Theme.monochrome[role].background == .default)
    }
  }

  @Test func rolesInheritTheGround() {
    let ground = Style(foreground: .indexed(1), background: .indexed(2), attributes: .italic)
    let theme = Theme(name: "x", styles: [.text: ground, .bad: Style(foreground: .ansi(.red))])
    #expect(theme[.text] == ground)
    #expect(theme[.bad] == Style(foreground: .ansi(.red), background: .indexed(2)))
    #expect(theme[.good] == Style(foreground: .indexed(1), background: .indexed(2)))
  }
}
