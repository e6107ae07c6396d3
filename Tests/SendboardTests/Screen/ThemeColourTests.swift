import Canvas
import Foundation
import Testing

@testable import Dashboard
@testable import sendboard

/// Themes, as they are seen.
@Suite struct ThemeColourTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../themes").standardizedFileURL.path

  /// How eyes see a colour: as most do, without the cones for long waves, and without those for middle ones.
  enum Eyes: CaseIterable {
    case usual, protanopia, deuteranopia

    /// G. Machado, M. Oliveira, L. Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency, IEEE
    /// TVCG 15 (2009), table 1, severity 1.0; for linear RGB.
    var matrix: [[Double]] {
      switch self {
      case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
      case .protanopia:
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
      case .deuteranopia:
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
      }
    }
  }

  /// CIELAB of a colour (IEC 61966-2-1, D65) as some eyes see it: distances in it are what one sees as different.
  private func lab(_ color: Color, _ eyes: Eyes) throws -> [Double] {
    guard case .rgb(let red, let green, let blue) = color else { throw Obstacle("\(color) is no fixed colour") }
    let linear = [red, green, blue].map { part in
      let value = Double(part) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    func times(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
      matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }
    let seen = times(eyes.matrix, linear).map { min(1, max(0, $0)) }
    let xyz = times(
      [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]], seen)
    let f = zip(xyz, [0.95047, 1, 1.08883]).map { value, white in
      let ratio = value / white
      return ratio > 0.008856 ? cbrt(ratio) : 7.787 * ratio + 16 / 116
    }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  private func distance(_ one: Color, _ other: Color, _ eyes: Eyes) throws -> Double {
    let (a, b) = (try lab(one, eyes), try lab(other, eyes))
    return zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  /// What statuses are coloured in, and the text that they stand in.
  private let roles: [Role] = [.text, .muted, .good, .warning, .bad, .info]

  @Test(arguments: Eyes.allCases) func colorblindTellsStatusesApartForAllEyes(eyes: Eyes) throws {
    let theme = try ThemeLibrary(folders: [Self.folder]).load("colorblind")
    for (index, one) in roles.enumerated() {
      for other in roles.dropFirst(index + 1) {
        let distance = try distance(theme[one].foreground, theme[other].foreground, eyes)
        // Two colours that one sees beside each other differ from 2 on; these are single signs.
        #expect(distance > 25, "\(one) and \(other): \(distance)")
      }
      #expect(try distance(theme[one].foreground, theme[.text].background, eyes) > 40, "\(one) on its ground")
    }
  }

  /// The measure itself: what such eyes mix up is found by it.
  @Test func redAndGreenAreMixedUpWithoutIt() throws {
    let (red, green) = (Color.rgb(0xB0, 0x50, 0x30), Color.rgb(0x60, 0x80, 0x30))
    #expect(try distance(red, green, .usual) > 50)
    #expect(try distance(red, green, .deuteranopia) < 25)
  }

  @Test func aMissingThemeSaysWhereItWasLookedFor() throws {
    let library = ThemeLibrary(folders: ["/nowhere/themes", Self.folder])
    let error = #expect(throws: ThemeError.self) { try library.load("nosuch") }
    let words = try #require(error).description
    #expect(words.hasPrefix("theme nosuch: not found; there are colorblind, contrast, daylight, midnight,"), "\(words)")
    #expect(words.hasSuffix("looked in /nowhere/themes, \(Self.folder)"), "\(words)")
  }
}
