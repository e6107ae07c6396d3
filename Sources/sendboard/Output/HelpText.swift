extension String {
  /// A help's text with each paragraph on one line, which is broken where the terminal ends; indented lines stay as they are.
  static func help(_ text: String) -> String {
    var lines: [Substring] = []
    var joined: [String] = []
    func flush() {
      if !lines.isEmpty { joined.append(lines.joined(separator: " ")) }
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.isEmpty || line.hasPrefix(" ") {
        flush()
        joined.append(String(line))
      } else {
        lines.append(line)
        if line.hasSuffix(":") { flush() }
      }
    }
    flush()
    return joined.joined(separator: "\n")
  }
}
