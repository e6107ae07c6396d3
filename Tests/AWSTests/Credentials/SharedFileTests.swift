import Testing

@testable import AWS

@Suite struct SharedFileTests {
  private func config(_ text: String) throws -> SharedFile { try SharedFile(text, kind: .config, path: "config") }

  @Test func bothFilesNameProfilesTheirOwnWay() throws {
    let text = """
      [default]
      region = a
      [profile ops]
      region = b
      [profile "two words"]
      region = c
      [bare]
      region = d
      """
    let file = try config(text)
    #expect(file.profiles.mapValues { $0["region"]?.text } == ["default": "a", "ops": "b", "two words": "c"])
    #expect(file.unmarked == ["bare"])
    let credentials = try SharedFile("[ops]\naws_access_key_id=1\n[two words]\n", kind: .credentials, path: "c")
    #expect(Set(credentials.profiles.keys) == ["ops", "two words"])
  }

  @Test func theMarkedDefaultWinsWhereverItStands() throws {
    let first = try config("[profile default]\nregion=a\n[default]\nregion=b\noutput=json")
    let last = try config("[default]\nregion=b\noutput=json\n[profile default]\nregion=a")
    for file in [first, last] {
      #expect(file.profiles["default"]?["region"]?.text == "a")
      #expect(file.profiles["default"]?["output"]?.text == "json")
    }
  }

  @Test func windowsFilesAreRead() throws {
    let file = try config("\u{FEFF}[default]\r\nregion = eu-west-1\r\n\r\n; a comment\r\noutput=json\r\n")
    #expect(file.profiles["default"]?["region"]?.text == "eu-west-1")
    #expect(file.profiles["default"]?["output"]?.text == "json")
  }

  @Test func commentsEndValuesButNotCommands() throws {
    let file = try config(
      """
      # first
      [default] # the one in use
      region = eu-west-1 # home
      output = a#b;c
      url : x ; y
      credential_process = /bin/x '#1' ; #2
      """)
    let entries = file.profiles["default"] ?? [:]
    #expect(entries["region"]?.text == "eu-west-1")
    #expect(entries["output"]?.text == "a#b;c")
    #expect(entries["url"]?.text == "x")
    #expect(entries["credential_process"]?.text == "/bin/x '#1' ; #2")
  }

  @Test func deeperLinesBelongToTheKeyAbove() throws {
    let file = try config(
      """
      [profile a]
      s3 =
        max_concurrent_requests = 20

        # between
        endpoint_url = http://x
      region = r
      text = one
        two
      [services mine]
      sqs =
        endpoint_url = http://127.0.0.1:1
      """)
    #expect(file.profiles["a"]?["s3"]?.nested == ["max_concurrent_requests": "20", "endpoint_url": "http://x"])
    #expect(file.profiles["a"]?["region"]?.text == "r")
    #expect(file.profiles["a"]?["text"]?.text == "one\ntwo")
    #expect(file.profiles["a"]?["endpoint_url"] == nil)
    #expect(file.services["mine"]?["sqs"]?.nested["endpoint_url"] == "http://127.0.0.1:1")
  }

  @Test func keysMayAllBeIndented() throws {
    let file = try config("[default]\n  Region = a\n  output = b\n")
    #expect(file.profiles["default"]?.mapValues(\.text) == ["region": "a", "output": "b"])
  }

  @Test(arguments: [
    ("[default\nregion = MARKER", 1), ("[default]\nMARKER\n", 2), ("aws_secret_access_key = MARKER", 1),
    ("[default]\n= MARKER", 2), ("[profile \"MARKER]\n", 1), ("[a]\n\ns3 =\n  MARKER", 4), ("[]", 1),
  ]) func aBrokenLineIsNamedAndNotShown(text: String, line: Int) throws {
    let error = #expect(throws: AWSConfigurationError.self) { try config(text) }
    #expect(error?.code == .brokenFile)
    #expect(error?.context.hasPrefix("config, line \(line): ") == true)
    #expect(error?.context.contains("MARKER") == false)
  }

  /// What Python's `shlex.split` makes of the same lines.
  @Test(arguments: [
    ("a b  c", ["a", "b", "c"]), ("'a b' \"c d\"", ["a b", "c d"]), (#"a\ b c"#, ["a b", "c"]),
    (#""a\"b" "c\d" 'e\f'"#, [#"a"b"#, #"c\d"#, #"e\f"#]), ("a''b \"\" x", ["ab", "", "x"]),
    ("$HOME *", ["$HOME", "*"]),
    ("", []), ("a | b ; c # d", ["a", "|", "b", ";", "c", "#", "d"]),
  ]) func commandLinesAreSplitIntoWords(line: String, words: [String]) throws {
    #expect(try CommandLineWords(line).words == words)
  }

  @Test(arguments: ["'a", "\"a", "a\\", "\"a\\"]) func anUnfinishedLineIsAnError(line: String) {
    #expect(throws: CommandLineWords.Unfinished.self) { try CommandLineWords(line) }
  }
}
