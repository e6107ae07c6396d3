import Foundation
import GRDB
import Testing

@testable import sendboard

extension ActionsEndToEnd {
  /// Sending to people that an administrator described.
  @Suite struct NamedAudienceTests {
    private let place: Workplace

    init() throws { place = try Workplace() }

    private func describe(_ text: String) throws -> [String] {
      ["--config", try place.write("audiences:\n" + text, to: "c.yaml")]
    }

    private func send(_ audience: [String], _ configuration: [String]) throws -> [String] {
      let text = try place.write("Hello {{name}}\n", to: "t.txt")
      return ["send", "--name", "May", "--from", "news@example.com", "--subject", "Hi", "--text", text] + audience
        + configuration
    }

    /// Who and under which condition is in the history, as for a file.
    @Test func aNamedAudienceIsSentTo() async throws {
      let queue = try DatabaseQueue(path: place.file("crm.db"))
      try await queue.write { db in
        try db.execute(
          sql: """
            CREATE TABLE customer (email TEXT, name TEXT, tier TEXT);
            INSERT INTO customer VALUES ('kim@example.com', '김민준', 'gold'), ('lee@example.com', '이서연', 'silver'),
              ('park@example.com', '박', 'gold'), ('Kim@example.com', 'again', 'gold')
            """)
      }
      let configuration = try describe(
        """
          members:
            title: Members of a tier
            sqlite: \(place.file("crm.db"))
            query: SELECT email, name FROM customer WHERE tier = :tier ORDER BY rowid
            parameters: [{name: tier, choices: [gold, silver], default: gold}]

        """)
      let list = try await place.json(["audiences"] + configuration)
      #expect(list.map { $0["name"] as? String } == ["members"])
      #expect(list.first?["title"] as? String == "Members of a tier")
      let report = try await place.json(send(["--audience", "members"], configuration))
      #expect(report.first?["recipients"] as? Int == 2)
      #expect(report.first?["duplicates"] as? Int == 1, "the same mailbox in other letters")
      let messages = try await place.json(["messages"])
      #expect(
        messages.compactMap { $0["address"] as? String } == ["kim@example.com", "park@example.com"])
      let campaign = try #require(try await place.json(["campaigns"]).first)
      #expect(campaign["audience"] as? String == "members tier=gold")
      let history = try #require(try await place.json(["history"]).first)
      #expect(history["condition"] as? String == "members tier=gold")
      #expect(history["count"] as? Int == 2)
      // The same people and content once more is the same send.
      let twin = try await place.run(send(["--audience", "members"], configuration))
      #expect(twin.status == 1 && twin.errors.contains("--again"), "\(twin.errors)")
      let missing = try await place.run(send(["--audience", "members", "--param", "tier=bronze"], configuration))
      #expect(missing.errors.contains("'tier' takes one of gold, silver, not 'bronze'"), "\(missing.errors)")
    }

    @Test func aProgramsRowsAreSentTo() async throws {
      let configuration = try describe(
        """
          printed:
            command: [printf, 'email,name\\nkim@example.com,%s\\n', "{who}"]
            parameters: [{name: who}]

        """)
      let report = try await place.json(send(["--audience", "printed", "--param", "who=김=민준"], configuration))
      #expect(report.first?["recipients"] as? Int == 1)
      let none = try await place.run(
        send(["--audience", "printed", "--param", "who=x", "--recipients", "a.csv"], configuration))
      #expect(none.status == 64 && none.errors.contains("not both"), "\(none.errors)")
    }

    /// A wrong description is one error, with its line.
    @Test(arguments: [
      ("  a b:\n    sqlite: x\n", 2, "an audience's name is letters, digits"),
      ("  a:\n    sqlite: x\n", 2, "the audience 'a' has no 'query'"),
      ("  a:\n    title: x\n", 2, "has none of 'sqlite', 'database' and 'command'"),
      ("  a:\n    sqllite: x\n", 3, "an audience has no 'sqllite'; did you mean 'sqlite'?"),
      ("  a:\n    command: ls\n", 3, "'command' takes a list"),
      ("  a:\n    command: [ls, \"{x}\"]\n", 3, "the audience 'a' has no parameter 'x' for {x}"),
      ("  a:\n    command: [ls]\n    query: x\n", 4, "has a 'command', and takes no 'query'"),
      ("  a:\n    command: [ls]\n    timeout: soon\n", 4, "takes seconds"),
      ("  a:\n    command: [ls]\n    parameters:\n      - {name: 1x}\n", 5, "a parameter's name is a letter"),
      ("  a:\n    command: [ls]\n    parameters:\n      - {name: x, type: day}\n", 5, "'day' is none of text, number"),
      ("  a:\n    command: [ls]\n    parameters:\n      - {name: x, type: choice}\n", 5, "has no 'choices'"),
      ("  a:\n    command: [ls]\n    parameters:\n      - {name: x}\n      - {name: x}\n", 6, "is there twice"),
      (
        "  a:\n    command: [ls]\n    parameters:\n      - {name: x, type: number, default: y}\n", 5,
        "its default: 'x' takes a number"
      ),
    ])
    func aWrongDescriptionIsOneErrorWithItsLine(text: String, line: Int, words: String) throws {
      do {
        _ = try ConfigurationDocument("audiences:\n" + text, path: "c.yaml")
        Issue.record("nobody minded")
      } catch let error as CommandError {
        #expect(error.description.hasPrefix("c.yaml:\(line): "), "\(error)")
        #expect(error.description.contains(words), "\(error)")
      }
    }
  }
}
