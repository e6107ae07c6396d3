import Foundation
import TestSupport
import Testing

@testable import sendboard

@Suite struct ProvisionedFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    ("config.yaml", "config.provisioned.yaml"), ("/a/b.yml", "/a/b.provisioned.yaml"), ("c", "c.provisioned.yaml"),
    // Two configurations of one folder do not share it.
    ("staging.yaml", "staging.provisioned.yaml"),
  ]) func itLiesBesideItsConfiguration(configuration: String, path: String) {
    #expect(ProvisionedFile(beside: configuration).path == path)
  }

  /// What YAML would take for something else comes back as the text it was.
  @Test func whatIsWrittenIsRead() throws {
    let file = ProvisionedFile(beside: folder.path + "/new/c.yaml")
    let values = [
      ("queue", "sqs"), ("aws.region", "no"), ("aws.profile", "0123"), ("aws.sendQueue", "a: b # c"),
      ("aws.topic", "2012-10-17"), ("aws.eventQueue", "'\"\\"), ("aws.configurationSet", "null"),
    ]
    #expect(try file.write(values))
    #expect(try file.read().values.mapValues(\.text) == Dictionary(uniqueKeysWithValues: values))
    #expect(try !file.write(values))
    #expect(try file.write([("queue", "sqs")]))
    #expect(try file.read().values.mapValues(\.text) == ["queue": "sqs"])
    // Nothing is left of the way there.
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/new") == ["c.provisioned.yaml"])
  }

  /// Whoever may have opened it up: it is the owner's alone once it is written.
  @Test func itIsTheOwnersAlone() throws {
    let file = ProvisionedFile(beside: folder.path + "/c.yaml")
    try folder.write("queue: embedded\n", to: "c.provisioned.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: file.path)
    #expect(try file.write([("queue", "sqs")]))
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
  }

  @Test func whereItCannotBeWrittenIsSaidBeforeAnythingIsMade() throws {
    try folder.write("", to: "file")
    let file = ProvisionedFile(beside: folder.path + "/file/c.yaml")
    let error = #expect(throws: CommandError.self) { try file.requireWritable() }
    #expect("\(error.map { "\($0)" } ?? "")".hasPrefix(file.path + " cannot be written"))
  }
}
