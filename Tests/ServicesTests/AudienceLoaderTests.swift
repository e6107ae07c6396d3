import Model
import Ports
import Services
import Testing
import TestSupport

@Suite struct AudienceLoaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func load(_ text: String, _ variables: [String]) throws -> (LoadedAudience, [AudienceNote]) {
    try folder.write(text, to: "may.csv")
    var notes: [AudienceNote] = []
    let audience = try AudienceLoader.load(
      csv: folder.file("may.csv"), channel: .email, variables: variables, folder: folder.path
    ) {
      notes.append($0)
    }
    return (audience, notes)
  }

  @Test func whatThereIsToSayComesInTheFilesOrderWithLines() throws {
    let (audience, notes) = try load(
      """
      email,고객명,note
      kim@example.com,김,x
      lee@example.com, ,
      kim@example.com,again,x
      nobody,x,x
      park@example.com,,
      kim@example.com,,

      choi@example.com,최,
      """, ["고객명", "email"])
    #expect(
      notes == [
        .incomplete(.init(line: 3, variables: ["고객명"], address: "lee@example.com")),
        .duplicate(.init(line: 4, first: 2, address: "kim@example.com")),
        .invalid(.init(line: 5, problem: .address(.noAt), text: "nobody")),
        .incomplete(.init(line: 6, variables: ["고객명"], address: "park@example.com")),
        .duplicate(.init(line: 7, first: 2, address: "kim@example.com")),
      ])
    #expect(audience.recipients == 4 && audience.duplicates == 2 && audience.invalid == 1 && audience.incomplete == 2)
    #expect(audience.duplicateSamples.map(\.line) == [4, 7])
    #expect(audience.incompleteSamples.map(\.line) == [3, 6])
  }

  @Test func samplesAreBoundedAndCountsAreNot() throws {
    var text = "email,name\n"
    for n in 0..<3000 { text += "u\(n)@example.com,\n" + "u\(n)@example.com,x\nnobody,x\n" }
    let (audience, notes) = try load(text, ["name"])
    #expect(audience.recipients == 3000 && audience.duplicates == 3000 && audience.invalid == 3000)
    #expect(audience.incomplete == 3000)
    #expect(notes.count == 9000)
    #expect(audience.duplicateSamples.count == 100 && audience.invalidSamples.count == 100)
    #expect(audience.incompleteSamples.count == 100)
    #expect(audience.duplicateSamples.last == .init(line: 300, first: 299, address: "u99@example.com"))
  }
}
