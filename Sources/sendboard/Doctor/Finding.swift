/// What one check found, in a line.
struct Finding: Equatable, Sendable {
  enum Verdict: String, Sendable { case ok, warn, fail }

  var check: String
  var verdict: Verdict
  var text: String
  /// What to do about it.
  var remedy: String?

  static func ok(_ check: String, _ text: String) -> Finding {
    Finding(check: check, verdict: .ok, text: text)
  }

  static func warn(_ check: String, _ text: String, _ remedy: String) -> Finding {
    Finding(check: check, verdict: .warn, text: text, remedy: remedy)
  }

  static func fail(_ check: String, _ text: String, _ remedy: String) -> Finding {
    Finding(check: check, verdict: .fail, text: text, remedy: remedy)
  }

  var json: JSONLine {
    var line = JSONLine()
    line.add("check", .string(check))
    line.add("result", .string(verdict.rawValue))
    line.add("text", .string(text))
    line.add("remedy", .string(remedy))
    return line
  }

  /// The line for people: the verdict first, so that an eye finds what failed.
  func line(isColoured: Bool) -> String {
    let word = verdict.rawValue.padding(4)
    let colour =
      switch verdict {
      case .ok: "32"
      case .warn: "33"
      case .fail: "1;31"
      }
    let start = isColoured ? "\u{1B}[\(colour)m\(word)\u{1B}[0m" : word
    return "\(start)  \(check.padding(18))  "
      + (text + (remedy.map { ": " + $0 } ?? "")).withoutControls()
  }
}

extension String {
  fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
