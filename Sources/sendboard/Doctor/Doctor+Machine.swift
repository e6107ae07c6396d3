import Foundation

/// What this machine has: configuration, terminal.
extension Doctor {
  func checkConfiguration() -> [Finding] {
    let name = "configuration"
    let what = "queue is \(settings.cloud.queue.rawValue), provider is \(settings.cloud.providerWords)"
    let documents = [settings.sources.own, settings.sources.provisioned]
    let variables = ConfigurationKeys.unknownVariables()
    let unknown = documents.flatMap { $0.unknownKeys.sorted() } + variables
    guard unknown.isEmpty else {
      let places =
        documents.filter { !$0.unknownKeys.isEmpty }.map(\.path) + (variables.isEmpty ? [] : ["the environment"])
      return [
        .warn(
          name, "\(what); nothing in sendboard reads \(unknown.joined(separator: ", "))",
          "check the spelling in \(places.joined(separator: " and "))")
      ]
    }
    let there = documents.filter(\.isThere).map(\.path)
    let source =
      there.isEmpty
      ? "; there is no \(configurationPath), so defaults hold" : ", from \(there.joined(separator: " and "))"
    let winning = ["queue", "provider", "providers.email", "providers.sms"]
      .filter { settings.sources.layer($0) == .environment }.map(ConfigurationKeys.variable)
    let set = winning.isEmpty ? [] : ["set by \(winning.joined(separator: " and "))"]
    return [.ok(name, ([what + source] + set + settings.sources.overrides).joined(separator: "; "))]
  }

  func checkTerminal() -> [Finding] {
    let name = "terminal"
    let variables = ProcessInfo.processInfo.environment
    guard isatty(STDOUT_FILENO) == 1 else {
      return [.ok(name, "none here; the dashboard needs one, nothing else does")]
    }
    guard let term = variables["TERM"], !term.isEmpty, term != "dumb" else {
      return [.fail(name, "TERM is not set to a terminal the dashboard can draw on", "export TERM=xterm-256color")]
    }
    guard Self.hasDescription(term, variables) else {
      return [
        .fail(
          name, "no description of TERM=\(term) is installed", "install ncurses-term, or export TERM=xterm-256color")
      ]
    }
    setlocale(LC_CTYPE, "")
    let encoding = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    guard encoding == "UTF-8" else {
      return [.fail(name, "the locale's encoding is \(encoding), not UTF-8", "export LC_ALL=C.UTF-8")]
    }
    var window = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 else { return [.ok(name, "\(term), UTF-8")] }
    let size = "\(window.ws_col)×\(window.ws_row)"
    if window.ws_col < 40 || window.ws_row < 10 {
      return [.warn(name, "\(term), UTF-8, \(size)", "make the window 40×10 or larger")]
    }
    let colours =
      variables["NO_COLOR"].map { !$0.isEmpty } == true
      ? "no colours (NO_COLOR)"
      : ["truecolor", "24bit"].contains(variables["COLORTERM"] ?? "")
        ? "all colours" : term.contains("256color") ? "256 colours" : "few colours"
    return [.ok(name, "\(term), UTF-8, \(colours), \(size)")]
  }

  /// Where ncurses looks (terminfo(5)): by the first letter, or by its number in hexadecimal.
  static func hasDescription(_ term: String, _ variables: [String: String]) -> Bool {
    guard let first = term.utf8.first, !term.contains("/") else { return false }
    var folders = [
      "/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo", "/usr/local/share/terminfo",
    ]
    if let home = variables["HOME"] { folders.append(home + "/.terminfo") }
    if let own = variables["TERMINFO"] { folders.append(own) }
    folders += (variables["TERMINFO_DIRS"] ?? "").split(separator: ":").map(String.init)
    return folders.contains { folder in
      [String(UnicodeScalar(first)), String(first, radix: 16)].contains {
        access("\(folder)/\($0)/\(term)", R_OK) == 0
      }
    }
  }
}
