import Testing

@testable import Canvas

@Suite struct WidgetTests {
  private func drawn(_ width: Int, _ height: Int, _ draw: (inout Canvas, Rect) -> Void) -> String {
    var canvas = Canvas(size: Size(width: width, height: height))
    draw(&canvas, canvas.bounds)
    return canvas.text
  }

  private let table = Table(
    columns: [
      Column("Name", .flexible(minimum: 8)), Column("Status", .fixed(9), priority: 1),
      Column("Sent", .fixed(6), .right, priority: 2), Column("Done", .fixed(4), priority: 3),
    ],
    rows: [
      Table.Row(["김철수", "delivered", "12", .gauge(0.5)]),
      Table.Row(["이영희와 긴 이름", .text("bounced", .bad), "1,204", .gauge(1)]),
      Table.Row(["Zoë", "queued", "0", .gauge(0)], role: .muted),
    ], selected: 2)

  @Test func aTableAtItsFullWidth() {
    #expect(
      drawn(40, 4) { table.draw(on: &$0, in: $1, theme: .standard) } == """
        Name               Status      Sent Done
        김철수             delivered     12 ██░░
        이영희와 긴 이름   bounced    1,204 ████
        Zoë                queued         0 ░░░░
        """)
  }

  @Test func aNarrowTableLeavesOutWhatMattersLeast() {
    #expect(
      drawn(20, 4) { table.draw(on: &$0, in: $1, theme: .standard) } == """
        Name       Status
        김철수     delivered
        이영희와 … bounced
        Zoë        queued
        """)
  }

  @Test func aLowTableShowsTheSelectedRow() {
    #expect(
      drawn(40, 2) { table.draw(on: &$0, in: $1, theme: .standard) } == """
        Name               Status      Sent Done
        Zoë                queued         0 ░░░░
        """)
    #expect(table.topRow(visible: 2) == 1)
  }

  @Test func theSelectedRowIsSeenWithoutColours() {
    var canvas = Canvas(size: Size(width: 20, height: 4))
    table.draw(on: &canvas, in: canvas.bounds, theme: .monochrome)
    #expect(canvas[Point(x: 0, y: 3)].style.attributes.contains(.reverse))
    #expect(!canvas[Point(x: 0, y: 2)].style.attributes.contains(.reverse))
  }

  @Test func anEmptyTableSaysSo() {
    var empty = table
    empty.rows = []
    empty.selected = nil
    empty.emptyText = "nothing yet"
    #expect(drawn(20, 3) { empty.draw(on: &$0, in: $1, theme: .standard) } == "Name       Status\n nothing yet\n")
  }

  @Test(arguments: [
    (0.0, "░░░░"), (0.001, "▏░░░"), (0.5, "██░░"), (0.53125, "██▏░"), (0.9999, "███▉"), (1.0, "████"),
    (7.0, "████"), (-1.0, "░░░░"), (Double.nan, "░░░░"),
  ])
  func gauges(fraction: Double, bar: String) {
    #expect(drawn(4, 1) { Gauge(fraction).draw(on: &$0, in: $1, theme: .standard) } == bar)
  }

  @Test func aSparklineShowsTheLatest() {
    #expect(drawn(4, 1) { Sparkline([9, 0, 1, 7, 3.5]).draw(on: &$0, in: $1, theme: .standard) } == "▁▂█▅")
    #expect(drawn(6, 1) { Sparkline([0, 0]).draw(on: &$0, in: $1, theme: .standard) } == "    ▁▁")
    #expect(drawn(4, 1) { Sparkline([]).draw(on: &$0, in: $1, theme: .standard) } == "")
  }

  @Test func panels() {
    let panel = Panel("받는 사람", note: "3 of 12")
    #expect(
      drawn(28, 2) { _ = panel.draw(on: &$0, in: $1, theme: .standard) } == """
        ╭─ 받는 사람 ──── 3 of 12 ─╮
        ╰──────────────────────────╯
        """)
    #expect(
      drawn(14, 2) { _ = Panel("받는 사람", note: "3", isFocused: true).draw(on: &$0, in: $1, theme: .standard) } == """
        ┏━ 받는 사… ━┓
        ┗━━━━━━━━━━━━┛
        """)
  }

  @Test func tabsShowTheChosenOne() {
    let tabs = Tabs(["Campaigns", "Messages", "실패"], active: 2)
    #expect(drawn(40, 1) { tabs.draw(on: &$0, in: $1, theme: .standard) } == " Campaigns  Messages  실패")
    #expect(drawn(18, 1) { tabs.draw(on: &$0, in: $1, theme: .standard) } == " Messages  실패")
  }

  @Test func hintsAreNeverDrawnInPart() {
    let hints = KeyHints([KeyHint("q", "quit"), KeyHint("/", "filter"), KeyHint("?", "help")])
    #expect(drawn(30, 1) { hints.draw(on: &$0, in: $1, theme: .standard) } == "q quit  / filter  ? help")
    #expect(drawn(20, 1) { hints.draw(on: &$0, in: $1, theme: .standard) } == "q quit  / filter")
  }

  @Test func whereNotAllHintsFitTheLastSaysWhereTheyAre() {
    let hints = KeyHints(
      [KeyHint("?", "help"), KeyHint("q", "quit"), KeyHint("/", "filter")], rest: KeyHint("?", "all keys"))
    func line(_ width: Int) -> String { drawn(width, 1) { hints.draw(on: &$0, in: $1, theme: .standard) } }
    #expect(line(24) == "? help  q quit  / filter")
    #expect(line(23) == "q quit  … ? all keys")
    #expect(line(20) == "q quit  … ? all keys")
    #expect(line(19) == "… ? all keys")
    #expect(line(11) == "? help")
    #expect(hints.places(width: 23).map(\.index) == [1, 0])
    #expect(hints.places(width: 23).last?.columns == 8..<20)
  }

  @Test func help() {
    let box = HelpBox(
      title: "Keys", sections: [.init("Move", [KeyHint("↑ k", "up"), KeyHint("↓ j", "down")]), .init("Do", [])])
    #expect(
      drawn(24, 8) { box.draw(on: &$0, in: $1, more: { _, _ in "" }, theme: .standard) } == """
            ┏━ Keys ━━━━━━┓
            ┃ Move        ┃
            ┃   ↑ k  up   ┃
            ┃   ↓ j  down ┃
            ┃             ┃
            ┃ Do          ┃
            ┗━━━━━━━━━━━━━┛

        """)
  }
}
