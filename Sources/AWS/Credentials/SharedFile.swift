/// One of the files that all AWS tools share
/// (<https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html>), read the way the AWS CLI reads it.
struct SharedFile {
  /// A key's value: one text, or the keys nested below it.
  struct Entry {
    var text: String
    var nested: [String: String] = [:]
  }

  /// Which of the two files it is: they write a profile's heading differently.
  enum Kind {
    case config
    case credentials
  }

  /// Keys are in lower case. Two sections of one name are one.
  private(set) var profiles: [String: [String: Entry]] = [:]
  private(set) var services: [String: [String: Entry]] = [:]
  private(set) var ssoSessions: [String: [String: Entry]] = [:]
  /// Headings of a config file that lack the word `profile`: no profile, and a common mistake.
  private(set) var unmarked: Set<String> = []

  init() {}

  /// - Throws: ``AWSConfigurationError`` naming file and line.
  init(_ text: String, kind: Kind, path: String) throws(AWSConfigurationError) {
    var parser = SharedFileParser(path: path)
    for section in try parser.sections(of: text) {
      let words = section.heading
      switch kind {
      case .credentials: profiles[words.joined(separator: " "), default: [:]].merge(section.entries) { $1 }
      case .config where words == ["default"]:
        // `[profile default]` wins over `[default]`, wherever it stands.
        profiles["default", default: [:]].merge(section.entries) { old, new in
          defaultIsMarked ? old : new
        }
      case .config where words.count == 2 && words[0] == "profile":
        if words[1] == "default" { defaultIsMarked = true }
        profiles[words[1], default: [:]].merge(section.entries) { $1 }
      case .config where words.count == 2 && words[0] == "services":
        services[words[1], default: [:]].merge(section.entries) { $1 }
      case .config where words.count == 2 && words[0] == "sso-session":
        ssoSessions[words[1], default: [:]].merge(section.entries) { $1 }
      case .config:
        if words.count == 1 { unmarked.insert(words[0]) }
      }
    }
  }

  private var defaultIsMarked = false
}
