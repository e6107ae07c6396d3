import Foundation
import Model
import Testing

/// An HTML body is read, never run.
@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("<p>a</p><p>b</p>", "a\n\nb"), ("a<br>b<br/>c", "a\nb\nc"), ("<div>a</div>\n <div>b</div>", "a\nb"),
    ("a\n   b\t c", "a b c"), ("<ul><li>a<li>b</ul>c", "- a\n- b\n\nc"),
    ("<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>", "a b\nc"),
    ("<pre>a\n  b</pre>c", "a\n  b\n\nc"),
    ("<a href=\"https://x.example/?a=1&amp;b=2\">here</a>", "here <https://x.example/?a=1&b=2>"),
    ("<a href='https://x.example'>https://x.example</a>", "https://x.example"),
    ("<a href=mailto:kim@x.example>kim@x.example</a>", "kim@x.example"),
    ("<a href=https://x.example><img src=y alt='Sale'></a>", "[Sale] <https://x.example>"),
    (
      "&lt;b&gt; &amp;amp; &#44608;&#xAE40; &hellip; &nosuch; & &#0; &#x110000;",
      "<b> &amp; 김김 … &nosuch; & &#0; &#x110000;"
    ),
    ("a<!-- b --><!-- <p> -->c<!doctype html>d", "acd"), ("1 < 2 > 0 <3", "1 < 2 > 0 <3"),
    ("<IMG ALT=x>", "[x]"), ("<a title='>' href=y>z</a>", "z <y>"), ("x<a href=\"y>z", "xz <y>"), ("<li> a", "- a"),
    ("<p", ""), ("", ""),
  ]) func aDocumentIsReadAsText(html: String, text: String) {
    #expect(HTMLText.text(of: html) == text)
  }

  @Test func scriptsStylesAndTitlesAreNotText() {
    let html = """
      <html><head><title>T</title><style>p > b { color: red }</style></head>
      <body><script>if (a < b) { document.write("<p>x</p>") }</script><p onclick="steal()">read</p>
      <SCRIPT>y</SCRIPT ></body></html>
      """
    #expect(HTMLText.text(of: html) == "read")
    #expect(HTMLText.text(of: "a<script>never ended") == "a")
  }

  /// In time that grows with the length alone: 100 KB of each take far less than what a square would.
  @Test(arguments: [
    "<", "<a ", "<a \"", "<a '>", "<a href=x>", "<!--", "<script>", "&", "&#x", "<li>", "<pre>\n", "</a>",
  ])
  func whoWishesUsIllWaitsNoLonger(piece: String) {
    let html = String(repeating: piece, count: 100_000 / piece.utf8.count)
    let clock = ContinuousClock()
    let time = clock.measure { _ = HTMLText.text(of: html) }
    #expect(time < .seconds(10), "\(piece)")
  }
}
