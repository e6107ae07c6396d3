import Testing

@testable import Canvas

@Suite struct ChartTests {
  private func drawn(_ chart: Chart, _ width: Int, _ height: Int) -> String {
    var canvas = Canvas(size: Size(width: width, height: height))
    chart.draw(on: &canvas, in: canvas.bounds, theme: .monochrome) { value in
      value == value.rounded() ? String(Int(value)) : String(value)
    }
    return canvas.text
  }

  /// A gap breaks the axis; over a zero it goes on, and nothing stands on it.
  @Test func aGapIsNoZero() {
    let chart = Chart([5, 10, 0, nil, nil, 2.5, 0.01], marks: [.init(0, "08"), .init(4, "09")])
    #expect(
      drawn(chart, 10, 6) == """
        10┤ █
          │ █
         5┤██
          │██   █▁
         0┼┴── ╵──
           08  09
        """)
  }

  @Test(
    arguments: [
      (0, 1), (0.01, 0.1), (0.3, 0.5), (1, 1), (1.1, 2), (118, 200), (200, 200), (201, 500), (999, 1000),
      (12_345, 20_000),
    ] as [(Double, Double)])
  func theScaleEndsAtARoundNumber(greatest: Double, top: Double) {
    #expect((Chart([0, greatest, nil]).top - top).magnitude < top / 1000)
  }

  @Test func whatIsThereIsSeenHoweverSmall() {
    #expect(drawn(Chart([1000, 1]), 8, 3).split(separator: "\n")[1].hasSuffix("█▁") == true)
  }

  @Test func moreValuesThanColumnsShowTheGreatestOfThoseThatShareOne() {
    let values: [Double?] = (0..<20).map { $0 == 7 ? 8 : $0 < 4 ? nil : 1 }
    let lines = drawn(Chart(values, marks: [.init(7, "x")]), 12, 5).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[0] == "10┤  ▃")
    #expect(lines[3] == " 0┼ ─┴────", "the latest column is whole")
  }

  @Test func thereIsRoomForSeveralColumnsAValue() {
    #expect(
      drawn(Chart([1, nil, 1]), 8, 2) == """
        1┤██  ██
        0┼──  ──
        """)
  }

  @Test func timesThatWouldRunTogetherAreLeftOut() {
    let chart = Chart(
      [Double?](repeating: 1, count: 12), marks: (0..<12).filter { $0 % 3 == 0 }.map { .init($0, "10:\($0)") })
    #expect(drawn(chart, 14, 4).split(separator: "\n").last == "  10:0  10:6")
  }
}
