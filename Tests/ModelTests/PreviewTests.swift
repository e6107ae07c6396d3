import Foundation
import Model
import Testing

@Suite struct PreviewTests {
  private func preview(_ text: String, _ values: [String: String] = [:]) throws -> String {
    try Preview(Template(from: "", subject: "", text: text, html: nil), values: values).text
  }

  @Test func valuesStandAsTheyAre() throws {
    let values = ["고객명": "김 & 이", "First Name": "<Kim>", "a": "1", "none": ""]
    #expect(try preview("{{고객명}} {{{ First Name }}} {{&a}}{{b}}", values) == "김 & 이 <Kim> 1")
    #expect(try preview("{{#a}}[{{.}}{{^none}}!{{/none}}]{{/a}}{{#none}}no{{/none}}{{^a}}no{{/a}}", values) == "[1!]")
  }

  @Test(arguments: [
    ("x\n{{#if}}y", 2, TemplateProblem.Kind.openSection("{{#if}}")), ("{{#a}}{{#b}}{{/a}}{{/b}}", 1, .strayEnd),
    ("x {{/a}}", 1, .strayEnd), ("\n\n{{> part}}", 3, .notUnderstood("{{> part}}")), ("{{a", 1, .openTag),
    ("{{a {{b}}", 1, .openTag), ("{{#if a}}x{{/if}}", 1, .notUnderstood("{{#if a}}")),
  ]) func whatIsWrongIsNamedWithItsLine(text: String, line: Int, kind: TemplateProblem.Kind) {
    #expect(throws: TemplateProblem(kind, in: .text, line: line)) { try preview(text, ["a": "1"]) }
  }

  /// A thread of the pool has half a megabyte of stack: what goes as deep as the sections are dies here.
  @Test func tenThousandSectionsInEachOtherAreNoDeeperThanOne() async throws {
    let open = String(repeating: "{{#a}}", count: 10_000)
    let close = String(repeating: "{{/a}}", count: 10_000)
    let outcome = await withCheckedContinuation { continuation in
      let thread = Thread {
        continuation.resume(returning: (try? preview(open + "x" + close, ["a": "1"]), try? preview(open, ["a": "1"])))
      }
      thread.stackSize = 128 * 1024
      thread.start()
    }
    #expect(outcome.0 == "x")
    #expect(outcome.1 == nil)
  }

  @Test func manyTagsAndLongValuesFillNoMemory() throws {
    let long = String(repeating: "x", count: 500_000)
    let started = ContinuousClock.now
    let text = try preview(String(repeating: "{{a}}", count: 200_000), ["a": long])
    #expect(text.utf8.count == 1_000_000)
    #expect(ContinuousClock.now - started < .seconds(20))
  }
}
