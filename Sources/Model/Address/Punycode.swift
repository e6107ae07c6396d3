/// Names of domains in other letters than ASCII's, as the DNS has them
/// (<https://www.rfc-editor.org/rfc/rfc3492>, section 6): `xn--mnchen-3ya` is `münchen`.
enum Punycode {
  private static let (base, tMin, tMax, skew, damp): (UInt32, UInt32, UInt32, UInt32, UInt32) = (36, 1, 26, 38, 700)
  private static let (firstBias, firstCode): (UInt32, UInt32) = (72, 0x80)

  /// Reads a label without its `xn--`; `nil` for what is none.
  static func decode(_ label: some StringProtocol) -> String? {
    var output: [Unicode.Scalar] = []
    var rest = label.unicodeScalars[...]
    if let delimiter = rest.lastIndex(of: "-") {
      output = Array(rest[..<delimiter])
      rest = rest[rest.index(after: delimiter)...]
    }
    guard output.allSatisfy(\.isASCII), label.utf8.count <= 63 else { return nil }
    var (code, bias, place) = (firstCode, firstBias, UInt32(0))
    while !rest.isEmpty {
      let before = place
      var weight: UInt32 = 1
      var k = base
      while true {
        guard let digit = rest.popFirst().flatMap(value) else { return nil }
        let (step, isOver) = digit.multipliedReportingOverflow(by: weight)
        guard !isOver, place <= .max - step else { return nil }
        place += step
        let t = threshold(k, bias)
        if digit < t { break }
        let (next, isTooMuch) = weight.multipliedReportingOverflow(by: base - t)
        guard !isTooMuch else { return nil }
        weight = next
        k += base
      }
      let count = UInt32(output.count) + 1
      bias = adapt(place - before, count, isFirst: before == 0)
      guard code <= .max - place / count else { return nil }
      code += place / count
      guard let scalar = Unicode.Scalar(code), !scalar.isASCII else { return nil }
      output.insert(scalar, at: Int(place % count))
      place = place % count + 1
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: output)
    return String(text)
  }

  private static func value(_ digit: Unicode.Scalar) -> UInt32? {
    switch digit {
    case "a"..."z": digit.value - 0x61
    case "A"..."Z": digit.value - 0x41
    case "0"..."9": digit.value - 0x30 + 26
    default: nil
    }
  }

  private static func threshold(_ k: UInt32, _ bias: UInt32) -> UInt32 {
    k <= bias ? tMin : k >= bias + tMax ? tMax : k - bias
  }

  private static func adapt(_ delta: UInt32, _ count: UInt32, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var k: UInt32 = 0
    while delta > (base - tMin) * tMax / 2 {
      delta /= base - tMin
      k += base
    }
    return k + (base - tMin + 1) * delta / (delta + skew)
  }
}

extension String {
  /// What tells a mailbox from any other: the address without its letters' case, its domain in its own letters.
  package var mailboxKey: String {
    let lower = lowercased()
    guard lower.hasEncodedLabel, let at = lower.lastIndex(of: "@") else { return lower }
    let domain = lower[lower.index(after: at)...]
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false).map { label in
      label.hasPrefix("xn--") ? Punycode.decode(label.dropFirst(4)) ?? String(label) : String(label)
    }
    return lower[...at] + labels.joined(separator: ".")
  }

  /// Whether there may be another spelling of the address's domain: it is outside ASCII, or as the DNS has it.
  package var mayHaveTwoSpellings: Bool { utf8.contains { $0 >= 0x80 } || hasEncodedLabel }

  /// By bytes: asked of every recipient, nearly all of whom have none.
  private var hasEncodedLabel: Bool {
    var copy = self
    return copy.withUTF8 { bytes in
      bytes.indices.dropFirst().dropLast(3).contains { place in
        (bytes[place - 1] == UInt8(ascii: "@") || bytes[place - 1] == UInt8(ascii: "."))
          && bytes[place] | 0x20 == UInt8(ascii: "x") && bytes[place + 1] | 0x20 == UInt8(ascii: "n")
          && bytes[place + 2] == UInt8(ascii: "-") && bytes[place + 3] == UInt8(ascii: "-")
      }
    }
  }
}
